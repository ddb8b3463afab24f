import type { Group } from '../../groups/group.ts'
import { topics } from '../../groups/topic.ts'
import { foundKinds } from './layout.ts'

/** A group on its way into a snapshot. */
export interface Row {
  group: Group
  /** Its place in the snapshot, and in the order of ids. */
  index: number
  rank: number
  /** Where it meets in the room; Infinity for a group that does not, or that is not on the map. */
  cell: number
  kind: number
  signature: number
  schedule: number
  /** Minutes of the week at which it begins, by its own clock. */
  slots: readonly number[]
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
