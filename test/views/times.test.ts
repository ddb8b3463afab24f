import { describe, expect, it } from 'vitest'

import { dateLine, languageName, shortTime, weekdayName } from '../../views/times.ts'

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
    expect([1, 7].map((day) => weekdayName(day, 'es'))).toEqual(['Lunes', 'Domingo'])
  })
})

describe('languages', () => {
  it('have their names in the language of the page', () => {
    expect(languageName('vi', 'en')).toBe('Vietnamese')
    expect(languageName('vi', 'es')).toBe('Vietnamita')
  })
})
