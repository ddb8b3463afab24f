import {
  type DynamoDBClient,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'

/** One write of a transaction, and the word for what it means when its condition does not hold. */
export interface Write<Refusal extends string> {
  item: TransactWriteItem
  refusedAs: Refusal
}

/** Another transaction touched the same row: nothing was decided, so it is tried again (AWS: TransactionConflict). */
const tryAgain = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

const maxTries = 12

/** Full jitter, doubling from 25 ms: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
const pauseMs = (tries: number, random: () => number) => random() * Math.min(2_000, 25 * 2 ** tries)

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Writes everything or nothing, in one DynamoDB transaction. A condition that fails is an answer, not an error: the
 * first refusal in the order of the writes comes back by its name. Anything else that stops a transaction throws.
 */
export const commit = async <Refusal extends string>(
  dynamodb: DynamoDBClient,
  random: () => number,
  writes: readonly Write<Refusal>[],
): Promise<'committed' | Refusal> => {
  for (let tries = 0; ; tries += 1) {
    try {
      await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: writes.map(({ item }) => item) }))
      return 'committed'
    } catch (failure) {
      if (!(failure instanceof TransactionCanceledException)) throw failure
      const codes = (failure.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
      const refused = writes[codes.indexOf('ConditionalCheckFailed')]
      if (refused) return refused.refusedAs
      if (tries + 1 >= maxTries || !codes.some((code) => tryAgain.has(code))) throw failure
      await pause(pauseMs(tries, random))
    }
  }
}
