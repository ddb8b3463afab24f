import type { Stack } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda'
import type { ITopic } from 'aws-cdk-lib/aws-sns'

import { type FunctionName, type QueueName, triggers } from '../functions/triggers.ts'
import { mapByName, pascalCase } from './by-name.ts'
import { WorkQueue } from './work-queue.ts'

const purposes: Record<QueueName, { impact: string; isOnlyCopy: boolean }> = {
  intakes: {
    impact: 'People who asked for a group are not being matched, and nobody has told them anything.',
    isOnlyCopy: true,
  },
  emails: {
    impact: 'People, staff and facilitators do not get the e-mails that they are waiting for.',
    isOnlyCopy: false,
  },
  'ses-events': {
    impact: 'Nobody learns that an e-mail came back, so a person who cannot be reached is not phoned.',
    isOnlyCopy: false,
  },
}

const timeoutOf = (queue: QueueName) =>
  Math.max(
    ...Object.values(triggers)
      .filter((trigger) => 'queue' in trigger && trigger.queue === queue)
      .map(({ timeoutSeconds }) => timeoutSeconds),
  )

export const addQueues = (stack: Stack, key: IKey, onCall: ITopic): Record<QueueName, WorkQueue> =>
  mapByName(
    purposes,
    (name, purpose) =>
      new WorkQueue(stack, pascalCase(name), { ...purpose, timeoutSeconds: timeoutOf(name), key, onCall }),
  )

/** One message that fails comes back alone; the others of its batch are done. */
export const wakeFromQueues = (
  stack: Stack,
  functions: Record<FunctionName, IFunction>,
  queues: Record<QueueName, WorkQueue>,
) =>
  mapByName(functions, (name, target) => {
    const trigger = triggers[name]
    if (!('queue' in trigger)) return
    new EventSourceMapping(stack, `${pascalCase(name)}FromQueue`, {
      target,
      eventSourceArn: queues[trigger.queue].queue.queueArn,
      batchSize: trigger.batchSize,
      maxConcurrency: trigger.maximumConcurrency,
      reportBatchItemFailures: true,
    })
  })
