import { topics } from '../../groups/topic.ts'
import { foundKinds } from './layout.ts'
import type { Spot } from './spot.ts'

/** A group in its place in a snapshot. */
export interface Row extends Spot {
  index: number
  signature: number
  schedule: number
  /** The day, counted from 1970, of a first session that is still to come; else 0. */
  begins: number
  zone: number
}

/** The groups that can be found under each kind and topic, in the order that their lists are kept in. */
export const byKindAndTopic = (rows: readonly Row[]): Row[][] => {
  const lists: Row[][] = Array.from({ length: foundKinds.length * topics.length }, () => [])
  for (const row of rows) {
    if (row.kind >= foundKinds.length || row.slots.length === 0) continue
    for (const topic of new Set(row.group.topics))
      lists[row.kind * topics.length + topics.indexOf(topic)]?.push(row)
  }
  return lists
}
