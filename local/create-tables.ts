import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'

import { type TableKey, type TableName, tables } from '../adapters/tables.ts'

const keySchema = ({ partition, sort }: TableKey): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: 'HASH' },
  ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: 'RANGE' as const }]),
]

const createTable = async (dynamodb: DynamoDBClient, name: TableName, tableName: string) => {
  const { indexes, ...key }: { indexes: Record<string, TableKey> } & TableKey = tables[name]
  const keys: TableKey[] = [key, ...Object.values(indexes)]
  const attributes = new Set(
    keys.flatMap(({ partition, sort }) => (sort === undefined ? [partition] : [partition, sort])),
  )
  const globalIndexes = Object.entries(indexes).map(([IndexName, index]) => ({
    IndexName,
    KeySchema: keySchema(index),
    Projection: { ProjectionType: 'ALL' as const },
  }))
  try {
    await dynamodb.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keySchema(key),
        AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        ...(globalIndexes.length === 0 ? {} : { GlobalSecondaryIndexes: globalIndexes }),
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  await waitUntilTableExists(
    { client: dynamodb, minDelay: 0.05, maxDelay: 1, maxWaitTime: 30 },
    { TableName: tableName },
  )
}

const setExpiry = async (dynamodb: DynamoDBClient, TableName: string, AttributeName: string) => {
  const { TimeToLiveDescription } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }))
  // AWS refuses to switch on what is on.
  if (TimeToLiveDescription?.AttributeName === AttributeName) return
  await dynamodb.send(
    new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName, Enabled: true } }),
  )
}

/** The names of the tables on one machine, such as open-circle-groups. */
// Object.keys is typed string[]; `tables` is the whole truth about its keys.
export const localTables = Object.fromEntries(
  (Object.keys(tables) as TableName[]).map((name) => [name, `open-circle-${name}`]),
) as Record<TableName, string>

/** Makes the tables that are not there yet, with their indexes and expiry, and returns when all can be used. */
export const createTables = async (
  dynamodb: DynamoDBClient,
  names: Partial<Record<TableName, string>> = localTables,
) => {
  // As above: the keys of `names` are table names by its type.
  for (const [name, tableName] of Object.entries(names) as [TableName, string][]) {
    await createTable(dynamodb, name, tableName)
    const table = tables[name]
    if ('expiresBy' in table) await setExpiry(dynamodb, tableName, table.expiresBy)
  }
}
