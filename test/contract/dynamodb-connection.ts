import {
  CreateTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import type {
  AttributeValue,
  DynamoDBClient,
  PutItemCommandInput,
  QueryCommandInput,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll } from 'vitest'

/** Whatever answers to DynamoDB's client: the embedded one, or a model of it. */
type DynamodbConnection = {
  client: DynamoDBClient
  /** Moves the clock that expiry and request tokens go by. */
  passTime: (ms: number) => void
  close: () => Promise<void>
}
export type ConnectDynamodb = () => Promise<DynamodbConnection>

export type Row = Record<string, AttributeValue>
export const s = (S: string) => ({ S })
export const n = (number: number) => ({ N: String(number) })

/** For comparing ids that come in no promised order. */
export const sorted = (ids: Array<string | undefined>) =>
  ids.toSorted((one = '', other = '') => (one < other ? -1 : 1))

const indexOn = (IndexName: string, partition: string, sort?: string) => ({
  IndexName,
  KeySchema: [
    { AttributeName: partition, KeyType: 'HASH' as const },
    ...(sort ? [{ AttributeName: sort, KeyType: 'RANGE' as const }] : []),
  ],
  Projection: { ProjectionType: 'ALL' as const },
})

const strings = (names: string[]) =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const }))

/** Groups have one key and two sparse indexes; claims have two keys, so that one group has many. */
export const createTables = async (client: DynamoDBClient) => {
  await client.send(
    new CreateTableCommand({
      TableName: 'groups',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: strings(['groupId', 'inboxOwner', 'inboxDueAt', 'feedId']),
      KeySchema: [{ AttributeName: 'groupId', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [indexOn('inbox', 'inboxOwner', 'inboxDueAt'), indexOn('byFeed', 'feedId')],
      SSESpecification: { Enabled: true, SSEType: 'KMS' },
      DeletionProtectionEnabled: true,
      Tags: [{ Key: 'project', Value: 'open-circle' }],
    }),
  )
  await client.send(
    new CreateTableCommand({
      TableName: 'claims',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: strings(['groupId', 'claimId']),
      KeySchema: [
        { AttributeName: 'groupId', KeyType: 'HASH' },
        { AttributeName: 'claimId', KeyType: 'RANGE' },
      ],
    }),
  )
  for (const TableName of ['groups', 'claims'])
    await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName })
}

/** Every page of a query, one after the other; `Limit` sets where they part. */
export const everyPage = async (client: DynamoDBClient, query: QueryCommandInput) => {
  const rows: Row[] = []
  let ExclusiveStartKey: Row | undefined
  do {
    const page = await client.send(new QueryCommand({ ...query, ExclusiveStartKey }))
    rows.push(...(page.Items ?? []))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return rows
}

/** A connection with both tables for one part of the suite, and the calls that every part makes. */
export const useTables = (connect: ConnectDynamodb) => {
  let connection: DynamodbConnection
  beforeAll(async () => {
    connection = await connect()
    await createTables(connection.client)
  })
  afterAll(() => connection.close())

  return {
    client: () => connection.client,
    passTime: (ms: number) => connection.passTime(ms),
    put: (Item: Row, more: Partial<PutItemCommandInput> = {}) =>
      connection.client.send(new PutItemCommand({ TableName: 'groups', Item, ...more })),
    update: (groupId: string, more: Partial<UpdateItemCommandInput>) =>
      connection.client.send(
        new UpdateItemCommand({ TableName: 'groups', Key: { groupId: s(groupId) }, ...more }),
      ),
    get: async (groupId: string) => {
      const Key = { groupId: s(groupId) }
      return (
        await connection.client.send(new GetItemCommand({ TableName: 'groups', Key, ConsistentRead: true }))
      ).Item
    },
    /** The ids in the index `inbox`, in its order. */
    inbox: async (owner: string, more: Partial<QueryCommandInput> = {}) => {
      const rows = await everyPage(connection.client, {
        TableName: 'groups',
        IndexName: 'inbox',
        KeyConditionExpression: 'inboxOwner = :owner',
        ExpressionAttributeValues: { ':owner': s(owner) },
        ...more,
      })
      return rows.map((row) => row['groupId']?.S)
    },
  }
}
