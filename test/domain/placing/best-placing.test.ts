import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bestPlacing } from '../../../domain/placing/best-placing.ts'
import type { PlacingProblem } from '../../../domain/placing/placing-problem.ts'

/** The best there is, found by trying everything. */
const byTryingAll = ({ capacities, people }: PlacingProblem): number => {
  const [options, ...others] = people
  if (options === undefined) return 0
  const placed = options.flatMap(({ place, worth }) => {
    if ((capacities[place] ?? 0) === 0) return []
    return [worth + byTryingAll({ capacities: withMore(capacities, place, -1), people: others })]
  })
  return Math.max(byTryingAll({ capacities, people: others }), ...placed)
}

const withMore = (capacities: readonly number[], place: number, more: 1 | -1) =>
  capacities.map((count, at) => (at === place ? count + more : count))

const aProblem = ({ people, places, most }: { people: number; places: number; most: number }) =>
  fc
    .record({
      capacities: fc.array(fc.nat(most), { minLength: 1, maxLength: places }),
      wants: fc.array(fc.array(fc.tuple(fc.nat(places - 1), fc.integer({ min: 1, max: 200 }))), {
        maxLength: people,
      }),
    })
    .map(({ capacities, wants }): PlacingProblem => ({
      capacities,
      people: wants.map((options) =>
        [...new Map(options)]
          .filter(([place]) => place < capacities.length)
          .map(([place, worth]) => ({ place, worth })),
      ),
    }))

/** Far more people than places, each with several that would do, and few kinds of worth, so that much is as good as something else. */
const crowded = fc
  .record({ kinds: fc.constantFrom(3, 20, 200), places: fc.integer({ min: 4, max: 16 }) })
  .chain(({ kinds, places }) =>
    fc.record({
      capacities: fc.array(fc.nat(5), { minLength: places, maxLength: places }),
      people: fc.array(
        fc.uniqueArray(fc.record({ place: fc.nat(places - 1), worth: fc.integer({ min: 1, max: kinds }) }), {
          minLength: 1,
          maxLength: 6,
          selector: ({ place }) => place,
        }),
        { minLength: 60, maxLength: 120 },
      ),
    }),
  )

const small = aProblem({ people: 6, places: 4, most: 2 })
const large = aProblem({ people: 120, places: 20, most: 6 })

describe('the best placing', () => {
  it('is as good as the best that trying everything finds', () => {
    fc.assert(
      fc.property(small, (problem) => {
        expect(bestPlacing(problem).worth).toBe(byTryingAll(problem))
      }),
      { numRuns: 500 },
    )
  })

  it('puts nobody where they did not ask to be, and no more people in a place than it takes', () => {
    fc.assert(
      fc.property(fc.oneof(large, crowded), ({ capacities, people }) => {
        const { placeOf, worth } = bestPlacing({ capacities, people })
        const worths = placeOf.map((at, person) =>
          at === null ? 0 : people[person]?.find(({ place }) => place === at)?.worth,
        )

        expect(worths).not.toContain(undefined)
        expect(worths.reduce((sum: number, one) => sum + (one ?? 0), 0)).toBe(worth)
        for (const [place, capacity] of capacities.entries())
          expect(placeOf.filter((at) => at === place).length).toBeLessThanOrEqual(capacity)
      }),
    )
  })

  it('makes others move over for someone once, where two ways are as good', () => {
    const [first, second, third, fourth] = [0, 1, 2, 3]
    const settled = (has: number, could: number) => [
      { place: has, worth: 10 },
      { place: could, worth: 9 },
    ]
    const newcomer = [first, second].map((place) => ({ place, worth: 9 }))
    const people = [settled(first, third), settled(second, fourth), newcomer]

    // One of the two who are settled keeps what is worth ten.
    expect(bestPlacing({ capacities: [1, 1, 1, 1], people }).worth).toBe(9 + 9 + 10)
  })

  it('gives prices that prove it: nobody would rather pay for another place, and what is paid adds up', () => {
    fc.assert(
      fc.property(fc.oneof(large, crowded), ({ capacities, people }) => {
        const { prices, worth } = bestPlacing({ capacities, people })
        // Weak duality: for any prices of 0 or more, no placing is worth more than this sum. So one that reaches it is best.
        const gains = people.map((options) =>
          Math.max(
            0,
            ...options
              .filter(({ place }) => (capacities[place] ?? 0) > 0)
              .map((option) => option.worth - (prices[option.place] ?? 0)),
          ),
        )
        const bound =
          gains.reduce((sum, gain) => sum + gain, 0) +
          capacities.reduce((sum, capacity, place) => sum + capacity * (prices[place] ?? 0), 0)

        expect(Math.min(0, ...prices)).toBe(0)
        expect(worth).toBe(bound)
      }),
    )
  })

  it('prices a place at what all win when one more comes, where there is none as well', () => {
    fc.assert(
      fc.property(small, ({ capacities, people }) => {
        const { prices, worth } = bestPlacing({ capacities, people })
        const won = capacities.map(
          (_, place) => byTryingAll({ capacities: withMore(capacities, place, 1), people }) - worth,
        )

        expect(prices).toEqual(won)
      }),
      { numRuns: 300 },
    )
  })

  it('prices it so where many would as well have another place, too', () => {
    fc.assert(
      fc.property(crowded, ({ capacities, people }) => {
        const { prices, worth } = bestPlacing({ capacities, people })
        const won = capacities.map(
          (_, place) => bestPlacing({ capacities: withMore(capacities, place, 1), people }).worth - worth,
        )

        expect(prices).toEqual(won)
      }),
    )
  })
})
