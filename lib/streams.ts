import { Duration, type Stack } from 'aws-cdk-lib'
import { EventSourceMapping, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda'

import type { TableName } from '../adapters/tables.ts'
import { type FunctionName, triggers } from '../functions/triggers.ts'
import { mapByName, pascalCase } from './by-name.ts'

/** Changes are gathered for so long: an import of thousands of groups wakes a function a few times, and not for each. */
const window = Duration.seconds(20)

/**
 * Wakes functions soon after rows have changed. What is lost here costs minutes and no more, for the clock wakes them as
 * well: so nothing is tried for long, and nothing is set aside.
 */
export const wakeFromStreams = (
  stack: Stack,
  functions: Record<FunctionName, IFunction>,
  tables: Record<TableName, { tableStreamArn?: string | undefined }>,
) =>
  mapByName(functions, (name, target) => {
    const trigger = triggers[name]
    if (!('changesOf' in trigger)) return
    new EventSourceMapping(stack, `${pascalCase(name)}FromChanges`, {
      target,
      eventSourceArn: tables[trigger.changesOf].tableStreamArn ?? '',
      startingPosition: StartingPosition.LATEST,
      batchSize: 10_000,
      maxBatchingWindow: window,
      retryAttempts: 1,
      maxRecordAge: Duration.minutes(5),
    })
  })
