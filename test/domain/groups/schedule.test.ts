import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { nextStart, partOfWeek } from '../../../domain/groups/schedule.ts'

const tuesday7pm = { weekday: 2, startsAt: '19:00', durationMinutes: 60 }
const at = (iso: string) => Temporal.Instant.from(iso)
const zones = [
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Denver',
  'America/Puerto_Rico',
  'Pacific/Guam',
  'America/New_York',
]

describe('when a weekly session next begins', () => {
  it.each(zones)('is Tuesday 7 pm on the wall in %s, in every week of the year', (zone) => {
    for (let week = 0; week < 54; week += 1) {
      const start = nextStart(tuesday7pm, zone, at('2026-01-01T00:00:00Z').add({ hours: week * 168 }))

      expect([start.dayOfWeek, start.hour, start.minute]).toEqual([2, 19, 0])
    }
  })

  it('keeps 7 pm when clocks change between now and then', () => {
    const beforeTheChange = at('2026-10-31T12:00:00Z')

    const start = nextStart(tuesday7pm, 'America/Los_Angeles', beforeTheChange)

    expect(start.toInstant().toString()).toBe('2026-11-04T03:00:00Z')
  })

  it('is an hour apart for Arizona and the Navajo Nation in summer, and the same in winter', () => {
    const apart = (now: string) =>
      nextStart(tuesday7pm, 'America/Phoenix', at(now)).epochMilliseconds -
      nextStart(tuesday7pm, 'America/Denver', at(now)).epochMilliseconds

    expect([apart('2026-07-01T00:00:00Z'), apart('2026-12-01T00:00:00Z')]).toEqual([3_600_000, 0])
  })

  it('moves a time that the clocks skip on by the hour that is missing', () => {
    const sunday230am = { weekday: 7, startsAt: '02:30', durationMinutes: 60 }

    const start = nextStart(sunday230am, 'America/New_York', at('2027-03-13T12:00:00Z'))

    expect(start.toPlainTime().toString()).toBe('03:30:00')
  })

  it('is not before the first day of a group that has yet to begin', () => {
    const start = nextStart(tuesday7pm, 'America/New_York', at('2026-11-23T00:00:00Z'), '2027-01-06')

    expect(start.toPlainDate().toString()).toBe('2027-01-12')
  })

  it('is always later than now and within eight days of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (weekday, hour, zone, date) => {
          const now = Temporal.Instant.fromEpochMilliseconds(date.getTime())
          const session = { weekday, startsAt: `${String(hour).padStart(2, '0')}:15`, durationMinutes: 60 }

          const hours = now.until(nextStart(session, zone, now).toInstant()).total('hours')

          expect(hours).toBeGreaterThan(0)
          expect(hours).toBeLessThan(8 * 24)
        },
      ),
    )
  })
})

describe('the parts of the week that people pick', () => {
  it.each([
    ['2026-11-24T05:00', 'weekday-morning'],
    ['2026-11-24T12:00', 'weekday-afternoon'],
    ['2026-11-24T17:00', 'weekday-evening'],
    ['2026-11-28T19:00', 'weekend'],
    ['2026-11-24T03:00', 'small-hours'],
  ])('%s is %s', (local, part) => {
    const start = Temporal.PlainDateTime.from(local).toZonedDateTime('America/Chicago')

    expect(partOfWeek(start)).toBe(part)
  })
})
