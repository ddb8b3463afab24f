import { type DynamoDBClient, GetItemCommand, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'

import { programmeNames } from '../domain/groups/programme.ts'
import { isPriceRow } from './price-store.ts'
import { fromItem, toItem } from './rows.ts'

export const feedSchema = z.object({
  schema: z.literal(1),
  feedId: z.string(),
  format: z.enum(['meeting-guide', 'csv']),
  programme: z.nullable(z.enum(programmeNames)),
  /** The zone of the groups that name none; null when each names its own. */
  timeZone: z.nullable(z.string()),
  lastImportedAt: z.iso.datetime(),
  lastCounts: z.object({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    returned: z.int(),
    removed: z.int(),
    skipped: z.int(),
  }),
  /** SHA-256 of the file as it came. */
  fileHash: z.string(),
})

/** A directory that groups came from, and what its last import did. */
export type Feed = z.infer<typeof feedSchema>

export const feedStore = ({ dynamodb, table }: { dynamodb: DynamoDBClient; table: string }) => {
  const find = async (feedId: string) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: toItem({ feedId }), ConsistentRead: true }),
    )
    return Item ? fromItem(feedSchema, Item) : null
  }

  const put = async (feed: Feed) => {
    await dynamodb.send(new PutItemCommand({ TableName: table, Item: toItem(feed) }))
  }

  const every = async () => {
    const feeds: Feed[] = []
    for await (const { Items = [] } of paginateScan({ client: dynamodb }, { TableName: table }))
      feeds.push(...Items.filter((item) => !isPriceRow(item)).map((item) => fromItem(feedSchema, item)))
    return feeds
  }

  return { find, put, every }
}

export type FeedStore = ReturnType<typeof feedStore>
