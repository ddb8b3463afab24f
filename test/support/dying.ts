import {
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { SQSClient, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs'

type Send = (command: object) => Promise<unknown>

const writes = [
  DeleteItemCommand,
  PutItemCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
]

const isWrite = (command: object) => writes.some((one) => command instanceof one)

/** What a function meets that is stopped where it stands. */
class Died extends Error {}

/**
 * From now on whoever writes dies: so many writes are done, and after the last of them nothing is, by anyone. Says when
 * it is over how many were done, and gives back the way things were.
 */
export const dieAfter = (count: number) => {
  let done = 0
  const restores = [DynamoDBClient, SQSClient].map((client) => {
    const prototype: object = client.prototype
    const real: Send = Reflect.get(prototype, 'send')
    Reflect.set(prototype, 'send', async function (this: unknown, command: object) {
      if (done >= count) throw new Died()
      if (!isWrite(command)) return real.call(this, command)
      done += 1
      const isLast = done >= count
      const answer = await real.call(this, command)
      // Its answer reaches nobody any more.
      if (isLast) throw new Died()
      return answer
    })
    return () => Reflect.set(prototype, 'send', real)
  })
  return () => {
    for (const restore of restores) restore()
    return done
  }
}
