import { type Group, freePlaces } from '../../domain/groups/group.ts'
import { chooseGroup } from '../../domain/matching/choose-group.ts'
import { bestPlacing } from '../../domain/placing/best-placing.ts'
import type { PlacePrice, PlacePrices } from '../../domain/placing/place-prices.ts'
import { forecast, pricePlaces, rounded } from '../../domain/placing/price-places.ts'
import { strongestClaimFirst } from '../../domain/placing/waiting-order.ts'
import { seededChance } from '../../test/simulation/chance.ts'
import { type Person, type Region, days } from './region.ts'

/** Someone who waits longer than this has found something else, or has given up. */
export const patienceDays = 14

/** What a day of waiting takes from what a place is worth to someone, in points. */
const pointsPerDay = 10

export interface Policy {
  /** Which group someone is placed in. */
  places: 'first available' | 'best score'
  /** What the prices are made from that the scores are less; none without. The weeks ahead are known in a bench alone. */
  prices?: 'weeks before' | 'weeks ahead'
  /** Who of those who wait gets a place that is given up. */
  waiting: 'longest first' | 'fewest options first' | 'strongest claim first'
}

/** Where someone was placed, and after how many days. */
export interface Placed {
  groupId: string
  waited: number
}

/** By worth everyone's best group is the same; by points whoever asks for more counts for more. */
export type Measure = 'worth' | 'points'

/** What a placing is worth: what the group was worth to the person when they asked, less the days they waited. */
export const valueOf = ({ suited }: Person, { groupId, waited }: Placed, by: Measure) =>
  (suited.find((one) => one.groupId === groupId)?.[by] ?? 0) - Math.round(pointsPerDay * waited)

/** The region as a policy changes it: the same groups, with their places as they are taken and given up. */
const openGroups = (region: Region) => {
  const groups = new Map(region.groups.map((group) => [group.groupId, group]))
  const change = (groupId: string, by: number) => {
    const group = groups.get(groupId)
    if (group) groups.set(groupId, { ...group, placesTaken: group.placesTaken + by })
  }
  return {
    all: () => [...groups.values()],
    /** What suits a person; the rules have said before that nothing else does. */
    suiting: ({ suited }: Person): Group[] => suited.flatMap(({ groupId }) => groups.get(groupId) ?? []),
    take: (groupId: string) => change(groupId, 1),
    giveUp: (groupId: string) => change(groupId, -1),
  }
}

/** The prices of a night, from what is known by then: who asked in the eight weeks before, what was given up, and who waits. */
export const pricesOn = (
  day: number,
  region: Region,
  { groups, waiting }: { groups: readonly Group[]; waiting: readonly Person[] },
  random: () => number,
): PlacePrices => {
  const isSeen = (at: number) => at <= day && at > day - days
  const seen = [...region.before, ...region.arrivals].filter(({ arrives }) => isSeen(arrives))
  const later = seen.filter(({ arrives }) => arrives > day - days / 2)
  const givenUp = Map.groupBy(
    [...region.releasesBefore, ...region.releases].filter(({ at }) => isSeen(at)),
    ({ groupId }) => groupId,
  )
  const known = groups.map((group) => ({
    groupId: group.groupId,
    capacity: group.capacity,
    free: freePlaces(group),
    givenUp: givenUp.get(group.groupId)?.length ?? 0,
  }))
  const demand = {
    asked: seen.map(({ suited }) => suited),
    people: forecast(seen.length, later.length),
    waiting: waiting.map(({ suited }) => suited),
  }
  const { byGroup } = pricePlaces(demand, known, { random, isTimeForMore: () => true })
  return { version: day, setAt: '2026-01-01T00:00:00.000Z', byGroup }
}

