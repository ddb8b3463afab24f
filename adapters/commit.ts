import {
  type DynamoDBClient,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'

import { type Patience, reasonsOf, withoutConflict } from './without-conflict.ts'

/** One write of a transaction, and the word for what it means when its condition does not hold. */
export interface Write<Refusal extends string> {
  item: TransactWriteItem
  refusedAs: Refusal
}

/**
 * Writes everything or nothing, in one DynamoDB transaction. A condition that fails is an answer, not an error: the
 * first refusal in the order of the writes comes back by its name. Anything else that stops a transaction throws.
 */
export const commit = async <Refusal extends string>(
  dynamodb: DynamoDBClient,
  patience: Patience,
  writes: readonly Write<Refusal>[],
): Promise<'committed' | Refusal> => {
  const command = new TransactWriteItemsCommand({ TransactItems: writes.map(({ item }) => item) })
  try {
    await withoutConflict(patience, () => dynamodb.send(command))
    return 'committed'
  } catch (failure) {
    const refused = writes[reasonsOf(failure).indexOf('ConditionalCheckFailed')]
    if (refused) return refused.refusedAs
    throw failure
  }
}
