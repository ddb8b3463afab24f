import { bestPlacing } from './best-placing.ts'
import type { PlacePrice } from './place-prices.ts'
import type { Option } from './placing-problem.ts'
import type { Worth } from './what-suits.ts'

/** A group, the places it has, those of them that are free now, and how many were given up in the weeks seen. */
export interface KnownPlaces {
  groupId: string
  capacity: number
  free: number
  givenUp: number
}

/** How many weeks the prices look back, and how many ahead. */
export const weeksSeen = 8
const weeksAhead = 4

/** Each night the weeks ahead are played through this often, each time with other people of those who asked; less often when time runs out. */
const mostSamples = 20

/**
 * As many people as asked in these weeks, or at the pace of the later half of them when that is higher, and three tenths on
 * top: too high a price sends somebody to another group that suits them, too low a one leaves somebody without any.
 */
export const forecast = (inAll: number, inLaterHalf: number) =>
  Math.ceil((1.3 * Math.max(inAll, 2 * inLaterHalf) * weeksAhead) / weeksSeen)

/**
 * Eight places tell little in eight weeks: whether one or three were given up is mostly luck. So this many places that do as
 * those of all groups do are counted along with a group's own.
 */
const placesLikeAll = 20

/** How many places of each group will be given up in the weeks ahead. */
const givenUpAhead = (known: readonly KnownPlaces[]) => {
  const places = known.reduce((sum, { capacity }) => sum + capacity, 0)
  const perPlace = known.reduce((sum, { givenUp }) => sum + givenUp, 0) / Math.max(1, places)
  return known.map(({ capacity, givenUp }) => {
    const share = (givenUp + placesLikeAll * perPlace) / (capacity + placesLikeAll)
    return (share * capacity * weeksAhead) / weeksSeen
  })
}

/** A multiple that people can add up in their heads. It costs something: see docs/performance.md, Fair placing. */
const step = 25

/** A price as it is said, from one that is exact. */
export const rounded = (points: number) => step * Math.round(points / step)

/** As many as fit into one row of DynamoDB, with room to spare. */
const mostPriced = 3000

/** Who is expected to need a place in the weeks ahead. */
interface Demand {
  /** What suited each of those who asked in the weeks seen: those to come are drawn from them. */
  asked: readonly (readonly Worth[])[]
  /** How many will come. */
  people: number
  /** What suits each of those who wait now: they need a place for certain. */
  waiting: readonly (readonly Worth[])[]
}

interface Outside {
  /** From 0 up to 1. */
  random: () => number
  /** Whether one more sample can be played; asked after each. */
  isTimeForMore: () => boolean
}

/** There is time for what comes next when it ends before `end`, should it take as long as the longest so far. */
export const timeUntil = (end: number, now: () => number) => {
  let before = now()
  let longest = 0
  return () => {
    const at = now()
    longest = Math.max(longest, at - before)
    before = at
    return at + longest <= end
  }
}

/**
 * Prices of places for the coming weeks. People who may come are drawn from those who did, by `random`,
 * and placed, with those who wait, as well as can be; what all would win with one place more is the price of that place. Of the
 * samples that were played, which is one at least, the mean counts. Groups whose places cost nothing are left out.
 */
export const pricePlaces = (
  { asked, people, waiting }: Demand,
  known: readonly KnownPlaces[],
  { random, isTimeForMore }: Outside,
): { byGroup: Record<string, PlacePrice>; samples: number } => {
  const numberOf = new Map(known.map(({ groupId }, place) => [groupId, place]))
  const optionsOf = (suited: readonly Worth[]) =>
    suited.flatMap(({ groupId, worth }): Option[] => {
      const place = numberOf.get(groupId)
      return place === undefined || worth <= 0 ? [] : [{ place, worth }]
    })
  const options = asked.map(optionsOf)
  const wait = waiting.map(optionsOf)
  const ahead = givenUpAhead(known)
  const sums = known.map(() => ({ points: 0, people: 0 }))
  let samples = 0
  do {
    // Half a place is one in every other sample.
    const capacities = known.map(({ free }, place) => free + Math.floor((ahead[place] ?? 0) + random()))
    const drawn = Array.from({ length: people }, () => options[Math.floor(random() * options.length)] ?? [])
    const all = [...wait, ...drawn]
    const { prices } = bestPlacing({ capacities, people: all })
    for (const [place, sum] of sums.entries()) sum.points += prices[place] ?? 0
    for (const { place } of all.flat()) {
      const sum = sums[place]
      if (sum) sum.people += 1
    }
    samples += 1
  } while (samples < mostSamples && isTimeForMore())
  const priced: [string, PlacePrice][] = []
  for (const [place, { groupId, free }] of known.entries()) {
    const sum = sums[place] ?? { points: 0, people: 0 }
    const places = free + Math.round(ahead[place] ?? 0)
    const points = rounded(sum.points / samples)
    if (points > 0) priced.push([groupId, { points, people: Math.round(sum.people / samples), places }])
  }
  const dearest = priced.toSorted(([, one], [, other]) => other.points - one.points)
  return { byGroup: Object.fromEntries(dearest.slice(0, mostPriced)), samples }
}
