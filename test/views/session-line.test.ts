import { describe, expect, it } from 'vitest'

import { sessionLine } from '../../views/session-line.ts'
import { en, es } from '../support/all-words.ts'
import { aSuggestion, anOnlineSuggestion } from '../support/suggestions.ts'

const session = (weekday: number, startsAt: string) => ({ weekday, startsAt, durationMinutes: 60 })

const fourAWeek = anOnlineSuggestion({
  timeZone: 'America/Chicago',
  nextSessionAt: '2026-11-25T01:00:00Z',
  sessions: [session(5, '18:00'), session(1, '19:00'), session(2, '19:00'), session(3, '19:00')],
})

describe('when a group meets', () => {
  it('is told to those who go there by the clock on its own wall', () => {
    expect(sessionLine(aSuggestion(), 'America/New_York', en)).toBe('Tuesday 7:00 pm')
    expect(sessionLine(aSuggestion(), 'America/Chicago', es)).toBe('martes 7:00 p.m.')
    expect(sessionLine({ ...fourAWeek, format: 'in-person' }, 'America/Los_Angeles', en)).toBe(
      'Monday, Tuesday, and Wednesday 7:00 pm; Friday 6:00 pm',
    )
  })

  it('is told to those who join from elsewhere by their own clock, with the group’s behind', () => {
    expect(sessionLine(anOnlineSuggestion(), 'America/Chicago', en)).toBe(
      'Tuesday 6:00 pm your time (7:00 pm Eastern time)',
    )
    expect(sessionLine(anOnlineSuggestion(), 'America/Chicago', es)).toBe(
      'martes 6:00 p.m. donde usted está (7:00 p.m. hora del Este)',
    )
  })

  it('is told by the reader’s clock for each session and not for the next one alone', () => {
    expect(sessionLine(fourAWeek, 'America/Los_Angeles', en)).toBe(
      'Your time: Monday, Tuesday, and Wednesday 5:00 pm; Friday 4:00 pm (7:00 pm and 6:00 pm Central time)',
    )
    expect(sessionLine(fourAWeek, 'America/Los_Angeles', es)).toBe(
      'Donde usted está: lunes, martes y miércoles 5:00 p.m.; viernes 4:00 p.m. (7:00 p.m. y 6:00 p.m. hora del Centro)',
    )
  })

  it('says once the time that several days share', () => {
    const evenings = { ...fourAWeek, sessions: fourAWeek.sessions.slice(1) }

    expect(sessionLine(evenings, 'America/Los_Angeles', en)).toBe(
      'Monday, Tuesday, and Wednesday 5:00 pm your time (7:00 pm Central time)',
    )
  })

  it('names the group’s days too where they are other days, over the end of the week as well', () => {
    const late = anOnlineSuggestion({
      timeZone: 'Pacific/Honolulu',
      nextSessionAt: '2026-11-25T06:00:00Z',
      sessions: [session(2, '20:00'), session(7, '20:00')],
    })

    expect(sessionLine(late, 'America/New_York', en)).toBe(
      'Monday and Wednesday 1:00 am your time (Tuesday and Sunday 8:00 pm Hawaii-Aleutian standard time)',
    )
  })

  it('goes by the clocks of the season', () => {
    const inArizona = (nextSessionAt: string) =>
      sessionLine(anOnlineSuggestion({ timeZone: 'America/Phoenix', nextSessionAt }), 'America/Chicago', en)

    expect(inArizona('2026-11-25T02:00:00Z')).toContain('Tuesday 8:00 pm your time')
    expect(inArizona('2026-07-08T02:00:00Z')).toContain('Tuesday 9:00 pm your time')
  })

  it('does not trouble those who live by the same clock under another name', () => {
    const nearby = anOnlineSuggestion({ timeZone: 'America/New_York' })

    expect(sessionLine(nearby, 'America/Detroit', en)).toBe('Tuesday 7:00 pm')
  })

  it('names the zone where the next day is not known', () => {
    const someDay = { ...fourAWeek, nextSessionAt: null }

    expect(sessionLine(someDay, 'America/Los_Angeles', en)).toBe(
      'Monday, Tuesday, and Wednesday 7:00 pm; Friday 6:00 pm Central time',
    )
    expect(sessionLine(someDay, 'America/Chicago', en)).not.toContain('Central')
  })

  it('sends the person to ask when nobody told us', () => {
    const unknown = aSuggestion({ sessions: [], nextSessionAt: null })

    expect(sessionLine(unknown, 'America/Chicago', en)).toBe('Ask the group when it meets')
  })
})
