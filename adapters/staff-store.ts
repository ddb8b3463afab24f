import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

import { type Staff, staffSchema } from '../domain/staff/staff.ts'
import type { Write } from './commit.ts'
import { fromItem, toItem } from './rows.ts'

const never = new Date(0).toISOString()

export const staffStore = (dynamodb: DynamoDBClient, table: string) => ({
  async find(staffId: string): Promise<Staff | null> {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: { staffId: { S: staffId } }, ConsistentRead: true }),
    )
    return Item ? fromItem(staffSchema, Item) : null
  },

  /** Writes down who signed in, with the role they have now. When their sessions were last ended stays as it was. */
  signedIn: ({
    staffId,
    name,
    role,
    signedInAt,
  }: Omit<Staff, 'schema' | 'sessionsValidFrom'>): Write<'of-another-version'> => ({
    refusedAs: 'of-another-version',
    item: {
      Update: {
        TableName: table,
        Key: { staffId: { S: staffId } },
        UpdateExpression:
          'SET #schema = :schema, #name = :name, #role = :role, signedInAt = :at, sessionsValidFrom = if_not_exists(sessionsValidFrom, :never)',
        ConditionExpression: 'attribute_not_exists(staffId) OR #schema = :schema',
        ExpressionAttributeNames: { '#schema': 'schema', '#name': 'name', '#role': 'role' },
        ExpressionAttributeValues: toItem({
          ':schema': 1,
          ':name': name,
          ':role': role,
          ':at': signedInAt,
          ':never': never,
        }),
      },
    },
  }),

  /** Ends every session that began before `at`. One that was ended later already stays so. */
  endSessions: (staffId: string, at: string): Write<'ended-already'> => ({
    refusedAs: 'ended-already',
    item: {
      Update: {
        TableName: table,
        Key: { staffId: { S: staffId } },
        UpdateExpression: 'SET sessionsValidFrom = :at',
        ConditionExpression: 'sessionsValidFrom < :at',
        ExpressionAttributeValues: { ':at': { S: at } },
      },
    },
  }),
})
