import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'

import { type PlacePrices, placePricesSchema } from '../domain/placing/place-prices.ts'
import { fromItem, toItem } from './rows.ts'

/** No directory is called this: their names hold no `#`. */
const rowId = '#place-prices'

const rowSchema = z.extend(placePricesSchema, { schema: z.literal(1), feedId: z.string() })

/** Whether an item of the feeds table is the row of prices. They lie there together: see decision 19. */
export const isPriceRow = (item: Record<string, { S?: string | undefined }>) => item['feedId']?.S === rowId

export const priceRowOf = (item: Parameters<typeof fromItem>[1]) => fromItem(rowSchema, item)

/** The prices of places, one row that each night replaces. */
export const priceStore = (dynamodb: DynamoDBClient, table: string) => ({
  async find(): Promise<PlacePrices | null> {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: toItem({ feedId: rowId }), ConsistentRead: true }),
    )
    return Item ? priceRowOf(Item) : null
  },

  /** Replaces the prices before these; false when another run has done so meanwhile. */
  async replace(before: PlacePrices | null, after: PlacePrices): Promise<boolean> {
    const { version, setAt, byGroup } = after
    try {
      await dynamodb.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem({ schema: 1, feedId: rowId, version, setAt, byGroup }),
          ...(before === null
            ? { ConditionExpression: 'attribute_not_exists(feedId)' }
            : {
                ConditionExpression: '#version = :before',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: toItem({ ':before': before.version }),
              }),
        }),
      )
      return true
    } catch (failure) {
      if (failure instanceof ConditionalCheckFailedException) return false
      throw failure
    }
  },
})
