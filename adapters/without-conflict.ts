import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'

/** Another transaction touched the same row: nothing was decided, so it is tried again (AWS: TransactionConflict). */
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

const maxTries = 12

/** How to wait, and by how much chance: see `World`. */
export interface Patience {
  pause: (milliseconds: number) => Promise<unknown>
  random: () => number
}

/** Full jitter, doubling from 25 ms: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
const pauseMs = (tries: number, random: () => number) => random() * Math.min(2_000, 25 * 2 ** tries)

/** What DynamoDB says of each action of a transaction that it cancelled. */
export const reasonsOf = (failure: unknown) =>
  failure instanceof TransactionCanceledException
    ? (failure.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
    : []

/** Sends a transaction until nobody else is in its way. A condition that fails, or anything else, is thrown at once. */
export const withoutConflict = async <Result>(
  { pause, random }: Patience,
  send: () => Promise<Result>,
): Promise<Result> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send()
    } catch (failure) {
      const reasons = reasonsOf(failure)
      const isPassing =
        reasons.some((code) => passing.has(code)) && !reasons.includes('ConditionalCheckFailed')
      if (!isPassing || tries >= maxTries) throw failure
      await pause(pauseMs(tries, random))
    }
  }
}
