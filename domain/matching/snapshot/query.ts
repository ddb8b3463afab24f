import type { Asking } from '../eligibility.ts'
import { soonPoints } from '../preferences.ts'
import { type Asked, askedOf } from './asked.ts'
import type { Snapshot } from './open.ts'
import { type Reach, reachOf } from './reach.ts'
import { basicsOf, topicsIn } from './signature.ts'
import { type FirstSession, type Week, weekIn, weekInFamily } from './weeks.ts'
import { dayMs } from './zone-clock.ts'

/** What a price takes from the score of a group, by the rank of its id: never less than nothing. */
export type PricesByRank = Int16Array

/** One person before one snapshot: what was worked out for them once, and how many groups were looked at. */
export interface Query {
  snapshot: Snapshot
  asked: Asked
  prices: PricesByRank | null
  /** Groups that refused a place a moment ago: they count as full, whatever the snapshot says. */
  taken: ReadonlySet<number>
  weeks: (Week | undefined)[]
  familyWeeks: (Week | undefined)[]
  /** Where they could go; null for someone whose home is not known. */
  reach: Reach | null
  session: FirstSession
  rowsTouched: number
}

export const newQuery = (
  snapshot: Snapshot,
  asking: Asking,
  { prices = null, taken = new Set() }: { prices?: PricesByRank | null; taken?: ReadonlySet<number> } = {},
): Query => {
  const asked = askedOf(snapshot, asking)
  const { latitude, longitude, travelMiles } = asked
  return {
    snapshot,
    asked,
    prices,
    taken,
    weeks: [],
    familyWeeks: [],
    reach: latitude === null || longitude === null ? null : reachOf(latitude, longitude, travelMiles),
    session: { start: Infinity, fits: false },
    rowsTouched: 0,
  }
}

export const weekOf = ({ snapshot, asked, weeks }: Query, zone: number): Week =>
  (weeks[zone] ??= weekIn(snapshot.about.zones[zone] ?? 'UTC', asked))

export const familyWeekOf = ({ snapshot, asked, familyWeeks }: Query, family: number): Week =>
  (familyWeeks[family] ??= weekInFamily(snapshot, family, asked))

/** A group of several topics stands in the list of each: it counts in the first of those that this person asks for. */
export const isFirstTopic = ({ snapshot, asked }: Query, signature: number, topic: number) => {
  const shared = topicsIn(basicsOf(snapshot.signatures, signature)) & asked.topics
  return (shared & -shared) === 1 << topic
}

export const soonFor = (start: number, now: number) => soonPoints(Math.floor((start - now) / dayMs))

export const priceOf = ({ prices }: Query, rank: number) => prices?.[rank] ?? 0
