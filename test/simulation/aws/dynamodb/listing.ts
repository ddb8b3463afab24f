import { compareValues, textOf } from './values.ts'
import type { Row } from './values.ts'

/** A row as it is kept. Nobody changes one: another takes its place. */
export type Entry = {
  key: string
  /** Where the row stands among rows that DynamoDB promises no order for: a hash of its key. */
  place: number
  bytes: number
  row: Row
}

export type KeyNames = { partition: string; sort: string | undefined }

/** FNV-1a: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
export const placeOf = (text: string) => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

export const comparePlaces = (one: Entry, other: Entry) =>
  one.place - other.place || (one.key === other.key ? 0 : one.key < other.key ? -1 : 1)

/** The rows that have the key's attributes, by partition and in order: a table's own, or those of an index. */
export const openListing = ({ partition, sort }: KeyNames) => {
  const partitions = new Map<string, Entry[]>()

  const partitionOf = (row: Row) => {
    const value = row[partition]
    return value && (sort === undefined || row[sort]) ? textOf(value) : undefined
  }
  const compare = (one: Entry, other: Entry) => {
    const [value, second] = sort === undefined ? [] : [one.row[sort], other.row[sort]]
    return (value && second && compareValues(value, second)) || comparePlaces(one, other)
  }
  const entriesWith = (entry: Entry) => {
    const name = partitionOf(entry.row)
    if (name === undefined) return undefined
    const known = partitions.get(name)
    const entries = known ?? []
    if (!known) partitions.set(name, entries)
    return entries
  }
  /** Where the entry is, or belongs. */
  const indexIn = (entries: Entry[], entry: Entry) => {
    let low = 0
    let high = entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      const at = entries[middle]
      if (at && compare(at, entry) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    partition,
    sort,
    partitionOf,
    compare,
    in: (name: string): readonly Entry[] => partitions.get(name) ?? [],
    remove: (entry: Entry) => {
      const entries = entriesWith(entry)
      entries?.splice(indexIn(entries, entry), 1)
    },
    add: (entry: Entry) => {
      const entries = entriesWith(entry)
      entries?.splice(indexIn(entries, entry), 0, entry)
    },
  }
}
export type Listing = ReturnType<typeof openListing>
