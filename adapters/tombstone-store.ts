import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'

import { tombstoneDays } from '../domain/person/retention.ts'
import type { Write } from './commit.ts'
import { secondsAfter, toItem } from './rows.ts'

export const tombstoneSchema = z.looseObject({
  intakeId: z.string(),
  /** When DynamoDB removes it, in seconds since 1970. */
  expiresAt: z.int(),
})

/**
 * What is left of an erased person for `tombstoneDays`: that neither a late message about them nor a back-up in which they
 * still are may bring them back.
 */
export const tombstoneStore = (dynamodb: DynamoDBClient, table: string) => ({
  async has(intakeId: string): Promise<boolean> {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: { intakeId: { S: intakeId } }, ConsistentRead: true }),
    )
    return Item !== undefined
  },

  /** Written with the erasure itself: from that moment nothing brings the person back. */
  bury: (intakeId: string, at: string): Write<'never'> => ({
    refusedAs: 'never',
    item: {
      Put: {
        TableName: table,
        Item: toItem({ intakeId, erasedAt: at, expiresAt: secondsAfter(at, tombstoneDays) }),
      },
    },
  }),

  /** Holds only while the person has not been erased. */
  none: (intakeId: string): Write<'erased'> => ({
    refusedAs: 'erased',
    item: {
      ConditionCheck: {
        TableName: table,
        Key: { intakeId: { S: intakeId } },
        ConditionExpression: 'attribute_not_exists(intakeId)',
      },
    },
  }),
})
