import { type Option, bestPlacing } from './best-placing.ts'
import { sortGroups } from './choose-group.ts'
import type { Asking } from './eligibility.ts'
import type { Group } from './group.ts'
import type { PlacePrice } from './place-prices.ts'

/** A group that someone could go to, and the points it has for them before any price. */
export interface Suited {
  groupId: string
  points: number
}

/** A group and the places it will have in the coming weeks: free now, and likely to be given up. */
export interface ComingPlaces {
  groupId: string
  places: number
}

/** How many weeks the prices look back, and as many ahead. */
export const weeksSeen = 8

/** Each night the weeks ahead are played through this often, each time with other people of those who asked. */
const samples = 5

/**
 * As many people as asked in these weeks, or at the pace of the later half of them when that is higher, and three tenths on
 * top: too high a price sends somebody to another group that suits them, too low a one leaves somebody without any.
 */
export const forecast = (inAll: number, inLaterHalf: number) =>
  Math.ceil(1.3 * Math.max(inAll, 2 * inLaterHalf))

/** A multiple that people can add up in their heads. It costs something: see docs/performance.md, Fair placing. */
const step = 25

/** No price is above this: it is what a good group has to offer, and more would say nothing more. */
const highest = 1200

/** As many as fit into one row of DynamoDB, with room to spare. */
const mostPriced = 3000

/**
 * Every group with places that suits someone, full ones too, with its points for them. A night looks at everyone who asked
 * in eight weeks: what shares no topic with them never suits, and is left out before the rules are read one by one.
 */
export const whatSuits = (asking: Asking, directory: readonly Group[]): Suited[] => {
  const { topics } = asking.request
  const candidates = directory.filter(
    (group) => group.enrolment === 'places' && group.topics.some((topic) => topics.includes(topic)),
  )
  const { places, full } = sortGroups(candidates, asking)
  return [...places, ...full].map(({ suggestion }) => ({
    groupId: suggestion.groupId,
    points: suggestion.score,
  }))
}

/**
 * Prices of places for the coming weeks. People who may come are drawn from those who did, by `random` (from 0 up to 1),
 * and placed as well as can be; what all would lose with one place less is the price of that place. Of the samples the
 * mean counts. Groups whose places cost nothing are left out.
 */
export const pricePlaces = (
  asked: readonly (readonly Suited[])[],
  { coming, people }: { coming: readonly ComingPlaces[]; people: number },
  random: () => number,
): Record<string, PlacePrice> => {
  const numberOf = new Map(coming.map(({ groupId }, place) => [groupId, place]))
  const options = asked.map((suited) =>
    suited.flatMap(({ groupId, points }): Option[] => {
      const place = numberOf.get(groupId)
      return place === undefined || points <= 0 ? [] : [{ place, worth: points }]
    }),
  )
  // A place that nobody expects is wanted all the same on the day it comes.
  const capacities = coming.map(({ places }) => Math.max(1, places))
  const sums = coming.map(() => ({ points: 0, people: 0 }))
  for (let sample = 0; sample < samples; sample += 1) {
    const drawn = Array.from({ length: people }, () => options[Math.floor(random() * options.length)] ?? [])
    const { prices } = bestPlacing({ capacities, people: drawn })
    for (const [place, sum] of sums.entries()) sum.points += prices[place] ?? 0
    for (const { place } of drawn.flat()) {
      const sum = sums[place]
      if (sum) sum.people += 1
    }
  }
  const priced: [string, PlacePrice][] = []
  for (const [place, { groupId, places }] of coming.entries()) {
    const sum = sums[place] ?? { points: 0, people: 0 }
    const points = Math.min(highest, step * Math.round(sum.points / samples / step))
    if (points > 0) priced.push([groupId, { points, people: Math.round(sum.people / samples), places }])
  }
  const dearest = priced.toSorted(([, one], [, other]) => other.points - one.points)
  return Object.fromEntries(dearest.slice(0, mostPriced))
}
