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
  /** The score below which nothing is looked for any more. */
  least: number
}

export const noneYet = (
  limit: number,
  { nameOf, latestStart = Infinity }: Pick<Best, 'nameOf'> & { latestStart?: number },
): Best => ({ limit, found: [], nameOf, latestStart, least: -Infinity })

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
  // Not to read past the end of the list, for that is slow.
  const last = found.length < limit ? undefined : found[limit - 1]
  return last !== undefined && isBefore(last, score, start, miles, rank)
}

/** Where the same group stands, or another of its name; else the end of the list. */
const placeOfSame = ({ found, nameOf }: Best, row: number) => {
  const name = nameOf?.(row)
  for (let at = 0; at < found.length; at += 1) {
    const other = found[at]
    if (other && (other.row === row || (nameOf !== null && nameOf(other.row) === name))) return at
  }
  return found.length
}

export const keep = (best: Best, one: Found) => {
  const { limit, found, latestStart } = best
  if (one.start > latestStart) return
  if (isBeyond(best, one.score, one.start, one.miles, one.rank)) return
  const same = placeOfSame(best, one.row)
  const other = found[same]
  if (other && isBefore(other, one.score, one.start, one.miles, one.rank)) return
  // Whatever stands between its place and the one it takes over, or the end, moves down by one.
  let at = same
  for (; at > 0; at -= 1) {
    const before = found[at - 1]
    if (!before || isBefore(before, one.score, one.start, one.miles, one.rank)) break
    if (at < limit) found[at] = before
  }
  if (at < limit) found[at] = one
  if (found.length === limit) best.least = found[limit - 1]?.score ?? -Infinity
}
