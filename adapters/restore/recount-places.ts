import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'

import { groupSchema } from '../../domain/groups/group.ts'
import { placesHeld } from '../../domain/records/restore/group-back.ts'
import type { Adapters } from '../adapters.ts'
import { referralOf } from '../referral-store.ts'
import { fromItem, readEach } from '../rows.ts'
import type { TableName } from '../tables.ts'
import { type Item, putBack } from './put-back.ts'

type Tables = Record<TableName, string>

const everyItem = async (dynamodb: DynamoDBClient, TableName: string) => {
  const items: Item[] = []
  for await (const { Items = [] } of paginateScan({ client: dynamodb }, { TableName, ConsistentRead: true }))
    items.push(...Items)
  return items
}

/** Places that the live referrals hold, by group; null when there is not one referral, or one that cannot be read. */
export const readPlacesHeld = async (dynamodb: DynamoDBClient, tables: Tables) => {
  const { rows, unread } = readEach(await everyItem(dynamodb, tables.referrals), referralOf)
  return unread > 0 || rows.length === 0 ? null : placesHeld(rows)
}

/** Enough for a place that is taken or freed while the referrals are read. */
const maxRounds = 3

/** Groups whose places are not those that their referrals hold. */
const wrongCounts = async (dynamodb: DynamoDBClient, tables: Tables) => {
  // The groups first: whatever is taken or freed after that is seen by the condition of the write.
  const items = await everyItem(dynamodb, tables.groups)
  const held = await readPlacesHeld(dynamodb, tables)
  if (held === null) return null
  return items.flatMap((item) => {
    const { rows } = readEach([item], (one) => fromItem(groupSchema, one))
    return rows.flatMap(({ groupId, placesTaken }) => {
      const placesNow = held.get(groupId) ?? 0
      return placesNow === placesTaken ? [] : [{ item, groupId, placesTaken, placesNow }]
    })
  })
}

/** A group whose count of places was wrong. */
export interface Recounted {
  groupId: string
  from: number
  to: number
}

/**
 * Makes the places of groups fit their referrals again. Each count is written only over the number that was read; null:
 * it cannot be counted now.
 */
export const recountPlaces = async (
  dynamodb: DynamoDBClient,
  tables: Tables,
  { commit }: Pick<Adapters, 'commit'>,
  isDryRun: boolean,
): Promise<Recounted[] | null> => {
  const recounted = new Map<string, { from: number; to: number }>()
  for (let round = 0; round < maxRounds; round += 1) {
    const wrong = await wrongCounts(dynamodb, tables)
    if (wrong === null) return null
    for (const { item, groupId, placesTaken, placesNow } of wrong) {
      const after = { ...item, placesTaken: { N: String(placesNow) } }
      if (isDryRun || (await commit([putBack('groups', tables.groups, after, item)])) === 'committed')
        recounted.set(groupId, { from: recounted.get(groupId)?.from ?? placesTaken, to: placesNow })
    }
    if (isDryRun || wrong.length === 0) break
  }
  return [...recounted].map(([groupId, change]) => ({ groupId, ...change }))
}
