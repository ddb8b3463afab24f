import { describe, expect, it } from 'vitest'

import { areFresh } from '../../domain/place-prices.ts'
import { forecast, pricePlaces, whatSuits } from '../../domain/price-places.ts'
import { seededChance } from '../simulation/chance.ts'
import { aGroup, anOpenMeeting, asking, placePrices } from '../support/builders.ts'

/** Two kinds of people: those who can go to either group, and those for whom only the first is right. */
const either = [
  { groupId: 'rare', points: 140 },
  { groupId: 'wide', points: 130 },
]
const onlyRare = [{ groupId: 'rare', points: 120 }]

const pricesOf = (
  asked: Parameters<typeof pricePlaces>[0],
  places: Record<string, number>,
  people = asked.length,
) =>
  pricePlaces(
    asked,
    { coming: Object.entries(places).map(([groupId, count]) => ({ groupId, places: count })), people },
    seededChance(1).random,
  )

describe('the price of a place', () => {
  const asked = [...Array.from({ length: 10 }, () => either), ...Array.from({ length: 10 }, () => onlyRare)]

  it('is what those who have no other group would lose, less what others have elsewhere', () => {
    // With fewer places than people who need them, one place less leaves one of them without: 120 points.
    expect(pricesOf(asked, { rare: 4, wide: 40 })).toEqual({
      rare: { points: 125, people: 20, places: 4 },
    })
  })

  it('is nothing where there is a place for everyone', () => {
    expect(pricesOf(asked, { rare: 40, wide: 40 })).toEqual({})
  })

  it('is small where whoever goes elsewhere loses little', () => {
    // Nobody needs the rare group alone: one place less costs the ten points between the two.
    expect(
      pricesOf(
        Array.from({ length: 20 }, () => either),
        { rare: 4, wide: 40 },
      ),
    ).toEqual({})
  })

  it('is a multiple of 25, never below nothing and never above 1,200', () => {
    const dear = Array.from({ length: 20 }, () => [{ groupId: 'rare', points: 2000 }])
    const cheap = Array.from({ length: 20 }, () => [{ groupId: 'rare', points: 37 }])

    expect(pricesOf(dear, { rare: 1 })['rare']?.points).toBe(1200)
    expect(pricesOf(cheap, { rare: 1 })['rare']?.points).toBe(25)
    expect(pricesOf([], { rare: 1 }, 0)).toEqual({})
  })

  it('is the same for a full group: the next place that comes is wanted too', () => {
    expect(pricesOf(asked, { rare: 0, wide: 40 })['rare']?.points).toBe(125)
  })
})

describe('the weeks ahead', () => {
  it('are expected to bring more people than came, at the pace of the busier half', () => {
    expect(forecast(100, 50)).toBe(130)
    expect(forecast(100, 80)).toBe(208)
    expect(forecast(100, 10)).toBe(130)
  })
})

describe('what suits someone', () => {
  it('is every group with places that no rule keeps them from, full ones too, and no open meeting', () => {
    const full = aGroup({ groupId: 'a/full', placesTaken: 8 })
    const other = aGroup({ groupId: 'a/other', topics: ['grief'] })
    const suited = whatSuits(asking(), [aGroup(), full, other, anOpenMeeting({ topics: ['trauma'] })])

    expect(suited.map(({ groupId }) => groupId).toSorted()).toEqual(['a/full', aGroup().groupId])
    expect(suited[0]?.points).toBeGreaterThan(100)
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
