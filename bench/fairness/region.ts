import { Temporal } from 'temporal-polyfill'

import type { Group } from '../../domain/groups/group.ts'
import type { Strength, Wish } from '../../domain/groups/wish.ts'
import type { Home } from '../../domain/matching/decision.ts'
import type { Asking } from '../../domain/matching/eligibility.ts'
import { weeksSeen } from '../../domain/placing/price-places.ts'
import { type Suited, whatSuits } from '../../domain/placing/what-suits.ts'
import type { Request } from '../../domain/way/intake.ts'
import { type Chance, seededChance } from '../../test/simulation/chance.ts'

/*
 * An invented region of the size of Arizona and New Mexico: who asks there, and which groups there are. Every share below
 * is a choice of ours and no statistic; what counts is that all policies meet the same people.
 */

export const days = 7 * weeksSeen
/** A Monday with no change of clocks in the eight weeks before it or after it. */
const firstDay = Temporal.Instant.from('2026-01-05T07:00:00Z')

export type Subgroup = 'access need' | 'cannot pay' | 'rural' | 'Spanish only'
export const subgroups: readonly Subgroup[] = ['access need', 'cannot pay', 'rural', 'Spanish only']

export interface Person {
  id: number
  /** From 0 up to 1: at a lower load those with the lowest come. */
  lot: number
  /** Days from the start; before it for those who asked in the eight weeks before. */
  arrives: number
  asking: Asking
  subgroups: readonly Subgroup[]
  /** The groups that would do, by the product's own rules, and what each was worth at the time of asking. */
  suited: readonly Suited[]
}

/** A place given up by someone who went to the group before. */
interface Release {
  at: number
  groupId: string
}

export interface Region {
  /** As they stand on the first day. */
  groups: readonly Group[]
  /** In the order of time. */
  arrivals: readonly Person[]
  before: readonly Person[]
  releases: readonly Release[]
  releasesBefore: readonly Release[]
}

/** Cities with their weight among people; the small ones are rural. Coordinates are public facts. */
const cities = [
  { weight: 46, latitude: 33.45, longitude: -112.07, usState: 'AZ' },
  { weight: 10, latitude: 33.42, longitude: -111.83, usState: 'AZ' },
  { weight: 14, latitude: 32.22, longitude: -110.97, usState: 'AZ' },
  { weight: 12, latitude: 35.08, longitude: -106.65, usState: 'NM' },
  { weight: 3, latitude: 32.31, longitude: -106.78, usState: 'NM' },
  { weight: 2, latitude: 35.69, longitude: -105.94, usState: 'NM' },
  { weight: 2, latitude: 35.2, longitude: -111.65, usState: 'AZ' },
  { weight: 2, latitude: 32.69, longitude: -114.63, usState: 'AZ' },
] as const

const towns = [
  { weight: 1, latitude: 33.39, longitude: -104.52, usState: 'NM' },
  { weight: 1, latitude: 36.73, longitude: -108.22, usState: 'NM' },
  { weight: 1, latitude: 32.77, longitude: -108.28, usState: 'NM' },
  { weight: 1, latitude: 35.53, longitude: -108.74, usState: 'NM' },
  { weight: 1, latitude: 34.54, longitude: -112.47, usState: 'AZ' },
  { weight: 1, latitude: 31.56, longitude: -110.3, usState: 'AZ' },
  { weight: 1, latitude: 35.19, longitude: -114.05, usState: 'AZ' },
  { weight: 1, latitude: 36.14, longitude: -109.24, usState: 'AZ' },
] as const

const zones = { AZ: 'America/Phoenix', NM: 'America/Denver' } as const

type Spot = (typeof cities)[number] | (typeof towns)[number]

const weighted = <T extends { weight: number }>(chance: Chance, items: readonly T[]): T => {
  let left = chance.random() * items.reduce((sum, { weight }) => sum + weight, 0)
  const drawn = items.find(({ weight }) => (left -= weight) < 0) ?? items.at(-1)
  if (drawn === undefined) throw new Error('There is nothing to draw from.')
  return drawn
}

