import { describe, expect, it } from 'vitest'

import { readSessionChoice } from '../../domain/session-choice.ts'
import { monday9am } from '../support/builders.ts'

const chicago = 'America/Chicago'
const read = (date: string, time: string, timeZone = chicago) =>
  readSessionChoice({ picked: 'other', date, time }, timeZone, monday9am)

describe('a first session that is typed', () => {
  it.each([
    ['2026-12-01', '19:00'],
    ['12/1/2026', '7 pm'],
    [' 12/01/2026 ', '7:00 p.m.'],
    ['2026-12-01', '7:00PM'],
  ])('is by the clock of the group: %s %s', (date, time) => {
    expect(read(date, time)).toEqual({ at: '2026-12-02T01:00:00.000Z' })
  })

  it('knows noon from midnight', () => {
    expect(read('2026-12-01', '12 pm')).toEqual({ at: '2026-12-01T18:00:00.000Z' })
    expect(read('2026-12-01', '12:30 am')).toEqual({ at: '2026-12-01T06:30:00.000Z' })
  })

  it('moves on with the clocks when they skip that hour', () => {
    expect(read('2027-03-14', '02:30')).toEqual({ at: '2027-03-14T08:30:00.000Z' })
  })

  it.each([
    ['', '19:00', 'date-format'],
    ['tomorrow', '19:00', 'date-format'],
    ['2026-02-30', '19:00', 'date-format'],
    ['13/1/2026', '19:00', 'date-format'],
    ['2026-12-01', '', 'time-format'],
    ['2026-12-01', '7', 'time-format'],
    ['2026-12-01', '25:00', 'time-format'],
    ['2026-12-01', '13 pm', 'time-format'],
    ['2026-11-22', '19:00', 'passed'],
    ['2027-12-01', '19:00', 'too-late'],
  ])('is refused with what is wrong: %s %s', (date, time, problem) => {
    expect(read(date, time)).toEqual({ problem })
  })

  it('may have begun this morning, for someone who is on the way', () => {
    expect(read('2026-11-23', '10:00')).toEqual({ at: '2026-11-23T16:00:00.000Z' })
  })
})

describe('a first session that is picked', () => {
  it('is that moment, and nothing else that is sent under its name', () => {
    const pick = (picked: string) => readSessionChoice({ picked, date: '', time: '' }, chicago, monday9am)

    expect(pick('2026-12-02T01:00:00Z')).toEqual({ at: '2026-12-02T01:00:00.000Z' })
    expect(pick('')).toEqual({ problem: 'required' })
    expect(pick('<b>')).toEqual({ problem: 'required' })
    expect(pick('2026-11-18T01:00:00Z')).toEqual({ problem: 'passed' })
  })
})
