import { describe, expect, it } from 'vitest'

import { daysAndHours, officeTime } from '../../local/time-in-words.ts'

const hourMs = 3_600_000

describe('the clock in words', () => {
  it.each([
    [0, null],
    [1, '1 hour'],
    [23, '23 hours'],
    [24, '1 day'],
    [193, '8 days and 1 hour'],
  ])('calls %i hours %s', (hours, words) => {
    expect(daysAndHours(hours * hourMs)).toBe(words)
  })

  it('shows a moment in the zone of the office and names the zone, in winter as in summer', () => {
    const winter = officeTime(Date.parse('2026-11-24T01:05:00Z'), 'America/Los_Angeles')
    const summer = officeTime(Date.parse('2026-07-01T16:00:00Z'), 'America/Los_Angeles')

    expect(winter.replaceAll('\u202F', ' ')).toBe('Mon, Nov 23, 2026, 5:05 PM PST')
    expect(summer.replaceAll('\u202F', ' ')).toBe('Wed, Jul 1, 2026, 9:00 AM PDT')
  })
})
