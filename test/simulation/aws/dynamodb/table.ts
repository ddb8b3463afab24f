import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'

import { openListing, placeOf } from './listing.ts'
import type { Entry, Listing } from './listing.ts'
import { openPast } from './past.ts'
import type { BehindMs } from './past.ts'
import { readSchema } from './schema.ts'
import { rowSize, textOf } from './values.ts'
import type { Row } from './values.ts'

/** DynamoDB leaves alone what expired longer ago, as it is more likely a mistake than a wish. */
const fiveYearsSeconds = 5 * 365 * 24 * 60 * 60

/** The rows of one table, its indexes, and what it still knows of their past. */
export const openTable = (input: CreateTableCommandInput, now: () => number) => {
  const schema = readSchema(input)
  const own = openListing(schema.own)
  const indexes = new Map(schema.indexes.map(([name, key]) => [name, openListing(key)]))
  const listings = [own, ...indexes.values()]
  const entries = new Map<string, Entry>()
  const past = openPast(now)
  let expiresBy: string | undefined
  /** No row expires before this second. */
  let nextExpiry = Infinity

  const keyOf = (row: Row) => {
    const [partition, sort] = [row[schema.own.partition], row[schema.own.sort ?? '']]
    return `${partition ? textOf(partition) : ''}\0${sort ? textOf(sort) : ''}`
  }
  const expiryOf = ({ row }: Entry) => (expiresBy === undefined ? NaN : Number(row[expiresBy]?.N))

  const replace = (key: string, after: Entry | undefined) => {
    const before = entries.get(key)
    if (before) for (const listing of listings) listing.remove(before)
    if (after) {
      entries.set(key, after)
      for (const listing of listings) listing.add(after)
      if (expiryOf(after) < nextExpiry) nextExpiry = expiryOf(after)
    } else entries.delete(key)
    past.remember(key, before)
  }

  const seenBy = (
    behindMs: BehindMs | undefined,
    current: readonly Entry[],
    belongs: (entry: Entry) => boolean,
    compare: Listing['compare'],
  ) => {
    const seen = past.seenAsBefore(behindMs)
    if (seen.size === 0) return current
    const before = [...seen.values()].filter((entry) => entry !== undefined).filter(belongs)
    return [...current.filter(({ key }) => !seen.has(key)), ...before].toSorted(compare)
  }

  return {
    schema,
    own,
    indexes,
    keyOf,
    entryOf: (row: Row): Entry => {
      const key = keyOf(row)
      return { key, place: placeOf(key), bytes: rowSize(row), row }
    },
    replace,

    get: (key: string, behindMs?: BehindMs) => {
      const seen = past.seenAsBefore(behindMs, key)
      return (seen.has(key) ? seen.get(key) : entries.get(key))?.row
    },
    all: (compare: Listing['compare'], behindMs?: BehindMs) =>
      seenBy(behindMs, [...entries.values()].toSorted(compare), () => true, compare),
    listed: (listing: Listing, partition: string, behindMs?: BehindMs) =>
      seenBy(
        behindMs,
        listing.in(partition),
        ({ row }) => listing.partitionOf(row) === partition,
        listing.compare,
      ),
    rows: () => Array.from(entries.values(), ({ row }) => row),

    expiresBy: () => expiresBy,
    setExpiry: (attribute: string | undefined) => {
      expiresBy = attribute
      nextExpiry = -Infinity
    },
    expire: () => {
      const second = now() / 1000
      if (!(nextExpiry < second)) return
      nextExpiry = Infinity
      for (const entry of entries.values()) {
        const expiry = expiryOf(entry)
        if (expiry >= second) nextExpiry = Math.min(nextExpiry, expiry)
        else if (expiry > second - fiveYearsSeconds) replace(entry.key, undefined)
      }
    },
  }
}
export type Table = ReturnType<typeof openTable>
/** Throws as DynamoDB does where there is none of that name. */
export type TableNamed = (name: string | undefined) => Table