const topics = [
  { weight: 17, topic: 'worry' },
  { weight: 15, topic: 'low-mood' },
  { weight: 14, topic: 'drinking' },
  { weight: 13, topic: 'drugs' },
  { weight: 13, topic: 'trauma' },
  { weight: 11, topic: 'grief' },
  { weight: 9, topic: 'loved-one' },
  { weight: 8, topic: 'food' },
] as const

const topicsOf = (chance: Chance, second: number) => {
  const { topic } = weighted(chance, topics)
  return chance.happens(second) ? [...new Set([topic, weighted(chance, topics).topic])] : [topic]
}

const times = [
  { weight: 55, time: 'weekday-evening', startsAt: ['17:30', '18:00', '19:00', '19:30'] },
  { weight: 20, time: 'weekday-morning', startsAt: ['09:00', '10:00', '11:00'] },
  { weight: 15, time: 'weekday-afternoon', startsAt: ['13:00', '15:00'] },
  { weight: 10, time: 'weekend', startsAt: ['10:00', '14:00'] },
] as const

const near = (chance: Chance, spot: Spot, degrees: number) => ({
  latitude: spot.latitude + chance.between(-degrees, degrees),
  longitude: spot.longitude + chance.between(-degrees, degrees),
})

const aGroup = (chance: Chance, number: number): Group => {
  const isRural = chance.happens(0.09)
  const spot = isRural ? weighted(chance, towns) : weighted(chance, cities)
  const ledBy = chance.happens(0.45) ? 'therapist' : 'peer'
  const isOnline = chance.happens(0.4)
  const { time, startsAt } = weighted(chance, times)
  const groupId = `region/${String(number).padStart(3, '0')}`
  const spoken = chance.random()
  const isFree = chance.happens(ledBy === 'peer' ? 0.85 : 0.3)
  return {
    schema: 1,
    groupId,
    feedId: 'region',
    externalId: groupId,
    status: 'active',
    placesTaken: 0,
    version: 1,
    verifiedAt: '2026-01-01T00:00:00.000Z',
    name: groupId,
    programme: null,
    topics: topicsOf(chance, 0.25),
    ledBy,
    keptFor: [],
    offers: [
      ...(isFree ? (['free'] as const) : []),
      ...(chance.happens(0.35) ? (['step-free'] as const) : []),
      ...(chance.happens(0.15) ? (['captions'] as const) : []),
      ...(chance.happens(0.25) ? (['quiet'] as const) : []),
    ],
    languages: spoken < 0.08 ? ['es'] : spoken < 0.22 ? ['en', 'es'] : ['en'],
    minimumAge: 18,
    maximumAge: null,
    formats: isOnline ? ['video'] : chance.happens(0.1) ? ['in-person', 'video'] : ['in-person'],
    timeZone: zones[spot.usState],
    sessions: [
      {
        weekday: time === 'weekend' ? chance.pick([6, 7]) : chance.pick([1, 2, 3, 4, 5]),
        startsAt: chance.pick(startsAt),
        durationMinutes: 90,
      },
    ],
    startsOn: null,
    venue: { name: null, address: null, ...near(chance, spot, 0.12) },
    online: null,
    enrolment: 'places',
    capacity: Math.round(chance.between(4, 10.4)),
    costCents: isFree ? 0 : 4000,
    licensedStates: ledBy === 'therapist' ? [spot.usState] : null,
    notes: null,
    url: null,
    facilitator: null,
  }
}

const aRequest = (chance: Chance, wishes: Partial<Record<Wish, Strength>>): Request => {
  const asked = [weighted(chance, times).time, weighted(chance, times).time]
  const isFlexible = chance.happens(0.15)
  return {
    who: 'me',
    age: '25-64',
    safety: 'safe',
    topics: topicsOf(chance, 0.3),
    meet: chance.happens(0.4) ? ['in-person'] : chance.happens(0.35) ? ['video'] : ['in-person', 'video'],
    zip: null,
    usState: null,
    travelMiles: chance.pick([10, 15, 25, 50]),
    times: isFlexible ? ['not-sure'] : [...new Set(asked)],
    days: [],
    timesStrength: chance.happens(0.65) ? 'must' : 'nice',
    wishes,
    otherLanguage: null,
    name: '',
    note: null,
    helper: null,
  }
}