/** Prices of a night that knows who will still come and which places will be given up: how far knowing more could lead. */
const pricesKnowingAll = (
  day: number,
  { arrivals, releases }: Region,
  groups: readonly Group[],
  waiting: readonly Person[],
): PlacePrices => {
  const numberOf = new Map(groups.map(({ groupId }, place) => [groupId, place]))
  const ahead = Map.groupBy(
    releases.filter(({ at }) => at > day),
    ({ groupId }) => groupId,
  )
  const capacities = groups.map((group) => freePlaces(group) + (ahead.get(group.groupId)?.length ?? 0))
  const toCome = [...waiting, ...arrivals.filter(({ arrives }) => arrives > day)]
  const people = toCome.map(({ suited }) =>
    suited.map(({ groupId, worth }) => ({ place: numberOf.get(groupId) ?? -1, worth })),
  )
  const { prices } = bestPlacing({ capacities, people })
  const priced = groups.map(({ groupId }, place): [string, PlacePrice] => [
    groupId,
    { points: rounded(prices[place] ?? 0), people: people.length, places: capacities[place] ?? 0 },
  ])
  return { version: day, setAt: '2026-01-01T00:00:00.000Z', byGroup: Object.fromEntries(priced) }
}

type Event = { at: number } & ({ arrives: Person } | { givenUp: string } | { night: number })

const eventsOf = (region: Region): Event[] => [
  ...region.arrivals.map((person) => ({ at: person.arrives, arrives: person })),
  ...region.releases.map(({ at, groupId }) => ({ at, givenUp: groupId })),
  ...Array.from({ length: days }, (_, day) => ({ at: day, night: day })),
]

/** Lives through the eight weeks of a region by one policy. Whoever is not in the answer was not placed. */
export const live = (region: Region, policy: Policy): Map<Person, Placed> => {
  const { random } = seededChance(1)
  const groups = openGroups(region)
  const placed = new Map<Person, Placed>()
  let waiting: Person[] = []
  let prices: PlacePrices | null = null

  const choose = (person: Person, at: number) => {
    const suiting = groups.suiting(person)
    if (policy.places === 'first available')
      return suiting.find((group) => freePlaces(group) > 0)?.groupId ?? null
    const now = person.asking.now.add({ seconds: Math.round((at - person.arrives) * 86_400) })
    return chooseGroup({ ...person.asking, now }, suiting, prices).held?.groupId ?? null
  }
  const place = (person: Person, at: number) => {
    const groupId = choose(person, at)
    if (groupId === null) return false
    groups.take(groupId)
    placed.set(person, { groupId, waited: at - person.arrives })
    return true
  }
  const inOrder = (people: Person[], freed: string): Person[] => {
    switch (policy.waiting) {
      case 'longest first':
        return people
      case 'fewest options first':
        return people.toSorted((one, other) => one.suited.length - other.suited.length)
      case 'strongest claim first':
        return strongestClaimFirst(
          freed,
          people.map((person) => ({
            person,
            suited: person.suited,
            intakeId: String(person.id).padStart(6, '0'),
            since: person.asking.now.toString({ smallestUnit: 'millisecond' }),
          })),
        ).map(({ person }) => person)
    }
  }

  for (const event of eventsOf(region).toSorted((one, other) => one.at - other.at)) {
    if ('night' in event) {
      waiting = waiting.filter(({ arrives }) => event.at - arrives <= patienceDays)
      if (policy.prices === 'weeks before')
        prices = pricesOn(event.night, region, { groups: groups.all(), waiting }, random)
      if (policy.prices === 'weeks ahead')
        prices = pricesKnowingAll(event.night, region, groups.all(), waiting)
      continue
    }
    if ('arrives' in event) {
      if (!place(event.arrives, event.at) && event.arrives.suited.length > 0) waiting.push(event.arrives)
      continue
    }
    groups.giveUp(event.givenUp)
    waiting = waiting.filter(({ arrives }) => event.at - arrives <= patienceDays)
    const [next] = inOrder(
      waiting.filter(({ suited }) => suited.some(({ groupId }) => groupId === event.givenUp)),
      event.givenUp,
    )
    if (next && place(next, event.at)) waiting = waiting.filter((person) => person !== next)
  }
  return placed
}
