import { type DynamoDBClient, GetItemCommand, QueryCommand, paginateQuery } from '@aws-sdk/client-dynamodb'

import { referralLookAt } from '../domain/way/clocks.ts'
import { type Referral, referralSchema } from '../domain/way/referral.ts'
import type { Write } from './commit.ts'
import { dueRows } from './due.ts'
import { everyRow } from './every-row.ts'
import { type Readable, fromItem, readEach, toItem } from './rows.ts'
import { shardOf } from './shard.ts'

export const referralRow = (referral: Referral) => {
  const sweepAt = referralLookAt(referral) ?? undefined
  return toItem({
    ...referral,
    inboxOwner: referral.next?.owner,
    inboxDueAt: referral.next?.dueAt,
    sweepAt,
    dueShard: sweepAt && shardOf(referral.referralId),
  })
}

export const referralOf = (item: Parameters<typeof fromItem>[1]): Referral => fromItem(referralSchema, item)

export const referralStore = (dynamodb: DynamoDBClient, table: string) => ({
  async find(referralId: string): Promise<Referral | null> {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: { referralId: { S: referralId } }, ConsistentRead: true }),
    )
    return Item ? referralOf(Item) : null
  },

  /** Every referral of one intake, oldest first. */
  async ofIntake(intakeId: string): Promise<Referral[]> {
    const { Items } = await dynamodb.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'byIntake',
        KeyConditionExpression: 'intakeId = :intakeId',
        ExpressionAttributeValues: { ':intakeId': { S: intakeId } },
      }),
    )
    return (Items ?? []).map(referralOf)
  },

  /** The ids of every referral to one group. The index may lag by a second or so, and says nothing of their states. */
  async idsInGroup(groupId: string): Promise<string[]> {
    const pages = paginateQuery(
      { client: dynamodb },
      {
        TableName: table,
        IndexName: 'byGroup',
        KeyConditionExpression: 'groupId = :groupId',
        ExpressionAttributeValues: { ':groupId': { S: groupId } },
        ProjectionExpression: 'referralId',
      },
    )
    const ids: string[] = []
    for await (const { Items = [] } of pages)
      ids.push(...Items.flatMap(({ referralId }) => referralId?.S ?? []))
    return ids
  },

  every: () => everyRow(dynamodb, table, referralOf),

  add: (referral: Referral): Write<'already-stored'> => ({
    refusedAs: 'already-stored',
    item: {
      Put: {
        TableName: table,
        Item: referralRow(referral),
        ConditionExpression: 'attribute_not_exists(referralId)',
      },
    },
  }),

  change: (before: Referral, after: Referral): Write<'changed-meanwhile'> => ({
    refusedAs: 'changed-meanwhile',
    item: {
      Put: {
        TableName: table,
        Item: referralRow({ ...after, revision: before.revision + 1 }),
        ConditionExpression: 'revision = :revision',
        ExpressionAttributeValues: { ':revision': { N: String(before.revision) } },
      },
    },
  }),

  /** For someone who is erased: only while nobody else has written since it was read. */
  remove: ({ referralId, revision }: Referral): Write<'changed-meanwhile'> => ({
    refusedAs: 'changed-meanwhile',
    item: {
      Delete: {
        TableName: table,
        Key: { referralId: { S: referralId } },
        ConditionExpression: 'attribute_exists(referralId) AND revision = :revision',
        ExpressionAttributeValues: { ':revision': { N: String(revision) } },
      },
    },
  }),

  async due(now: string): Promise<Readable<Referral>> {
    return readEach(await dueRows(dynamodb, table, 'sweepAt', now), referralOf)
  },
})
