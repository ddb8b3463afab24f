import { describe, expect, it } from 'vitest'

import { areFresh } from '../../../domain/placing/place-prices.ts'
import { forecast, pricePlaces, timeUntil } from '../../../domain/placing/price-places.ts'
import { whatSuits } from '../../../domain/placing/what-suits.ts'
import { seededChance } from '../../simulation/chance.ts'
import { aGroup, anOpenMeeting, asking, placePrices } from '../../support/builders.ts'

/** Two kinds of people: those who can go to either group, and those for whom only the first is right. */
const either = [
  { groupId: 'rare', worth: 140 },
  { groupId: 'wide', worth: 130 },
]
const onlyRare = [{ groupId: 'rare', worth: 120 }]

type Demand = Parameters<typeof pricePlaces>[0]
type Known = Parameters<typeof pricePlaces>[1]

const priced = (demand: Demand, known: Known, isTimeForMore = () => true) =>
  pricePlaces(demand, known, { random: seededChance(1).random, isTimeForMore })

const pricesOf = (
  asked: Demand['asked'],
  places: Record<string, number>,
  { people = asked.length, waiting = [] }: Partial<Demand> = {},
) =>
  priced(
    { asked, people, waiting },
    Object.entries(places).map(([groupId, free]) => ({ groupId, capacity: free, free, givenUp: 0 })),
  ).byGroup

describe('the price of a place', () => {
  const asked = [...Array.from({ length: 10 }, () => either), ...Array.from({ length: 10 }, () => onlyRare)]

  it('is what those who have no other group would lose, less what others have elsewhere', () => {
    // With fewer places than people who need them, one place more takes one of them in: 120 points.
    expect(pricesOf(asked, { rare: 4, wide: 40 })).toEqual({
      rare: { points: 125, people: 20, places: 4 },
    })
  })

  it('is nothing where there is a place for everyone', () => {
    expect(pricesOf(asked, { rare: 40, wide: 40 })).toEqual({})
  })

  it('is small where whoever goes elsewhere loses little', () => {
    // Nobody needs the rare group alone: one place more brings the ten points between the two.
    expect(
      pricesOf(
        Array.from({ length: 20 }, () => either),
        { rare: 4, wide: 40 },
      ),
    ).toEqual({})
  })

  it('is a multiple of 25, and never more than the place is worth', () => {
    const dear = Array.from({ length: 20 }, () => [{ groupId: 'rare', worth: 1000 }])
    const cheap = Array.from({ length: 20 }, () => [{ groupId: 'rare', worth: 37 }])

    expect(pricesOf(dear, { rare: 1 })['rare']?.points).toBe(1000)
    expect(pricesOf(cheap, { rare: 1 })['rare']?.points).toBe(25)
    expect(pricesOf([], { rare: 1 })).toEqual({})
  })

  it('counts those who wait, whoever else may come', () => {
    expect(pricesOf([], { rare: 1 }, { waiting: [onlyRare, onlyRare] })).toEqual({
      rare: { points: 125, people: 2, places: 1 },
    })
  })

  it('is the same for a full group: the next place that comes is wanted too', () => {
    expect(pricesOf(asked, { rare: 0, wide: 40 })['rare']?.points).toBe(125)
  })
})

