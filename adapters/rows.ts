import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod/mini'

type Item = Record<string, AttributeValue>

export const toItem = (row: object): Item => marshall(row, { removeUndefinedValues: true })

/** Reads a row back through its schema, so that nothing is believed because it was once written. */
export const fromItem = <T extends z.ZodMiniType>(schema: T, item: Item): z.infer<T> =>
  z.parse(schema, unmarshall(item))
