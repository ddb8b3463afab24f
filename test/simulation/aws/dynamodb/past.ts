import type { Entry } from './listing.ts'

/** How far behind a read may be, in milliseconds; asked once for each row that was written within the last minute. */
export type BehindMs = () => number

const longestBehindMs = 60_000

/** What rows were before they were written, for reads that come too early to see it. */
export const openPast = (now: () => number) => {
  /** Oldest first. */
  const writes: { key: string; before: Entry | undefined; at: number }[] = []

  return {
    remember: (key: string, before: Entry | undefined) => {
      writes.push({ key, before, at: now() })
      while (writes[0] && writes[0].at < now() - longestBehindMs) writes.shift()
    },
    /** The rows that such a read sees as they were; undefined for one that was not there yet. */
    seenAsBefore: (behindMs: BehindMs | undefined, only?: string) => {
      const seen = new Map<string, Entry | undefined>()
      if (!behindMs) return seen
      const moments = new Map<string, number>()
      for (const { key, before, at } of writes) {
        if (seen.has(key) || (only !== undefined && key !== only)) continue
        const moment = moments.get(key) ?? now() - behindMs()
        moments.set(key, moment)
        if (at > moment) seen.set(key, before)
      }
      return seen
    },
  }
}
