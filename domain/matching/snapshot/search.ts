import type { Format } from '../../groups/format.ts'
import type { Asking } from '../eligibility.ts'
import { type Found, noneYet } from './best.ts'
import { idAt } from './ids.ts'
import { searchInPerson } from './in-person.ts'
import { foundKinds } from './layout.ts'
import { searchOnline } from './online.ts'
import type { Snapshot } from './open.ts'
import { type PricesByRank, type Query, newQuery } from './query.ts'
import { basicsOf, formatBits, formatsIn } from './signature.ts'

export type FoundKind = (typeof foundKinds)[number]

/** A group that a search found, as the plain rules would rank it. */
export interface Hit {
  groupId: string
  format: Format
  /** Points, less the price of a place. */
  score: number
  /** Milliseconds since 1970. */
  startsAt: number
}

export interface Search {
  /** How many of each kind. A kind that is not named is not looked for. */
  limits: Partial<Record<FoundKind, number>>
  prices?: PricesByRank | null
  /** Ranks of groups that refused a place: they count as full. */
  taken?: ReadonlySet<number>
  /** Groups of one name count once, and the best of them stands for all. */
  oneOfEachName?: boolean
  /** Groups that this person could first come to later than this are left out; milliseconds since 1970. */
  latestStart?: number
}

const formatOf = ({ snapshot, asked }: Query, { row, isInPerson }: Found): Format => {
  if (isInPerson) return 'in-person'
  const signature = snapshot.signature[row] ?? 0
  const formats = formatsIn(basicsOf(snapshot.signatures, signature))
  return (formats & asked.formats & formatBits.video) === 0 ? 'phone' : 'video'
}

/**
 * The best groups of each kind for one person: the same groups, scores and order that `sortGroups` and `bestFirst` give over
 * all groups one by one, having looked at few of them.
 */
export const searchSnapshot = (
  snapshot: Snapshot,
  asking: Asking,
  { limits, prices = null, taken = new Set(), oneOfEachName = false, latestStart = Infinity }: Search,
): Record<FoundKind, Hit[]> & { rowsTouched: number } => {
  const query = newQuery(snapshot, asking, { prices, taken })
  // An open meeting has no places, and so no price.
  const pricesOf = (kind: FoundKind) => (kind === 'open' ? null : prices)
  const nameOf = oneOfEachName ? (row: number) => snapshot.name[row] ?? 0 : null
  const search = (kind: FoundKind): Hit[] => {
    const best = noneYet(limits[kind] ?? 0, { nameOf, latestStart })
    if (best.limit > 0) {
      query.prices = pricesOf(kind)
      searchInPerson(query, foundKinds.indexOf(kind), best)
      searchOnline(query, foundKinds.indexOf(kind), best)
    }
    return best.found.map((found) => ({
      groupId: idAt(snapshot.ids, found.rank),
      format: formatOf(query, found),
      score: found.score,
      startsAt: found.start,
    }))
  }
  return {
    places: search('places'),
    open: search('open'),
    full: search('full'),
    rowsTouched: query.rowsTouched,
  }
}
