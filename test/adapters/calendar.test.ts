import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { calendarOf } from '../../adapters/calendar.ts'
import type { Invitation } from '../../domain/way/invitation.ts'
import { anInvitation } from '../support/builders.ts'

const between = {
  organizer: { name: 'Riverside RC', email: 'notes@rc.example.org' },
  attendee: 'robin.vale@example.org',
}
const now = Date.parse('2026-10-20T16:00:00Z')

const write = (given: Partial<Invitation> = {}) => calendarOf(anInvitation(given), between, now)

/** What a calendar that knows nothing but the file makes of it. */
const read = (given: Partial<Invitation> = {}) => {
  const calendar = new ICAL.Component(ICAL.parse(write(given)))
  ICAL.TimezoneService.reset()
  ICAL.TimezoneService.register(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component)
  const entry = calendar.getFirstSubcomponent('vevent') as ICAL.Component
  return { calendar, entry, event: new ICAL.Event(entry) }
}

/** The instants of the coming sessions. */
const sessions = (given: Partial<Invitation>, count: number) => {
  const each = read(given).event.iterator()
  return Array.from({ length: count }, () => each.next().toJSDate().toISOString())
}

describe('an appointment in a calendar', () => {
  it.each([
    ['falls back', '2026-10-27T19:00', 'America/Chicago', ['2026-10-28T00:00', '2026-11-04T01:00']],
    ['springs forward', '2027-03-09T19:00', 'America/Chicago', ['2027-03-10T01:00', '2027-03-17T00:00']],
    ['has no change', '2026-10-27T19:00', 'America/Phoenix', ['2026-10-28T02:00', '2026-11-04T02:00']],
  ])('stays at seven in the evening when the clock %s', (_, wallClock, timeZone, expected) => {
    const startsAt = Temporal.PlainDateTime.from(wallClock).toZonedDateTime(timeZone).toInstant().toString()

    expect(sessions({ startsAt, timeZone }, 2)).toEqual(expected.map((instant) => `${instant}:00.000Z`))
  })

  it.each([
    'America/New_York',
    'America/Detroit',
    'America/Indiana/Indianapolis',
    'America/Kentucky/Louisville',
    'America/Chicago',
    'America/Denver',
    'America/Boise',
    'America/Phoenix',
    'America/Los_Angeles',
    'America/Anchorage',
    'America/Adak',
    'Pacific/Honolulu',
    'America/Puerto_Rico',
    'America/St_Thomas',
    'Pacific/Guam',
    'Pacific/Saipan',
    'Pacific/Pago_Pago',
  ])('keeps to the wall clock of %s for two years of weeks', (timeZone) => {
    const first = Temporal.PlainDateTime.from('2026-10-27T19:00').toZonedDateTime(timeZone)
    const weeks = 104

    expect(sessions({ startsAt: first.toInstant().toString(), timeZone }, weeks)).toEqual(
      Array.from({ length: weeks }, (_, week) =>
        new Date(first.add({ weeks: week }).epochMilliseconds).toISOString(),
      ),
    )
  })

  it('repeats on its weekday where it takes place, which may be another day in UTC', () => {
    const { event } = read({ startsAt: '2026-10-28T00:00:00Z', timeZone: 'America/Chicago' })

    expect(event.startDate.toString()).toBe('2026-10-27T19:00:00')
    expect(event.endDate.toString()).toBe('2026-10-27T20:30:00')
    expect(event.component.getFirstPropertyValue('rrule')?.toString()).toBe('FREQ=WEEKLY;BYDAY=TU')
  })

  it('happens once when it is not weekly', () => {
    expect(read({ weekly: false }).event.isRecurring()).toBe(false)
  })

  it('says what it is given and no more: no alarm, and private in a calendar that is shared', () => {
    const { calendar, entry } = read({ where: null, description: null })

    expect(
      entry
        .getAllProperties()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([
      'attendee',
      'class',
      'dtend',
      'dtstamp',
      'dtstart',
      'organizer',
      'rrule',
      'sequence',
      'status',
      'summary',
      'uid',
    ])
    expect(entry.getFirstPropertyValue('class')).toBe('PRIVATE')
    expect(entry.getAllSubcomponents()).toEqual([])
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//appointments//appointments//EN')
  })

  it('keeps every sign of what it is given', () => {
    const wild = {
      title: 'Tuesday; first, and “café”\nbring nothing\\else',
      where: '12 Elm St, Room 4; upstairs',
      description: 'Uno\r\nDos, tres;\nBEGIN:VALARM',
    }

    const { event } = read(wild)

    expect(event.summary).toBe(wild.title)
    expect(event.location).toBe(wild.where)
    expect(event.description).toBe('Uno\nDos, tres;\nBEGIN:VALARM')
    expect(event.component.getAllSubcomponents()).toEqual([])
  })

  it('is folded at 75 bytes, never inside a letter, and every line ends as calendars want it', () => {
    const long = 'Reunión de los martes 🕊 en el salón pequeño, '.repeat(8)

    const text = write({ title: long })

    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([])
    expect(text.isWellFormed() && lines.every((line) => line.isWellFormed())).toBe(true)
    expect(read({ title: long }).event.summary).toBe(long)
  })

  it('names who sends it and who is asked, or no mail program would show it as an appointment', () => {
    const { calendar, entry } = read()

    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(String(entry.getFirstPropertyValue('organizer')).toLowerCase()).toBe('mailto:notes@rc.example.org')
    expect(String(entry.getFirstPropertyValue('attendee')).toLowerCase()).toBe(
      'mailto:robin.vale@example.org',
    )
    expect(entry.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-10-20T16:00:00Z')
  })

  it('is called off under the id it was sent with, by a higher number', () => {
    const sent = read({ sequence: 0 })
    const calledOff = read({ sequence: 1, isCancelled: true })

    expect(calledOff.event.uid).toBe(sent.event.uid)
    expect(calledOff.event.sequence).toBeGreaterThan(sent.event.sequence)
    expect(calledOff.calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(calledOff.entry.getFirstPropertyValue('status')).toBe('CANCELLED')
  })
})