describe('the four weeks ahead', () => {
  it('are expected to bring more people than half of the eight weeks did, at the pace of the busier half', () => {
    expect(forecast(100, 50)).toBe(65)
    expect(forecast(100, 80)).toBe(104)
    expect(forecast(100, 10)).toBe(65)
  })

  const full = (groupId: string, givenUp: number, capacity = 8) => ({ groupId, capacity, free: 0, givenUp })
  const placesOf = (...known: ReturnType<typeof full>[]) => {
    const asked = [known.map(({ groupId }) => ({ groupId, worth: 500 }))]
    const { byGroup } = priced({ asked, people: 500, waiting: [] }, known)
    return Object.fromEntries(Object.entries(byGroup).map(([groupId, { places }]) => [groupId, places]))
  }

  it('are expected to bring half as many places as were given up', () => {
    expect(placesOf(full('a/large', 60, 200))).toEqual({ 'a/large': 30 })
  })

  it('bring half a place in about every other sample', () => {
    const known = [full('rare', 1)]
    const asked = [[{ groupId: 'rare', worth: 500 }]]
    const { rare } = priced({ asked, people: 1, waiting: [] }, known).byGroup

    // One person, for whom there is a place or not: then one more is worth all 500 or nothing.
    expect(rare?.points).toBeGreaterThanOrEqual(100)
    expect(rare?.points).toBeLessThanOrEqual(400)
  })

  it('tell a small group by what all groups do, and a large one by what it did itself', () => {
    expect(placesOf(full('a/small', 0), full('a/large', 60, 200))).toEqual({ 'a/small': 1, 'a/large': 30 })
    expect(placesOf(full('a/small', 8), full('a/large', 0, 200))).toEqual({ 'a/small': 1, 'a/large': 0 })
  })
})

describe('a night', () => {
  const known = [{ groupId: 'rare', capacity: 1, free: 1, givenUp: 0 }]
  const demand = { asked: [onlyRare], people: 3, waiting: [onlyRare] }

  /** A night in which each sample takes a minute, and that has so many. */
  const nightOf = (minutes: number) => {
    let minute = 0
    return priced(
      demand,
      known,
      timeUntil(minutes, () => minute++),
    )
  }

  it('plays twenty samples when there is time', () => {
    expect(priced(demand, known).samples).toBe(20)
    expect(nightOf(60).samples).toBe(20)
  })

  it('stops in time, and gives what the samples played come to', () => {
    expect(nightOf(6)).toEqual({ byGroup: { rare: { points: 125, people: 4, places: 1 } }, samples: 6 })
  })

  it('plays one sample when there is no time at all', () => {
    expect(nightOf(0)).toEqual({ byGroup: { rare: { points: 125, people: 4, places: 1 } }, samples: 1 })
  })

  it('does not begin a sample that would end too late if it took as long as the longest before', () => {
    const looks = [0, 10, 50, 60]
    const isTimeForMore = timeUntil(95, () => looks.shift() ?? 0)

    expect([isTimeForMore(), isTimeForMore(), isTimeForMore()]).toEqual([true, true, false])
  })
})

describe('what suits someone', () => {
  it('is every group with places that no rule keeps them from, full ones too, and no open meeting', () => {
    const full = aGroup({ groupId: 'a/full', placesTaken: 8 })
    const other = aGroup({ groupId: 'a/other', topics: ['grief'] })
    const suited = whatSuits(asking(), [aGroup(), full, other, anOpenMeeting({ topics: ['trauma'] })])

    expect(suited.map(({ groupId }) => groupId).toSorted()).toEqual(['a/full', aGroup().groupId])
  })

  it('is worth a thousand where it suits them best, however much they ask for, and less elsewhere by what it has less', () => {
    const asksMuch = asking({ asks: { wishes: { quiet: 'nice', captions: 'nice', free: 'nice' } } })
    const hasAll = aGroup({ groupId: 'a/all', offers: ['quiet', 'captions', 'free'] })
    const hasLess = aGroup({ groupId: 'a/less', offers: ['captions', 'free'] })
    const worths = (who: typeof asksMuch) =>
      Object.fromEntries(whatSuits(who, [hasAll, hasLess]).map(({ groupId, worth }) => [groupId, worth]))

    expect(worths(asksMuch)).toEqual({ 'a/all': 1000, 'a/less': 880 })
    expect(worths(asking())).toEqual({ 'a/all': 1000, 'a/less': 1000 })
  })
})

describe('prices', () => {
  it('count for three days', () => {
    const prices = placePrices({})
    const set = Date.parse(prices.setAt)

    expect(areFresh(prices, set + 3 * 86_400_000)).toBe(true)
    expect(areFresh(prices, set + 3 * 86_400_000 + 1)).toBe(false)
  })
})
