import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod/mini'

import type { Made, Part } from '../../adapters/outside.ts'
import { connection } from './connection.ts'
import { factsOf, log } from './log.ts'

/**
 * Handles a batch message by message. One that fails goes back to its queue alone (ReportBatchItemFailures); the others
 * are done. A message that cannot be read fails each time and ends in the dead-letter queue, where an alarm stands.
 */
export const queueHandler = <Schema extends z.ZodMiniType, Parts extends Record<string, Part<unknown>>>(
  schema: Schema,
  needs: Parts,
  handleMessage: (message: z.infer<Schema>, adapters: Made<Parts>) => Promise<void>,
  /** A text that is known to come and says nothing to us. */
  isNotice: (body: string) => boolean = () => false,
) =>
  middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
    const batchItemFailures: { itemIdentifier: string }[] = []
    for (const { messageId, body } of Records) {
      try {
        if (isNotice(body)) continue
        const message = z.parse(schema, JSON.parse(body))
        await handleMessage(message, connection(needs))
      } catch (failure) {
        log('message-failed', factsOf(failure))
        batchItemFailures.push({ itemIdentifier: messageId })
      }
    }
    return { batchItemFailures }
  })
