import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'

/** Every sort key under one partition key: what is there, without what it says. */
export const sortKeys = async (
  dynamodb: DynamoDBClient,
  table: string,
  [partition, value]: readonly [name: string, value: string],
  sort: string,
): Promise<string[]> => {
  const pages = paginateQuery(
    { client: dynamodb },
    {
      TableName: table,
      KeyConditionExpression: '#partition = :value',
      ProjectionExpression: '#sort',
      ExpressionAttributeNames: { '#partition': partition, '#sort': sort },
      ExpressionAttributeValues: { ':value': { S: value } },
      ConsistentRead: true,
    },
  )
  const keys: string[] = []
  for await (const { Items = [] } of pages) keys.push(...Items.flatMap((item) => item[sort]?.S ?? []))
  return keys
}
