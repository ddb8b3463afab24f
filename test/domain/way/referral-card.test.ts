import { describe, expect, it } from 'vitest'

import type { SafeContact } from '../../../domain/person/safe-contact.ts'
import { referralCardOf } from '../../../domain/way/referral-card.ts'
import type { Referral } from '../../../domain/way/referral.ts'
import { aKeptIntake, aReferral, aSafeContact } from '../../support/builders.ts'

const agreed: Partial<Referral> = {
  state: 'accepted',
  consent: {
    textVersion: '1',
    language: 'en',
    givenAt: '2026-11-23T17:00:00.000Z',
    heardBy: 'person',
    share: true,
  },
}

const cardFor = (safeContact: SafeContact) => referralCardOf(aKeptIntake({ safeContact }), aReferral(agreed))

describe('what a group’s leader is shown of a person', () => {
  it('is nothing without their yes to sharing it with this one group', () => {
    expect(referralCardOf(aKeptIntake(), aReferral())).toBeNull()
    const consent = agreed.consent && { ...agreed.consent, share: false }
    expect(referralCardOf(aKeptIntake(), aReferral({ ...agreed, consent: consent ?? null }))).toBeNull()
  })

  it('is never their note, their answer about safety, where they live, who helped, or wishes that tell who they are', () => {
    const intake = aKeptIntake({
      asks: {
        note: 'Canary note',
        safety: 'being-hurt',
        helper: { name: 'Canary helper', phone: '+13125550199' },
        wishes: { lgbtq: 'must', captions: 'must' },
      },
    })

    const card = referralCardOf(intake, aReferral(agreed))

    expect(JSON.stringify(card)).not.toMatch(/canary|being-hurt|95112|lgbtq|25-64|3125550199/i)
    expect(card?.access).toEqual([{ wish: 'captions', strength: 'must' }])
  })

  it('holds only the ways that the person named as safe', () => {
    const given = { phone: '+13125550123', email: 'robin.vale@example.org', voicemail: 'no-message' } as const

    expect(cardFor(aSafeContact({ ...given, channels: ['text'] }))?.ways).toEqual({
      text: '+13125550123',
      call: null,
      email: null,
    })
    expect(cardFor(aSafeContact({ ...given, channels: ['none'] }))?.ways).toEqual({
      text: null,
      call: null,
      email: null,
    })
    expect(cardFor(aSafeContact({ ...given, channels: ['email'], emailPrivacy: null }))?.ways?.email).toEqual(
      {
        address: 'robin.vale@example.org',
        isShared: true,
      },
    )
  })

  it('holds no way at all while the person has sent other ones that nobody has read yet', () => {
    const { request, safeContact } = aKeptIntake()
    const sent = (given: Partial<SafeContact>) => ({
      receivedAt: '2026-11-24T17:00:00.000Z',
      answersHash: 'second-answers',
      request,
      safeContact: { ...safeContact, askedAt: '2026-11-24T17:00:00.000Z', ...given },
    })
    const waysWith = (given: Partial<SafeContact>) =>
      referralCardOf(aKeptIntake({ sentAgain: [sent(given)] }), aReferral(agreed))?.ways

    expect(waysWith({ channels: ['none'], email: null })).toBeNull()
    expect(waysWith({ emailPrivacy: 'shared' })).toBeNull()
    expect(waysWith({})).not.toBeNull()
  })
})