const aPerson = (chance: Chance, id: number, arrives: number, groups: readonly Group[]): Person => {
  const isRural = chance.happens(0.09)
  const spot = isRural ? weighted(chance, towns) : weighted(chance, cities)
  const spoken = chance.random()
  const isSpanishOnly = spoken < 0.12
  const isBilingual = spoken >= 0.12 && spoken < 0.26
  const hasAccessNeed = chance.happens(0.1)
  const cannotPay = chance.happens(0.25)
  const wishes: Partial<Record<Wish, Strength>> = {
    ...(isSpanishOnly && { spanish: 'must' }),
    ...(isBilingual && { spanish: 'nice' }),
    ...(hasAccessNeed && { [chance.pick(['step-free', 'step-free', 'captions'] as const)]: 'must' }),
    ...(cannotPay && { free: 'must' }),
    ...(chance.happens(0.2) && { quiet: 'nice' }),
    ...(chance.happens(0.15) && { 'therapist-led': 'nice' }),
    ...(chance.happens(0.15) && { 'peer-led': 'nice' }),
  }
  const home: Home = { ...near(chance, spot, 0.15), timeZone: zones[spot.usState], usState: spot.usState }
  const asking: Asking = {
    request: aRequest(chance, wishes),
    language: isSpanishOnly ? 'es' : 'en',
    home,
    now: firstDay.add({ seconds: Math.round(arrives * 86_400) }),
    excluding: [],
  }
  return {
    id,
    lot: chance.random(),
    arrives,
    asking,
    subgroups: [
      ...(hasAccessNeed ? (['access need'] as const) : []),
      ...(cannotPay ? (['cannot pay'] as const) : []),
      ...(isRural ? (['rural'] as const) : []),
      ...(isSpanishOnly ? (['Spanish only'] as const) : []),
    ],
    suited: whatSuits(asking, groups),
  }
}

/** Of all places this share is free on the first day, and this share is given up in eight weeks. */
const freeAtFirst = 0.38
const givenUp = 0.42

const releasesOf = (chance: Chance, groups: readonly Group[], from: number): Release[] =>
  groups
    .flatMap(({ groupId, placesTaken }) =>
      Array.from({ length: placesTaken }, () => groupId)
        .filter(() => chance.happens(givenUp / (1 - freeAtFirst)))
        .map((one) => ({ groupId: one, at: from + chance.random() * days })),
    )
    .toSorted((one, other) => one.at - other.at)

const peopleOf = (
  chance: Chance,
  { count, from, groups }: { count: number; from: number; groups: readonly Group[] },
) =>
  Array.from({ length: count }, () => from + chance.random() * days)
    .toSorted((one, other) => one - other)
    .map((arrives, id) => aPerson(chance, id, arrives, groups))

/** The highest load that is tried: people of eight weeks for each place there is, free or not. */
const mostLoad = 1.4

const placesOf = (groups: readonly Group[]) => groups.reduce((sum, { capacity }) => sum + capacity, 0)

/** The region of a seed, with as many people as the highest load has. */
export const regionOf = (seed: number, { groups: howMany }: { groups: number }): Region => {
  const chance = seededChance(seed)
  const empty = Array.from({ length: howMany }, (_, number) => aGroup(chance, number))
  const groups = empty.map((group) => ({
    ...group,
    placesTaken: Array.from({ length: group.capacity }).filter(() => !chance.happens(freeAtFirst)).length,
  }))
  const count = Math.round(mostLoad * placesOf(groups))
  return {
    groups,
    arrivals: peopleOf(chance, { count, from: 0, groups }),
    before: peopleOf(chance, { count, from: -days, groups }),
    releases: releasesOf(chance, groups, 0),
    releasesBefore: releasesOf(chance, groups, -days),
  }
}

const withLowestLots = (people: readonly Person[], count: number) => {
  const chosen = new Set(people.toSorted((one, other) => one.lot - other.lot).slice(0, count))
  return people.filter((person) => chosen.has(person))
}

/** The same region with fewer people, both in its eight weeks and in those before. */
export const atLoad = (region: Region, load: number): Region => {
  const count = Math.round(load * placesOf(region.groups))
  return {
    ...region,
    arrivals: withLowestLots(region.arrivals, count),
    before: withLowestLots(region.before, count),
  }
}
