import { type SQSClient, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs'

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

/** One queue and the one shape of message it carries. */
export const queue = <Message>(sqs: SQSClient, url: string) => ({
  /** Returns only when SQS has said that it has the message. */
  async send(message: Message): Promise<void> {
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }))
  },

  /** Sends in batches of ten (the limit of SQS). Throws if SQS refused any of them. */
  async sendAll(messages: readonly Message[]): Promise<void> {
    for (const batch of chunksOf(messages, 10)) {
      const { Failed } = await sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: url,
          Entries: batch.map((message, index) => ({
            Id: String(index),
            MessageBody: JSON.stringify(message),
          })),
        }),
      )
      if (Failed?.length)
        throw new Error(`SQS refused ${Failed.length} of ${batch.length} messages: ${Failed[0]?.Code}.`)
    }
  },
})
