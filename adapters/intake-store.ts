import {
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/client-dynamodb'

import { inboxDueAt, intakeLookAt } from '../domain/way/clocks.ts'
import { type Intake, intakeSchema } from '../domain/way/intake.ts'
import type { Write } from './commit.ts'
import { dueRows } from './due.ts'
import { everyRow } from './every-row.ts'
import { type Readable, fromItem, readEach, toItem } from './rows.ts'
import { shardOf } from './shard.ts'
import { dueShards } from './tables.ts'

/** Adds the keys of the indexes. A key that is absent keeps the row out of its index. */
export const intakeRow = (intake: Intake) => {
  const sweepAt = intakeLookAt(intake) ?? undefined
  return toItem({
    ...intake,
    emailHash: intake.emailHash ?? undefined,
    phoneHash: intake.phoneHash ?? undefined,
    inboxOwner: intake.next?.owner,
    inboxDueAt: inboxDueAt(intake) ?? undefined,
    sweepAt,
    dueShard: sweepAt && shardOf(intake.intakeId),
  })
}

/** An intake from its row; keys of indexes that it is not in are read as nothing. */
export const intakeOf = (item: Parameters<typeof fromItem>[1]): Intake => {
  const absent = { NULL: true } as const
  return fromItem(intakeSchema, { emailHash: absent, phoneHash: absent, ...item })
}

export const intakeStore = (dynamodb: DynamoDBClient, table: string) => ({
  async find(intakeId: string): Promise<Intake | null> {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: { intakeId: { S: intakeId } }, ConsistentRead: true }),
    )
    return Item ? intakeOf(Item) : null
  },

  /** Many of them, each for itself; one that is not there counts as one that could not be read. */
  async findEach(intakeIds: readonly string[]): Promise<Readable<Intake>> {
    const found = await Promise.all(
      intakeIds.map((intakeId) =>
        dynamodb.send(
          new GetItemCommand({ TableName: table, Key: { intakeId: { S: intakeId } }, ConsistentRead: true }),
        ),
      ),
    )
    return readEach(
      found.map(({ Item = {} }) => Item),
      intakeOf,
    )
  },

  /** The intake a person speaks of by their reference. The index may lag by a second or so. */
  async findByReference(reference: string): Promise<Intake | null> {
    const { Items } = await dynamodb.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'byReference',
        KeyConditionExpression: '#reference = :reference',
        ExpressionAttributeNames: { '#reference': 'reference' },
        ExpressionAttributeValues: { ':reference': { S: reference } },
      }),
    )
    return Items?.[0] ? intakeOf(Items[0]) : null
  },

  /** Stores an intake that is not there yet. */
  add: (intake: Intake): Write<'already-stored'> => ({
    refusedAs: 'already-stored',
    item: {
      Put: {
        TableName: table,
        Item: intakeRow(intake),
        ConditionExpression: 'attribute_not_exists(intakeId)',
      },
    },
  }),

  /** Replaces `before` by `after`, unless anyone else has written since `before` was read. */
  change: (before: Intake, after: Intake): Write<'changed-meanwhile'> => ({
    refusedAs: 'changed-meanwhile',
    item: {
      Put: {
        TableName: table,
        Item: intakeRow({ ...after, revision: before.revision + 1 }),
        ConditionExpression: 'revision = :revision',
        ExpressionAttributeValues: { ':revision': { N: String(before.revision) } },
      },
    },
  }),

  /** The last that is left of someone who was erased. */
  remove: ({ intakeId, revision }: Intake): Write<'changed-meanwhile'> => ({
    refusedAs: 'changed-meanwhile',
    item: {
      Delete: {
        TableName: table,
        Key: { intakeId: { S: intakeId } },
        ConditionExpression: 'revision = :revision AND #state = :erased',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':revision': { N: String(revision) }, ':erased': { S: 'erased' } },
      },
    },
  }),

  /**
   * Every request that ended before this moment, by id. It looks at every row there is: what we promise to delete must not
   * hang on whether an earlier version put it into an index.
   */
  async endedBefore(at: string): Promise<string[]> {
    const pages = paginateScan(
      { client: dynamodb },
      {
        TableName: table,
        ProjectionExpression: 'intakeId',
        FilterExpression: '#state IN (:closed, :withdrawn) AND closed.#at < :at',
        ExpressionAttributeNames: { '#state': 'state', '#at': 'at' },
        ExpressionAttributeValues: {
          ':closed': { S: 'closed' },
          ':withdrawn': { S: 'withdrawn' },
          ':at': { S: at },
        },
      },
    )
    const ids: string[] = []
    for await (const { Items = [] } of pages) ids.push(...Items.flatMap(({ intakeId }) => intakeId?.S ?? []))
    return ids
  },

  /**
   * Everyone who waits. Each of them is looked at again within the hour, so all of them stand in the index of what is due
   * before `lookedAtBy`.
   */
  async waiting(lookedAtBy: string): Promise<Readable<Intake>> {
    const items: Parameters<typeof fromItem>[1][] = []
    for (const shard of dueShards) {
      const pages = paginateQuery(
        { client: dynamodb },
        {
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard AND sweepAt <= :by',
          FilterExpression: '#state = :waiting',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: {
            ':shard': { S: shard },
            ':by': { S: lookedAtBy },
            ':waiting': { S: 'waiting' },
          },
        },
      )
      for await (const { Items = [] } of pages) items.push(...Items)
    }
    return readEach(items, intakeOf)
  },

  every: () => everyRow(dynamodb, table, intakeOf),

  async due(now: string): Promise<Readable<Intake>> {
    return readEach(await dueRows(dynamodb, table, 'sweepAt', now), intakeOf)
  },
})
