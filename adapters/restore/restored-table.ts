import {
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  paginateScan,
} from '@aws-sdk/client-dynamodb'

import type { Item } from './put-back.ts'

/** What AWS says of a table that it made from a back-up: null for a table that is none. */
export const describeTable = async (dynamodb: DynamoDBClient, TableName: string) => {
  try {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }))
    return {
      isReady: Table?.TableStatus === 'ACTIVE' && Table.RestoreSummary?.RestoreInProgress !== true,
      /** The moment of the back-up; null where the table was not made from one. */
      asOf: Table?.RestoreSummary?.RestoreDateTime?.toISOString() ?? null,
    }
  } catch (failure) {
    if (failure instanceof ResourceNotFoundException) return null
    throw failure
  }
}

/** Rows that are read, and worked on, at a time: small beside what an on-demand table takes at once. */
const pageSize = 25

/** Every row of a table as it stands there, page by page. Rows of one partition come one after the other. */
export const everyPage = async function* (
  dynamodb: DynamoDBClient,
  TableName: string,
): AsyncGenerator<Item[]> {
  const pages = paginateScan({ client: dynamodb, pageSize }, { TableName, ConsistentRead: true })
  for await (const { Items = [] } of pages) yield Items
}
