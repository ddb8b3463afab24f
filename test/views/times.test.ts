import { describe, expect, it } from 'vitest'

import { dateLine, languageName, sessionLine, shortTime, weekdayName } from '../../views/times.ts'
import { en } from '../../views/words/en.ts'
import { es } from '../../views/words/es.ts'
import { aSuggestion, anOnlineSuggestion } from '../support/suggestions.ts'

describe('dates', () => {
  it('are those of the place, not of the machine', () => {
    const instant = '2026-11-27T04:00:00Z'

    expect(dateLine(instant, 'America/Chicago', 'en')).toBe('Thursday, November 26')
    expect(dateLine(instant, 'Pacific/Guam', 'en')).toBe('Friday, November 27')
    expect(dateLine(instant, 'America/Chicago', 'es')).toBe('jueves 26 de noviembre')
  })

  it('fit into a subject line for staff', () => {
    expect(shortTime('2026-11-26T23:00:00Z', 'America/Chicago')).toBe('Thu 5 pm')
    expect(shortTime('2026-11-26T23:30:00Z', 'America/Chicago')).toBe('Thu 5:30 pm')
  })

  it('name the days of the week from Monday', () => {
    expect([1, 7].map((day) => weekdayName(day, 'en'))).toEqual(['Monday', 'Sunday'])
    expect([1, 7].map((day) => weekdayName(day, 'es'))).toEqual(['lunes', 'domingo'])
  })
})

describe('when a group meets', () => {
  it('is told by the clock on its own wall', () => {
    expect(sessionLine(aSuggestion(), 'America/New_York', en)).toBe('Tuesday 7:00 pm')
    expect(sessionLine(aSuggestion(), 'America/Chicago', es)).toBe('Martes 7:00 p.m.')
  })

  it('is told by both clocks to those who join from elsewhere', () => {
    expect(sessionLine(anOnlineSuggestion(), 'America/Chicago', en)).toBe(
      'Tuesday 7:00 pm Eastern time (6:00 pm your time)',
    )
    expect(sessionLine(anOnlineSuggestion(), 'America/Chicago', es)).toBe(
      'Martes 7:00 p.m. hora del Este (6:00 p.m. donde usted está)',
    )
  })

  it('names the day too when the other clock shows another one', () => {
    const late = anOnlineSuggestion({ timeZone: 'Pacific/Honolulu', nextSessionAt: '2026-11-25T06:00:00Z' })

    expect(sessionLine(late, 'America/New_York', en)).toContain('(Wednesday 1:00 am your time)')
  })

  it('does not trouble those who live by the same clock under another name', () => {
    const nearby = anOnlineSuggestion({ timeZone: 'America/New_York' })

    expect(sessionLine(nearby, 'America/Detroit', en)).toBe('Tuesday 7:00 pm')
  })

  it('leaves out no session', () => {
    const twice = aSuggestion({
      sessions: [
        { weekday: 5, startsAt: '12:00', durationMinutes: 60 },
        { weekday: 2, startsAt: '19:00', durationMinutes: 60 },
      ],
    })

    expect(sessionLine(twice, 'America/Chicago', en)).toBe('Tuesday 7:00 pm; Friday 12:00 pm')
    expect(sessionLine({ ...twice, nextSessionAt: null }, 'America/Chicago', en)).toBe(
      'Friday 12:00 pm and Tuesday 7:00 pm',
    )
  })

  it('sends the person to ask when nobody told us', () => {
    const unknown = aSuggestion({ sessions: [], nextSessionAt: null })

    expect(sessionLine(unknown, 'America/Chicago', en)).toBe('Ask the group when it meets')
  })
})

describe('languages', () => {
  it('have their names in the language of the page', () => {
    expect(languageName('vi', 'en')).toBe('Vietnamese')
    expect(languageName('vi', 'es')).toBe('Vietnamita')
  })
})
