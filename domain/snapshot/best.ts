/** One group that a search found. */
export interface Found {
  row: number
  rank: number
  isInPerson: boolean
  /** Points, less the price of a place. */
  score: number
  /** Milliseconds since 1970. */
  start: number
  /** Whole miles, rounded up; Infinity where nearness counts for nothing. */
  miles: number
}

/** The best so far, best first, and never more than `limit`. */
export interface Best {
  limit: number
  found: Found[]
  /** Groups of one name count once. */
  nameOf: ((row: number) => number) | null
  /** What begins later than this is not kept; milliseconds since 1970. */
  latestStart: number
}

/** `bestFirst`, in numbers: most points, then the soonest session, the nearest, the id. */
const isBefore = (
  one: Omit<Found, 'row' | 'isInPerson'>,
  score: number,
  start: number,
  miles: number,
  rank: number,
) => {
  if (one.score !== score) return one.score > score
  if (one.start !== start) return one.start < start
  if (one.miles !== miles) return one.miles < miles
  return one.rank <= rank
}

/** Whether nothing that is at most this good can still come among the best. */
export const isBeyond = (
  { limit, found }: Best,
  score: number,
  start: number,
  miles: number,
  rank: number,
) => {
  const last = found[limit - 1]
  return last !== undefined && isBefore(last, score, start, miles, rank)
}

/** The score below which nothing is looked for any more. */
export const leastScore = ({ limit, found }: Best) => found[limit - 1]?.score ?? -Infinity

export const keep = ({ limit, found, nameOf, latestStart }: Best, one: Found) => {
  if (one.start > latestStart) return
  const name = nameOf?.(one.row)
  for (let at = 0; at < found.length; at += 1) {
    const other = found[at]
    if (!other || (other.row !== one.row && (name === undefined || nameOf?.(other.row) !== name))) continue
    if (isBefore(other, one.score, one.start, one.miles, one.rank)) return
    found.splice(at, 1)
    break
  }
  let at = found.length
  for (; at > 0; at -= 1) {
    const before = found[at - 1]
    if (before && isBefore(before, one.score, one.start, one.miles, one.rank)) break
  }
  if (at >= limit) return
  found.splice(at, 0, one)
  if (found.length > limit) found.pop()
}
