import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { milesBetween } from '../../../domain/matching/distance.ts'

const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true })
const point = fc.record({ latitude: degrees(90), longitude: degrees(180) })

const halfRound = Math.PI * 3958.7613

describe('the distance between two places', () => {
  // Between airports, as airlines give them.
  it.each([
    [
      'San Francisco to New York',
      { latitude: 37.6188, longitude: -122.375 },
      { latitude: 40.6398, longitude: -73.7789 },
      2586,
    ],
    [
      'Chicago to Kansas City',
      { latitude: 41.9786, longitude: -87.9048 },
      { latitude: 39.2976, longitude: -94.7139 },
      403,
    ],
    [
      'Honolulu to Guam',
      { latitude: 21.3187, longitude: -157.9224 },
      { latitude: 13.4834, longitude: 144.796 },
      3801,
    ],
  ])('is right from %s, within a hundredth', (_way, from, to, miles) => {
    expect(Math.abs(milesBetween(from, to) / miles - 1)).toBeLessThan(0.01)
  })

  it('counts a minute of latitude as a nautical mile', () => {
    const miles = milesBetween({ latitude: 0, longitude: 0 }, { latitude: 1 / 60, longitude: 0 })

    expect(miles).toBeCloseTo(1.1513, 2)
  })

  it('is a number when a coordinate is zero', () => {
    expect(milesBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 0 })).toBe(0)
  })

  it('is never negative, never further than the other side of the world, and the same both ways', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const miles = milesBetween(from, to)

        expect(miles).toBeGreaterThanOrEqual(0)
        expect(miles).toBeLessThanOrEqual(halfRound + 1e-6)
        expect(milesBetween(to, from)).toBeCloseTo(miles, 6)
      }),
    )
  })

  it('is nothing from a place to itself, on whichever side of the date line it is written', () => {
    fc.assert(
      fc.property(point, ({ latitude, longitude }) => {
        const again = { latitude, longitude: longitude > 0 ? longitude - 360 : longitude + 360 }

        expect(milesBetween({ latitude, longitude }, again)).toBeCloseTo(0, 3)
      }),
    )
  })

  it('is never longer straight than by way of a third place', () => {
    fc.assert(
      fc.property(point, point, point, (from, by, to) => {
        expect(milesBetween(from, to)).toBeLessThanOrEqual(
          milesBetween(from, by) + milesBetween(by, to) + 1e-3,
        )
      }),
    )
  })
})
