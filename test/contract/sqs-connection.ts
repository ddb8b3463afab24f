import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs'
import type {
  Message,
  ReceiveMessageCommandInput,
  SendMessageCommandInput,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { afterAll, beforeAll } from 'vitest'

/** Whatever answers to SQS's client: the embedded one, or a model of it. */
type SqsConnection = { client: SQSClient; close: () => Promise<void> }
export type ConnectSqs = () => Promise<SqsConnection>

export const callsOf = (client: () => SQSClient) => {
  const receive = async (QueueUrl: string, more: Partial<ReceiveMessageCommandInput> = {}) =>
    (
      await client().send(
        new ReceiveMessageCommand({
          QueueUrl,
          MessageSystemAttributeNames: ['All'],
          WaitTimeSeconds: 0,
          ...more,
        }),
      )
    ).Messages ?? []
  return {
    create: async (QueueName: string, Attributes: Record<string, string> = {}) =>
      (await client().send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl!,
    send: (QueueUrl: string, MessageBody: string, more: Partial<SendMessageCommandInput> = {}) =>
      client().send(new SendMessageCommand({ QueueUrl, MessageBody, ...more })),
    receive,
    bodies: async (QueueUrl: string, more: Partial<ReceiveMessageCommandInput> = {}) =>
      (await receive(QueueUrl, more)).map(({ Body }) => Body),
    remove: (QueueUrl: string, { ReceiptHandle }: Message) =>
      client().send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })),
    attributes: async (QueueUrl: string) =>
      (await client().send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] })))
        .Attributes ?? {},
  }
}

/** A connection for one part of the suite, and the calls that every part makes. */
export const useQueues = (connect: ConnectSqs) => {
  let connection: SqsConnection
  beforeAll(async () => {
    connection = await connect()
  })
  afterAll(() => connection.close())
  const client = () => connection.client
  return { client, ...callsOf(client) }
}
