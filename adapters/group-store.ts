import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/client-dynamodb'

import { type Group, groupSchema } from '../domain/groups/group.ts'
import type { Suggestion } from '../domain/matching/decision.ts'
import type { Write } from './commit.ts'
import { everyRow } from './every-row.ts'
import { type Readable, fromItem, readEach, toItem } from './rows.ts'

const readGroups = (items: Parameters<typeof fromItem>[1][] = []) =>
  items.map((item) => fromItem(groupSchema, item))

const names = (keys: string[]) => Object.fromEntries(keys.map((key) => [`#${key}`, key]))

/** Sets every fact of a group, its state and its version. Places taken belong to the transactions that hold them. */
const factsUpdate = ({ groupId: _id, placesTaken: _places, ...facts }: Group) => {
  const keys = Object.keys(facts)
  const values = Object.entries(facts).map(([key, value]) => [`:${key}`, value])
  return {
    UpdateExpression: `SET ${keys.map((key) => `#${key} = :${key}`).join(', ')}`,
    ExpressionAttributeNames: names(keys),
    ExpressionAttributeValues: Object.fromEntries(values) as Record<string, unknown>,
  }
}

/** Whether the write was done; false when its condition no longer holds, which is for the caller to answer. */
const unlessRefused = async (write: Promise<unknown>) => {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

export const groupStore = ({ dynamodb, table }: { dynamodb: DynamoDBClient; table: string }) => {
  /** Every group that meets, whatever is free in it. Reads the whole table: the directory decides how often. */
  const everyActive = async (): Promise<Readable<Group>> => {
    const items: Parameters<typeof fromItem>[1][] = []
    const pages = paginateScan(
      { client: dynamodb },
      {
        TableName: table,
        FilterExpression: '#status = :active',
        ExpressionAttributeNames: names(['status']),
        ExpressionAttributeValues: toItem({ ':active': 'active' }),
      },
    )
    for await (const page of pages) items.push(...(page.Items ?? []))
    return readEach(items, (item) => fromItem(groupSchema, item))
  }

  const every = (given?: { isConsistent: boolean }) =>
    everyRow(dynamodb, table, (item) => fromItem(groupSchema, item), given)

  const find = async (groupId: string) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: toItem({ groupId }), ConsistentRead: true }),
    )
    return Item ? fromItem(groupSchema, Item) : null
  }

  /** Every group that a directory ever named, gone ones too: one that comes back keeps its places and its id. */
  const ofFeed = async (feedId: string) => {
    const groups: Group[] = []
    const pages = paginateQuery(
      { client: dynamodb },
      {
        TableName: table,
        IndexName: 'byFeed',
        KeyConditionExpression: '#feedId = :feedId',
        ExpressionAttributeNames: names(['feedId']),
        ExpressionAttributeValues: toItem({ ':feedId': feedId }),
      },
    )
    for await (const page of pages) groups.push(...readGroups(page.Items))
    return groups
  }

  /** False when a group of this id is there already. */
  const add = (group: Group) =>
    unlessRefused(
      dynamodb.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem(group),
          ConditionExpression: 'attribute_not_exists(groupId)',
        }),
      ),
    )

  /** False when someone else changed the group since `expectedVersion` was read. */
  const change = (group: Group, { expectedVersion }: { expectedVersion: number }) => {
    const { ExpressionAttributeValues, ...update } = factsUpdate(group)
    return unlessRefused(
      dynamodb.send(
        new UpdateItemCommand({
          TableName: table,
          Key: toItem({ groupId: group.groupId }),
          ...update,
          ConditionExpression: '#version = :expectedVersion',
          ExpressionAttributeValues: toItem({
            ...ExpressionAttributeValues,
            ':expectedVersion': expectedVersion,
          }),
        }),
      ),
    )
  }

  /**
   * Holds a place as part of a transaction: only if one is free, and only if the group is still the one that the choice
   * was made from.
   */
  const takePlace = ({
    groupId,
    groupVersion,
  }: Pick<Suggestion, 'groupId' | 'groupVersion'>): Write<'place-taken'> => ({
    refusedAs: 'place-taken',
    item: {
      Update: {
        TableName: table,
        Key: toItem({ groupId }),
        UpdateExpression: 'SET #placesTaken = #placesTaken + :one',
        ConditionExpression: '#placesTaken < #capacity AND #version = :version AND #status = :active',
        ExpressionAttributeNames: names(['placesTaken', 'capacity', 'version', 'status']),
        ExpressionAttributeValues: toItem({ ':one': 1, ':version': groupVersion, ':active': 'active' }),
      },
    },
  })

  /**
   * Gives a place back as part of a transaction. The referral that held it is written in the same one, under its own
   * condition, so no place is given back twice; a group that is gone has none to give.
   */
  const freePlace = (groupId: string): Write<'group-gone'> => ({
    refusedAs: 'group-gone',
    item: {
      Update: {
        TableName: table,
        Key: toItem({ groupId }),
        UpdateExpression: 'SET #placesTaken = #placesTaken - :one',
        ConditionExpression: 'attribute_exists(groupId) AND #placesTaken > :none',
        ExpressionAttributeNames: names(['placesTaken']),
        ExpressionAttributeValues: toItem({ ':one': 1, ':none': 0 }),
      },
    },
  })

  return { everyActive, every, find, ofFeed, add, change, takePlace, freePlace }
}

export type GroupStore = ReturnType<typeof groupStore>
