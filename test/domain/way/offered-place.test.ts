import { describe, expect, it } from 'vitest'

import { goneBecause, offerLinkEnd, offeredPlace } from '../../../domain/way/offered-place.ts'
import type { Referral } from '../../../domain/way/referral.ts'
import { aReferral, aStanding, anOffice } from '../../support/builders.ts'

const now = '2026-11-24T17:00:00.000Z'
const day = 24 * 3_600_000

const ended = (state: Referral['state'], because: string, by: string) =>
  // The schema takes any of the reasons; the table below picks from them.
  ({ state, ended: { because, by, at: now } }) as Pick<Referral, 'state' | 'ended'>

describe('a place that someone was offered', () => {
  it.each([
    ['no-answer', 'expired', 'no-answer', 'machine'],
    ['you-said-no', 'declined', 'person-says-no', 'person'],
    ['you-stopped', 'completed', 'no-longer-comes', 'facilitator'],
    ['group-said-no', 'declined', 'full', 'staff'],
    ['group-said-no', 'declined', 'not-suitable', 'facilitator'],
    ['not-there', 'declined', 'not-suitable', 'staff'],
    ['not-there', 'redirected', 'other-group', 'staff'],
    ['not-there', 'withdrawn', 'request-ended', 'staff'],
  ] as const)('is told to have ended by %s', (told, state, because, by) => {
    expect(goneBecause(ended(state, because, by))).toBe(told)
  })

  it('says what comes after it, by where the person stands now', () => {
    const gone = aReferral(ended('declined', 'full', 'facilitator'))
    const next = (state: 'waiting' | 'needs-staff' | 'referred' | 'closed') =>
      offeredPlace({ intake: { ...aStanding().intake, state }, referral: gone }, now, anOffice())

    expect(next('waiting')).toMatchObject({ is: 'gone', next: 'looking' })
    expect(next('needs-staff')).toMatchObject({ next: 'looking' })
    expect(next('referred')).toMatchObject({ next: 'another-place' })
    expect(next('closed')).toMatchObject({ next: 'closed' })
  })

  it('is nothing to anyone before they were told of it', () => {
    expect(offeredPlace({ ...aStanding(), referral: aReferral() }, now, anOffice())).toBeNull()
  })

  it('has a link that lives a month longer than the offer, and than the first day', () => {
    const dueAt = '2026-11-26T17:00:00.000Z'
    const offered = aReferral({ state: 'offered', next: { owner: 'person', action: 'answer-offer', dueAt } })
    const firstSessionAt = '2027-01-12T03:00:00.000Z'

    expect(offerLinkEnd(offered, Date.parse(now))).toBe(Date.parse(dueAt) + 30 * day)
    expect(offerLinkEnd(aReferral({ state: 'scheduled', firstSessionAt }), Date.parse(now))).toBe(
      Date.parse(firstSessionAt) + 30 * day,
    )
  })

  it('has a link that is not too old on the day it is written, however long ago the yes was', () => {
    const later = Date.parse('2027-06-01T12:00:00Z')

    expect(offerLinkEnd(aReferral({ state: 'accepted' }), later)).toBeGreaterThan(later + 29 * day)
  })

  it('that was said yes to brings news by a day that holds whatever the group’s leader does', () => {
    const next = {
      owner: 'facilitator',
      action: 'confirm-referral',
      dueAt: '2026-11-26T01:00:00.000Z',
    } as const
    const referral = aReferral({ state: 'accepted', next })

    expect(offeredPlace({ ...aStanding(), referral }, now, anOffice())).toMatchObject({
      hearsBy: '2026-12-01T01:00:00.000Z',
    })
  })
})
