import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type SQSClient,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs'

import type { QueueUrls } from '../adapters/dead-letters.ts'
import { type QueueName, triggers } from '../functions/triggers.ts'

/**
 * After this many tries a message goes to the dead-letter queue. The stack has five; here each time the process is killed
 * counts as one, and that is no fault of the message.
 */
const maxReceiveCount = 20

const queueNames = Object.values(triggers).flatMap((trigger): QueueName[] =>
  'queue' in trigger ? [trigger.queue] : [],
)

const create = async (sqs: SQSClient, QueueName: string) => {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName }))
  if (!QueueUrl) throw new Error(`The queue ${QueueName} could not be made.`)
  return QueueUrl
}

/** Makes each queue with its dead-letter queue; those that are there stay as they are. Returns their addresses. */
export const createQueues = async (
  sqs: SQSClient,
  visibilitySeconds: number,
): Promise<Record<QueueName, QueueUrls>> => {
  const queues = await Promise.all(
    queueNames.map(async (name) => {
      const deadLettersUrl = await create(sqs, `open-circle-${name}-dead-letters`)
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: deadLettersUrl, AttributeNames: ['QueueArn'] }),
      )
      const url = await create(sqs, `open-circle-${name}`)
      // Set, not given when it is made: a queue kept from an earlier version takes the settings of this one.
      await sqs.send(
        new SetQueueAttributesCommand({
          QueueUrl: url,
          Attributes: {
            VisibilityTimeout: String(visibilitySeconds),
            RedrivePolicy: JSON.stringify({ deadLetterTargetArn: Attributes?.['QueueArn'], maxReceiveCount }),
          },
        }),
      )
      return [name, { url, deadLettersUrl }] as const
    }),
  )
  // Every name of the triggers is in the list above.
  return Object.fromEntries(queues) as Record<QueueName, QueueUrls>
}
