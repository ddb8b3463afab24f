import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

type Send = (command: object) => Promise<unknown>

/**
 * Does something between two calls of a function to DynamoDB, where no test can reach otherwise: after each command that
 * `isIt` picks has been answered, before the function sees the answer. Gives back the way things were.
 */
export const between = (
  isIt: (command: object) => boolean,
  act: (answer: unknown) => Promise<void> | void,
) => {
  const prototype: object = DynamoDBClient.prototype
  const real: Send = Reflect.get(prototype, 'send')
  let isActing = false
  const wrapped = async function (this: DynamoDBClient, command: object) {
    const answer = await real.call(this, command)
    if (!isActing && isIt(command)) {
      isActing = true
      try {
        await act(answer)
      } finally {
        isActing = false
      }
    }
    return answer
  }
  Reflect.set(prototype, 'send', wrapped)
  return () => {
    Reflect.set(prototype, 'send', real)
  }
}
