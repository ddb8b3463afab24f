import { type AttributeValue, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'

import { dueShards } from './tables.ts'

/**
 * The rows of a `due` index whose time has come, longest overdue first, at most `limit` a shard: what
 * is left is found a minute later. The index may lag; the write that follows is conditional.
 */
export const dueRows = async (
  dynamodb: DynamoDBClient,
  table: string,
  sortKey: 'sweepAt' | 'nextTryAt',
  now: string,
  limit = 100,
): Promise<Record<string, AttributeValue>[]> => {
  const shards = await Promise.all(
    dueShards.map((shard) =>
      dynamodb.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard AND #at <= :now',
          ExpressionAttributeNames: { '#at': sortKey },
          ExpressionAttributeValues: { ':shard': { S: shard }, ':now': { S: now } },
          Limit: limit,
        }),
      ),
    ),
  )
  return shards.flatMap(({ Items }) => Items ?? [])
}
