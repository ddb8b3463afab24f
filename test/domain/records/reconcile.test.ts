import { describe, expect, it } from 'vitest'

import { type Facts, intakeFacts, reconcile, referralFacts } from '../../../domain/records/reconcile.ts'
import type { Intake } from '../../../domain/way/intake.ts'
import { type Referral, referralStates } from '../../../domain/way/referral.ts'
import { aKeptIntake, aReferral, aStanding } from '../../support/builders.ts'

const now = '2026-11-24T17:00:00.000Z'
const intakeId = aKeptIntake().intakeId
const { referralId, groupId } = aReferral()
const anotherId = '019ab123-4567-7abc-8def-00000000000b'

/** Everything agrees: one person, one held place that their group counts, one e-mail that went out. */
const theBooks = (
  given: { intake?: Partial<Intake>; referral?: Partial<Referral> } & Partial<Facts> = {},
): Facts => {
  const { intake, referral, ...facts } = given
  const standing = aStanding({ intake: intake ?? {}, referral: referral ?? {} })
  return {
    intakes: [intakeFacts(standing.intake)],
    referrals: standing.referral ? [referralFacts(standing.referral)] : [],
    groups: [{ groupId, placesTaken: 1 }],
    emails: [{ emailId: anotherId, subjectId: intakeId, state: 'sent', dueAt: '2026-11-01T00:00:00.000Z' }],
    unreadable: [],
    ...facts,
  }
}

const found = (...given: Parameters<typeof theBooks>) => reconcile(theBooks(...given), now)
const codes = (...given: Parameters<typeof theBooks>) => found(...given).map(({ code }) => code)

const waiting = { state: 'waiting', next: null, referralId: null } as const
const noReferral = { referrals: [], groups: [{ groupId, placesTaken: 0 }] }

describe('the books', () => {
  it('are in order when everything agrees', () => {
    expect(found()).toEqual([])
  })

  it('are in order when a request has ended with the person in their group, who keeps the place', () => {
    expect(
      found({
        intake: { state: 'closed', closed: { because: 'attended', at: now } },
        referral: { state: 'attended', next: null },
      }),
    ).toEqual([])
  })

  it('are in order for a request of an earlier version, which does not name its referral', () => {
    expect(found({ intake: { referralId: null } })).toEqual([])
  })

  it('tell of a request that is open and for which nobody has anything to do', () => {
    expect(found({ intake: { state: 'suggested', next: null, referralId: null }, ...noReferral })).toEqual([
      { code: 'intake-forgotten', intakeId },
    ])
  })

  it.each(['closed', 'withdrawn', 'erased'] as const)('expect nothing of a request that is %s', (state) => {
    expect(found({ intake: { state, next: null, referralId: null }, ...noReferral })).toEqual([])
  })

  it('tell of a request that the sweeper has not come to for a day, and not before', () => {
    const waitsSince = (lookAt: string) =>
      codes({
        intake: { ...waiting, waiting: { since: lookAt, lookAt, newsAt: '2026-12-23T17:00:00.000Z' } },
        ...noReferral,
      })

    expect(waitsSince('2026-11-23T17:00:01.000Z')).toEqual([])
    expect(waitsSince('2026-11-23T16:59:59.000Z')).toEqual(['intake-not-swept'])
  })

  it('do not mistake a late member of staff for a sweeper that stands still', () => {
    const next = {
      owner: 'staff',
      action: 'read-form',
      dueAt: '2026-11-01T00:00:00.000Z',
      lookAt: '2026-11-25T00:00:00.000Z',
    } as const

    expect(found({ intake: { ...waiting, next }, ...noReferral })).toEqual([])
  })

  it('tell of a referral that the sweeper has not come to for a day', () => {
    const next = { owner: 'person', action: 'answer-offer', dueAt: '2026-11-23T16:00:00.000Z' } as const

    expect(found({ referral: { state: 'offered', next } })).toEqual([
      { code: 'referral-not-swept', referralId, intakeId, groupId },
    ])
  })

  it('tell of a request whose place is held by nothing', () => {
    expect(codes(noReferral)).toEqual(['intake-forgotten', 'place-not-held'])
    expect(found({ referral: { state: 'declined' }, groups: [{ groupId, placesTaken: 0 }] })).toContainEqual({
      code: 'place-not-held',
      intakeId,
      referralId,
    })
  })

  it('tell of a place that is held for someone who has another, or none', () => {
    const heldForNobody = { code: 'place-held-for-nobody', referralId, intakeId, groupId }

    expect(found({ intake: { state: 'closed', referralId: null } })).toEqual([heldForNobody])
    expect(found({ intake: { referralId: anotherId } })).toContainEqual(heldForNobody)
  })

  it('tell of a referral whose request is gone', () => {
    expect(found({ intakes: [] })).toEqual([
      { code: 'referral-without-intake', referralId, intakeId, groupId },
    ])
  })

  it.each([0, 2])('tell of a group that counts %i places as taken where one is held', (placesTaken) => {
    expect(found({ groups: [{ groupId, placesTaken }] })).toEqual([
      { code: 'places-miscounted', groupId, counts: { placesTaken, placesHeld: 1 } },
    ])
  })

  it.each(referralStates)('count a place exactly while a referral that is %s holds one', (state) => {
    const holds = ['proposed', 'offered', 'accepted', 'scheduled', 'attended', 'no-show'].includes(state)

    expect(codes({ referral: { state } }).includes('places-miscounted')).toBe(!holds)
  })

  it('tell of places that are held in a group that is gone', () => {
    expect(found({ groups: [] })).toEqual([{ code: 'group-missing', groupId }])
  })

  it.each(['pending', 'sending'] as const)(
    'tell of an e-mail that is still %s an hour after it would have been given up',
    (state) => {
      const due = (dueAt: string) =>
        codes({ emails: [{ emailId: anotherId, subjectId: intakeId, state, dueAt }] })

      expect(due('2026-11-23T16:30:00.000Z')).toEqual([])
      expect(due('2026-11-23T15:59:00.000Z')).toEqual(['email-stuck'])
    },
  )

  it('judge nothing that touches a row they cannot read', () => {
    const unreadable = [{ code: 'intake-unreadable', intakeId } as const]

    expect(found({ intakes: [], unreadable })).toEqual(unreadable)
  })

  it('judge everything else beside a row they cannot read', () => {
    const unreadable = [{ code: 'referral-unreadable', referralId: anotherId, groupId: 'a/other' } as const]

    expect(codes({ groups: [{ groupId, placesTaken: 5 }], unreadable })).toEqual([
      'referral-unreadable',
      'places-miscounted',
    ])
  })
})
