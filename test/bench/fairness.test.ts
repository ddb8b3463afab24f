import { describe, expect, it } from 'vitest'

import { measureAll } from '../../bench/fairness/measure.ts'
import { atLoad, regionOf } from '../../bench/fairness/region.ts'

describe('prices of places, in a small region of a fixed seed', () => {
  const measured = measureAll(atLoad(regionOf(7, { groups: 50 }), 1))

  it('never do better than the best that could have been done', () => {
    expect(Math.max(...Object.values(measured).map(({ shareOfOptimum }) => shareOfOptimum))).toBe(100)
  })

  it('place for more than the best group for whoever comes first does', () => {
    expect(measured.prices.shareOfOptimum).toBeGreaterThan(measured.greedy.shareOfOptimum)
    expect(measured.prices.shareOfOptimum).toBeGreaterThan(88)
  })
})
