import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { comingSessions, firstSessionAt } from '../../../domain/way/first-session.ts'
import { monday9am } from '../../support/builders.ts'

/** Tuesdays at 7 pm and Saturdays at 10 am, in Chicago. */
const group = {
  sessions: [
    { weekday: 6, startsAt: '10:00', durationMinutes: 60 },
    { weekday: 2, startsAt: '19:00', durationMinutes: 60 },
  ],
  timeZone: 'America/Chicago',
  nextSessionAt: null,
}

const at = (session: string, date = '', time = '') =>
  firstSessionAt({ session, date, time }, group, monday9am)

describe('the coming sessions of a group', () => {
  it('are the next ones of all its days, soonest first', () => {
    expect(comingSessions(group, monday9am, 3)).toEqual([
      '2026-11-25T01:00:00.000Z',
      '2026-11-28T16:00:00.000Z',
      '2026-12-02T01:00:00.000Z',
    ])
  })

  it('keep the clock on the wall when clocks change', () => {
    const before = Temporal.Instant.from('2026-10-30T12:00:00Z')

    expect(comingSessions(group, before, 2)).toEqual(['2026-10-31T15:00:00.000Z', '2026-11-04T01:00:00.000Z'])
  })

  it('begin with the first one of a group that has yet to begin', () => {
    const begins = { ...group, nextSessionAt: '2026-12-12T16:00:00.000Z' }

    expect(comingSessions(begins, monday9am, 2)).toEqual([
      '2026-12-12T16:00:00.000Z',
      '2026-12-16T01:00:00.000Z',
    ])
  })

  it('are none where no times are known', () => {
    expect(comingSessions({ ...group, sessions: [] }, monday9am, 3)).toEqual([])
  })
})

describe('the first session', () => {
  it('is one of the next that was picked, also when it has begun since', () => {
    expect(at('2026-11-25T01:00:00.000Z')).toEqual({ at: '2026-11-25T01:00:00.000Z' })
    const later = monday9am.add({ hours: 38 })
    const asked = { session: '2026-11-25T01:00:00.000Z', date: '', time: '' }
    expect(firstSessionAt(asked, group, later)).toEqual({ at: '2026-11-25T01:00:00.000Z' })
  })

  it('is never a moment at which the group does not meet, unless it was typed', () => {
    for (const session of ['2026-11-25T02:00:00.000Z', 'soon', '2030-11-25T01:00:00.000Z'])
      expect(at(session)).toEqual({ problems: [{ field: 'session', problem: 'format' }] })
  })

  it.each([
    ['12/1/2026', '7:00 pm'],
    ['2026-12-01', '19:00'],
    ['12/01/2026', '7 PM'],
    [' 12/1/2026 ', '7:00p.m.'],
  ])('is a typed day and time by the group’s own clock (%s, %s)', (date, time) => {
    expect(at('other', date, time)).toEqual({ at: '2026-12-02T01:00:00.000Z' })
  })

  it.each([
    [
      '',
      '',
      [
        ['date', 'required'],
        ['time', 'required'],
      ],
    ],
    ['2/30/2026', '7 pm', [['date', 'format']]],
    ['1.12.2026', '7 pm', [['date', 'format']]],
    ['12/1/2026', '7', [['time', 'format']]],
    ['12/1/2026', '13 pm', [['time', 'format']]],
    ['12/1/2026', '25:00', [['time', 'format']]],
    ['11/20/2026', '7 pm', [['date', 'past']]],
    ['12/1/2027', '7 pm', [['date', 'too-far-ahead']]],
  ])('says what is wrong with “%s” and “%s”', (date, time, problems) => {
    expect(at('other', date, time)).toEqual({
      problems: problems.map(([field, problem]) => ({ field, problem })),
    })
  })

  it('of this morning can still be written down in the evening', () => {
    expect(at('other', '11/23/2026', '7:00 am')).toEqual({ at: '2026-11-23T13:00:00.000Z' })
  })
})
