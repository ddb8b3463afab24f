import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod/mini'

type Item = Record<string, AttributeValue>

export const toItem = (row: object): Item => marshall(row, { removeUndefinedValues: true })

/** Reads a row back through its schema, so that nothing is believed because it was once written. */
export const fromItem = <T extends z.ZodMiniType>(schema: T, item: Item): z.infer<T> =>
  z.parse(schema, unmarshall(item))

const day = 86_400

/** The moment, in seconds since 1970, after which DynamoDB removes a row by itself (`expiresBy` in tables.ts). */
export const secondsAfter = (at: string, days: number) => Math.ceil(Date.parse(at) / 1000) + days * day

/** Rows that could be read, and how many could not. */
export interface Readable<Row> {
  rows: Row[]
  unread: number
}

/**
 * Reads many rows, each for itself: one that a newer or a broken version wrote must not keep the others from being seen.
 * Whoever asks has to say aloud that some were left.
 */
export const readEach = <Row>(items: readonly Item[], read: (item: Item) => Row): Readable<Row> => {
  const rows: Row[] = []
  for (const item of items)
    try {
      rows.push(read(item))
    } catch {
      continue
    }
  return { rows, unread: items.length - rows.length }
}
