import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { digestIsDue } from '../../../../domain/letters/digest.ts'
import { staffAreLate } from '../../../../domain/way/steps/overdue.ts'
import { waitingIsDue } from '../../../../domain/way/steps/waiting.ts'
import { whatIsDue } from '../../../../domain/way/what-is-due.ts'
import { aMoment, aStanding, after } from '../../../support/builders.ts'

const at = (iso: string) => aMoment({ now: Temporal.Instant.from(iso) })

const told = (change: ReturnType<typeof staffAreLate>) =>
  change?.messages.map(({ to, template }) => `${to} ${template}`)

describe('what staff have not done', () => {
  it('is said to staff first, and a working day later also to whoever answers for them', () => {
    const first = staffAreLate(aStanding(), at('2026-11-25T01:00:00.000Z'))
    if (!first) throw new Error('Nobody was reminded.')
    const second = staffAreLate(after(aStanding(), first), at('2026-11-26T01:00:00.000Z'))

    expect(told(first)).toEqual(['staff staff-overdue'])
    expect(told(second)).toEqual(['staff staff-overdue', 'supervisor staff-overdue'])
  })

  it('keeps the time it was promised for, however often it is reminded of', () => {
    const change = staffAreLate(aStanding(), at('2026-11-25T01:00:00.000Z'))

    expect(change?.referral?.next?.dueAt).toBe('2026-11-25T01:00:00.000Z')
  })

  it('is said once a working day and not more', () => {
    const first = staffAreLate(aStanding(), at('2026-11-25T01:00:00.000Z'))
    if (!first) throw new Error('Nobody was reminded.')

    expect(staffAreLate(after(aStanding(), first), at('2026-11-25T20:00:00.000Z'))).toBeNull()
  })

  it('is nothing before it is due', () => {
    expect(whatIsDue(aStanding(), aMoment())).toBeNull()
  })
})

describe('someone who waits', () => {
  const waiting = (lookAt: string, newsAt: string) =>
    aStanding({
      referral: null,
      intake: { state: 'waiting', waiting: { since: '2026-11-23T17:00:00.000Z', lookAt, newsAt } },
    })

  it('is looked at every hour', () => {
    expect(
      waitingIsDue(waiting('2026-11-23T17:00:00.000Z', '2026-12-23T17:00:00.000Z'), aMoment()),
    ).toMatchObject({
      looksAgain: true,
      messages: [],
      intake: { waiting: { lookAt: '2026-11-23T18:00:00.000Z' } },
    })
  })

  it('hears from us once a month, even if there is no news, and staff look once more', () => {
    const change = waitingIsDue(waiting('2026-11-23T18:00:00.000Z', '2026-11-23T17:00:00.000Z'), aMoment())

    expect(told(change)).toEqual(['person still-looking', 'staff staff-next-action'])
    expect(change?.intake.waiting?.newsAt).toBe('2026-12-23T17:00:00.000Z')
  })
})

describe('the digest', () => {
  const id = '019ab123-4567-7abc-8def-00000000000f'

  it('comes each working morning at eight by the clock of the office, once a day', () => {
    expect(digestIsDue(at('2026-11-23T15:59:00.000Z'), id)).toBeNull()
    expect(digestIsDue(at('2026-11-23T16:00:00.000Z'), id)?.occurrence).toBe('staff-digest#2026-11-23')
    expect(digestIsDue(at('2026-11-23T18:00:00.000Z'), id)?.occurrence).toBe('staff-digest#2026-11-23')
  })

  it('does not come at weekends or on closed days', () => {
    expect(digestIsDue(at('2026-11-28T17:00:00.000Z'), id)).toBeNull()
    expect(
      digestIsDue(
        { ...aMoment(), office: { timeZone: 'America/Los_Angeles', closedDays: ['2026-11-23'] } },
        id,
      ),
    ).toBeNull()
  })
})
