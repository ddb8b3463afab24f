import type { Group } from '../domain/groups/group.ts'
import type { Readable } from './rows.ts'

/** A place given up a moment ago may show as taken, and the other way round, this long; the transaction decides. */
const freshForMs = 30_000

/**
 * The groups to choose from, read whole and kept for half a minute by each running function. What is stale costs a second
 * try and never a place too many: the transaction that holds a place checks the group as it is then.
 */
export const directory = (readAll: () => Promise<Readable<Group>>, now: () => number) => {
  let read: { at: number; groups: Promise<Readable<Group>> } | null = null

  return {
    groups(): Promise<Readable<Group>> {
      if (read === null || now() - read.at > freshForMs || now() < read.at) {
        const groups = readAll()
        read = { at: now(), groups }
        groups.catch(() => {
          read = null
        })
      }
      return read.groups
    },

    /** The groups as they are now, for when what we had read turned out to be old. */
    freshGroups(): Promise<Readable<Group>> {
      read = null
      return this.groups()
    },
  }
}
