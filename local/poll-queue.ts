import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'

/** AWS lets a failed message wait out its visibility time-out; on one machine nobody wants to wait that long. */
const retrySeconds = 2

const recordOf = ({
  MessageId = '',
  ReceiptHandle = '',
  Body = '',
  Attributes = {},
}: Message): SQSRecord => ({
  messageId: MessageId,
  receiptHandle: ReceiptHandle,
  body: Body,
  attributes: {
    ApproximateReceiveCount: Attributes.ApproximateReceiveCount ?? '1',
    SentTimestamp: Attributes.SentTimestamp ?? '0',
    SenderId: 'local',
    ApproximateFirstReceiveTimestamp: Attributes.ApproximateFirstReceiveTimestamp ?? '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:local',
  awsRegion: 'us-east-1',
})

/** Who is left in the queue: those named; everyone, when the answer names someone unknown, as Lambda's poller has it. */
const failedOf = ({ batchItemFailures }: SQSBatchResponse, batch: readonly Message[]) => {
  const named = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
  const isKnown = [...named].every((id) => batch.some(({ MessageId }) => MessageId === id))
  return isKnown ? batch.filter(({ MessageId }) => named.has(MessageId ?? '')) : [...batch]
}

interface Source {
  sqs: SQSClient
  url: string
  batchSize: number
  handle: (event: SQSEvent) => Promise<SQSBatchResponse>
}

/** Takes one batch, as Lambda's poller does: what went well is deleted, what failed comes back. Says how many there were. */
export const pollQueue = async (
  { sqs, url, batchSize, handle }: Source,
  waitSeconds: number,
): Promise<number> => {
  const { Messages: batch = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: Math.min(10, batchSize),
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
    }),
  )
  if (batch.length === 0) return 0
  const answer = await handle({ Records: batch.map(recordOf) }).catch(() => null)
  const failed = answer ? failedOf(answer, batch) : [...batch]
  const done = batch.filter((message) => !failed.includes(message))
  if (done.length > 0)
    await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: url,
        Entries: done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
      }),
    )
  for (const { ReceiptHandle } of failed)
    await sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: retrySeconds }),
    )
  return batch.length
}
