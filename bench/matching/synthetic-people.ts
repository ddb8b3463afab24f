import { Temporal } from 'temporal-polyfill'

import type { Format } from '../../domain/groups/format.ts'
import type { Topic } from '../../domain/groups/topic.ts'
import { type Strength, type Wish, otherLanguages } from '../../domain/groups/wish.ts'
import type { Asking } from '../../domain/matching/eligibility.ts'
import type { Request } from '../../domain/way/intake.ts'
import { type Chance, seededChance } from './chance.ts'
import type { Place } from './homes.ts'

const topics: readonly (readonly [number, Topic])[] = [
  [28, 'drinking'],
  [14, 'drugs'],
  [15, 'worry'],
  [15, 'low-mood'],
  [10, 'trauma'],
  [8, 'grief'],
  [5, 'loved-one'],
  [3, 'food'],
  [2, 'habits'],
]

const meet: readonly (readonly [number, Format[]])[] = [
  [40, ['in-person', 'video']],
  [25, ['in-person']],
  [20, ['video']],
  [10, ['in-person', 'video', 'phone']],
  [5, ['video', 'phone']],
]

const wishes: readonly (readonly [number, Wish])[] = [
  [0.1, 'women'],
  [0.05, 'men'],
  [0.06, 'lgbtq'],
  [0.04, 'veterans'],
  [0.03, 'people-of-color'],
  [0.1, 'twelve-step'],
  [0.06, 'faith'],
  [0.06, 'not-faith'],
  [0.12, 'peer-led'],
  [0.12, 'therapist-led'],
  [0.3, 'free'],
  [0.08, 'spanish'],
  [0.02, 'other-language'],
  [0.01, 'asl'],
  [0.02, 'captions'],
  [0.08, 'step-free'],
  [0.04, 'quiet'],
  [0.04, 'child-care'],
  [0.04, 'rides'],
]

const ages: readonly (readonly [number, Request['age']])[] = [
  [14, '18-24'],
  [72, '25-64'],
  [14, '65-plus'],
]

const travelMiles: readonly (readonly [number, number])[] = [
  [5, 2],
  [15, 5],
  [35, 10],
  [30, 25],
  [15, 50],
]

const times = (chance: Chance): Request['times'] => {
  if (chance.isSo(0.15)) return ['not-sure']
  const picked = (['weekday-morning', 'weekday-afternoon', 'weekday-evening', 'weekend'] as const).filter(
    (part) => chance.isSo(part === 'weekday-evening' ? 0.65 : 0.35),
  )
  return picked.length > 0 ? picked : ['weekday-evening']
}

const wishesOf = (chance: Chance): Request['wishes'] =>
  Object.fromEntries(
    wishes
      .filter(([probability]) => chance.isSo(probability))
      .map(([, wish]): [Wish, Strength] => [wish, chance.isSo(0.15) ? 'must' : 'nice']),
  )

const request = (chance: Chance, { zip }: Place): Request => ({
  who: 'me',
  age: chance.weighted(ages),
  safety: 'safe',
  topics: [...new Set(Array.from({ length: 1 + chance.below(3) }, () => chance.weighted(topics)))],
  meet: [...chance.weighted(meet)],
  zip,
  usState: null,
  travelMiles: chance.weighted(travelMiles),
  times: times(chance),
  days: chance.isSo(0.2) ? [1, 2, 3, 4, 5, 6, 7].filter(() => chance.isSo(0.5)) : [],
  timesStrength: chance.isSo(0.5) ? 'must' : 'nice',
  wishes: wishesOf(chance),
  otherLanguage: chance.oneOf(otherLanguages),
  name: 'Robin Vale',
  note: null,
  helper: null,
})

/** `count` people who all ask at `now`, the same for the same seed. */
export const syntheticPeople = (
  count: number,
  { homeOf, now, seed = 2 }: { homeOf: (chance: Chance) => Place; now: number; seed?: number },
): Asking[] => {
  const chance = seededChance(seed)
  return Array.from({ length: count }, () => {
    const home = homeOf(chance)
    const { latitude, longitude, timeZone, usState } = home
    return {
      request: request(chance, home),
      language: chance.isSo(0.1) ? 'es' : 'en',
      home: { latitude, longitude, timeZone, usState },
      now: Temporal.Instant.fromEpochMilliseconds(now),
      excluding: [],
    }
  })
}
