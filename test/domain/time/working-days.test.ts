import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { afterWorkingMinutes, endOfWorkingDay } from '../../../domain/time/working-days.ts'
import { anOffice } from '../../support/builders.ts'

const chicago = anOffice({ timeZone: 'America/Chicago' })
const at = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('America/Chicago').toInstant()
const inChicago = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('America/Chicago').toPlainDateTime().toString()

describe('two working days', () => {
  it.each([
    ['a Monday morning', '2026-11-23T09:00', '2026-11-25T17:00:00'],
    ['a Monday night counts from Tuesday', '2026-11-23T22:00', '2026-11-26T17:00:00'],
    ['a Friday goes over the weekend', '2026-11-20T10:00', '2026-11-24T17:00:00'],
    ['a Saturday counts from Monday', '2026-11-21T10:00', '2026-11-25T17:00:00'],
    ['5 pm is too late for that day', '2026-11-23T17:00', '2026-11-26T17:00:00'],
  ])('%s', (_, from, until) => {
    expect(inChicago(endOfWorkingDay(at(from), 2, chicago))).toBe(until)
  })

  it('go around the days on which staff are away', () => {
    const thanksgiving = anOffice({ timeZone: 'America/Chicago', closedDays: ['2026-11-26', '2026-11-27'] })

    expect(inChicago(endOfWorkingDay(at('2026-11-25T09:00'), 2, thanksgiving))).toBe('2026-12-01T17:00:00')
  })

  it('never end on a day on which staff are away, and always later than they begin', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        fc.nat(5),
        (date, days) => {
          const now = Temporal.Instant.fromEpochMilliseconds(date.getTime())

          const end = endOfWorkingDay(now, days, chicago)

          expect(end.toZonedDateTimeISO('America/Chicago').dayOfWeek).toBeLessThan(6)
          expect(Temporal.Instant.compare(end, now)).toBe(1)
        },
      ),
    )
  })
})

describe('half an hour of working time', () => {
  it.each([
    ['within the day', '2026-11-23T10:00', '2026-11-23T10:30:00'],
    ['before they open', '2026-11-23T06:00', '2026-11-23T09:30:00'],
    ['goes on the next morning', '2026-11-23T16:50', '2026-11-24T09:20:00'],
    ['of a day that ends in the middle of a minute', '2026-11-23T16:50:20.5', '2026-11-24T09:20:20.5'],
    ['leaves out the weekend', '2026-11-20T16:50', '2026-11-23T09:20:00'],
    ['at night', '2026-11-23T23:00', '2026-11-24T09:30:00'],
  ])('%s', (_, from, until) => {
    expect(inChicago(afterWorkingMinutes(at(from), 30, chicago))).toBe(until)
  })
})
