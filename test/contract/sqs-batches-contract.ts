import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  SendMessageBatchCommand,
} from '@aws-sdk/client-sqs'
import { describe, expect, it } from 'vitest'

import { useQueues } from './sqs-connection.ts'
import type { ConnectSqs } from './sqs-connection.ts'

export const batchesContract = (name: string, connect: ConnectSqs) =>
  describe(`${name}: batches`, () => {
    const { client, create, receive, bodies } = useQueues(connect)

    const sendBatch = (QueueUrl: string, bodies: string[], id = (i: number) => String(i)) =>
      client().send(
        new SendMessageBatchCommand({
          QueueUrl,
          Entries: bodies.map((MessageBody, i) => ({ Id: id(i), MessageBody })),
        }),
      )
    const ten = Array.from({ length: 10 }, (_, i) => `message-${i}`)

    it('sends, receives and deletes ten at once', async () => {
      const url = await create('ten')
      const { Successful } = await sendBatch(url, ten)

      const messages = await receive(url, { MaxNumberOfMessages: 10 })
      const deleted = await client().send(
        new DeleteMessageBatchCommand({
          QueueUrl: url,
          Entries: messages.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle })),
        }),
      )

      expect(Successful).toHaveLength(10)
      expect(new Set(messages.map(({ Body }) => Body))).toEqual(new Set(ten))
      expect(deleted.Successful).toHaveLength(10)
      expect(await bodies(url)).toEqual([])
    })

    it('does the good entries of a batch and names the bad ones', async () => {
      const url = await create('partial', { VisibilityTimeout: '30' })
      await sendBatch(url, ['good', 'other'])
      const [message] = await receive(url)

      const { Successful, Failed } = await client().send(
        new ChangeMessageVisibilityBatchCommand({
          QueueUrl: url,
          Entries: [
            { Id: 'good', ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 },
            { Id: 'bad', ReceiptHandle: 'not-a-handle', VisibilityTimeout: 0 },
          ],
        }),
      )

      expect(Successful?.map(({ Id }) => Id)).toEqual(['good'])
      expect(Failed).toMatchObject([{ Id: 'bad', SenderFault: true }])
      expect(await receive(url, { MaxNumberOfMessages: 10 })).toHaveLength(2)
    })

    it.for<[string, string[], ((i: number) => string) | undefined]>([
      ['more than ten entries', [...ten, 'eleventh'], undefined],
      ['no entries', [], undefined],
      ['one id twice', ['a', 'b'], () => 'same'],
    ])('refuses a batch with %s', async ([, messages, id]) => {
      const url = await create('refused-batch')

      await expect(sendBatch(url, messages, id)).rejects.toMatchObject({ $fault: 'client' })
      expect(await bodies(url)).toEqual([])
    })
  })
