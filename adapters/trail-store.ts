import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'

import { type TrailEntry, trailEntrySchema } from '../domain/records/trail.ts'
import type { Write } from './commit.ts'
import { type Readable, fromItem, readEach, toItem } from './rows.ts'
import { sortKeys } from './sort-keys.ts'

/** Append-only: there is no way to change an entry, and none is removed but those about someone who is erased. */
export const trailStore = (dynamodb: DynamoDBClient, table: string) => ({
  add: (entry: TrailEntry): Write<'already-stored'> => ({
    refusedAs: 'already-stored',
    item: {
      Put: { TableName: table, Item: toItem(entry), ConditionExpression: 'attribute_not_exists(subjectId)' },
    },
  }),

  /** Everything that was done, seen or sent about one subject, oldest first. */
  async of(subjectId: string): Promise<Readable<TrailEntry>> {
    const items: Parameters<typeof fromItem>[1][] = []
    const pages = paginateQuery(
      { client: dynamodb },
      {
        TableName: table,
        KeyConditionExpression: 'subjectId = :subjectId',
        ExpressionAttributeValues: { ':subjectId': { S: subjectId } },
        ConsistentRead: true,
      },
    )
    for await (const { Items = [] } of pages) items.push(...Items)
    return readEach(items, (item) => fromItem(trailEntrySchema, item))
  },

  /** The ids of every entry about one subject, whether or not it can be read. */
  entryIdsOf: (subjectId: string): Promise<string[]> =>
    sortKeys(dynamodb, table, ['subjectId', subjectId], 'entryId'),

  remove: ({ subjectId, entryId }: Pick<TrailEntry, 'subjectId' | 'entryId'>): Write<'never'> => ({
    refusedAs: 'never',
    item: { Delete: { TableName: table, Key: { subjectId: { S: subjectId }, entryId: { S: entryId } } } },
  }),
})
