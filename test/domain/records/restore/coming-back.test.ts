import { describe, expect, it } from 'vitest'

import { emailStates, newEmail } from '../../../../domain/letters/email.ts'
import { emailBack } from '../../../../domain/records/restore/email-back.ts'
import { groupBack, placesHeld } from '../../../../domain/records/restore/group-back.ts'
import { type Around, intakeBack } from '../../../../domain/records/restore/intake-back.ts'
import { backWhileItCounts, staffBack } from '../../../../domain/records/restore/kept-back.ts'
import { referralBack } from '../../../../domain/records/restore/referral-back.ts'
import type { TrailEntry, TrailEvent } from '../../../../domain/records/trail.ts'
import { tasksOf } from '../../../../domain/staff/tasks.ts'
import type { Intake } from '../../../../domain/way/intake.ts'
import { referralStates } from '../../../../domain/way/referral.ts'
import { aGroup, aKeptIntake, aMoment, aReferral } from '../../../support/builders.ts'

const asOf = '2026-11-23T16:59:00.000Z'
const backUp = { asOf, isLast: false }

const anEntry = (event: TrailEvent, at: string, codes = {}): TrailEntry => ({
  schema: 1,
  subjectId: aKeptIntake().intakeId,
  entryId: `${event}-${at}`,
  at,
  by: 'machine',
  event,
  codes,
  consentVersion: null,
})

const placedBefore = anEntry('placed', '2026-11-20T17:00:00.000Z')

const around = (given: Partial<Around> = {}): Around => ({
  live: null,
  trail: [placedBefore],
  letters: [],
  referrals: [aReferral()],
  backUp,
  ...given,
})

const aLetter = (given: object = {}) => ({
  ...newEmail(
    {
      subjectId: aKeptIntake().intakeId,
      occurrence: 'offer#r7',
      emailId: '019ab123-4567-7abc-8def-0000000000e1',
      template: 'offer',
      to: 'person',
    },
    '2026-11-23T16:00:00.000Z',
  ),
  ...given,
})

const comesBack = (given: Partial<Intake> = {}, live: Partial<Around> = {}) =>
  intakeBack(aKeptIntake(given), around(live), aMoment())
const tasks = (row: Intake | null) => (row ? tasksOf(row).map(({ action }) => action) : [])

describe('a request', () => {
  it('comes back as it was when its trail ends before the back-up', () => {
    expect(comesBack()).toEqual({ row: aKeptIntake(), because: 'as-it-was', stops: null })
  })

  it.each([
    ['something happened since', [placedBefore, anEntry('offered', '2026-11-23T16:59:30.000Z')]],
    ['something happened in the moment of the back-up', [placedBefore, anEntry('offered', asOf)]],
    ['its trail is lost', []],
    [
      'its trail was lost and came back',
      [placedBefore, anEntry('restored', '2026-11-23T17:00:00.000Z', { table: 'trail' })],
    ],
  ])('is checked by staff when %s', (_, trail) => {
    const { row, because } = comesBack({}, { trail })

    expect(because).toBe('held')
    expect(tasks(row)).toContain('check-restored')
  })

  it('needs no check where nothing was written after the back-up, but for what the trail says', () => {
    const last = { backUp: { asOf, isLast: true } }
    const offered = [placedBefore, anEntry('offered', '2026-11-23T16:59:30.000Z')]

    expect(comesBack({}, { trail: [], ...last }).because).toBe('as-it-was')
    expect(comesBack({}, { trail: offered, ...last }).because).toBe('held')
  })

  it('is not checked because it was only looked at, or a letter arrived', () => {
    const seen = [anEntry('page-seen', '2026-11-23T17:00:00.000Z'), anEntry('email-delivered', asOf)]

    expect(comesBack({}, { trail: [placedBefore, ...seen] }).because).toBe('as-it-was')
  })

  it('is checked when a letter about it came back unsent', () => {
    const letters = [aLetter({ state: 'cancelled', cancelledBecause: 'restored' })]

    expect(tasks(comesBack({}, { letters }).row)).toContain('check-restored')
  })

  it('that is over asks nothing of anybody', () => {
    const { row, because } = comesBack({ state: 'closed', next: null }, { trail: [] })

    expect(because).toBe('as-it-was')
    expect(tasks(row)).toEqual([])
  })

  it('gets a number above every one that a letter or the live row has used', () => {
    const letters = [aLetter(), aLetter({ occurrence: 'receipt#first' })]

    expect(comesBack({ revision: 3 }, { letters }).row?.revision).toBe(7)
    expect(comesBack({ revision: 3 }, { letters, live: aKeptIntake({ revision: 9 }) }).row?.revision).toBe(10)
  })

  it('names the place that its person has now', () => {
    const other = aReferral({ referralId: '019ab123-4567-7abc-8def-00000000000b' })
    const gone = aReferral({ state: 'declined' })

    expect(comesBack({ state: 'waiting', referralId: null }, { referrals: [other] }).row).toMatchObject({
      state: 'referred',
      referralId: other.referralId,
      waiting: null,
    })
    expect(comesBack({ state: 'referred' }, { referrals: [gone] }).row).toMatchObject({
      state: 'needs-staff',
      referralId: null,
      tried: [gone.groupId],
    })
    expect(comesBack({ state: 'urgent' }, { referrals: [other] }).row).toMatchObject({ state: 'urgent' })
  })

  it('keeps the name of a place that is not restored yet', () => {
    expect(comesBack({ state: 'referred' }, { referrals: [] }).row).toMatchObject({
      state: 'referred',
      referralId: aReferral().referralId,
    })
  })

  it('tells someone who waits nothing that they may have been told since', () => {
    const waiting = {
      since: '2026-10-20T17:00:00.000Z',
      lookAt: '2026-11-23T16:30:00.000Z',
      newsAt: '2026-11-23T16:59:30.000Z',
    }
    const waits = { state: 'waiting', referralId: null, waiting } as const
    const lost = comesBack(waits, { referrals: [], trail: [] })
    const known = comesBack(waits, { referrals: [] })

    expect(lost.row?.waiting).toEqual({ ...waiting, newsAt: '2026-12-23T17:00:00.000Z' })
    expect(known.row?.waiting).toEqual(waiting)
  })
})

describe('a place', () => {
  const offered = aReferral({
    state: 'offered',
    next: { owner: 'person', action: 'answer-offer', dueAt: '2026-11-25T17:00:00.000Z' },
  })
  const back = (given: Partial<Parameters<typeof referralBack>[1]> = {}) =>
    referralBack(offered, {
      live: null,
      intake: aKeptIntake({ state: 'referred' }),
      trail: [placedBefore],
      backUp,
      ...given,
    })

  it('comes back as it was, or with its clock stopped when more may have happened', () => {
    expect(back()).toEqual({ row: offered, because: 'as-it-was' })
    expect(back({ trail: [] })).toMatchObject({ because: 'held', row: { next: { lookAt: null } } })
  })

  it('stays away when its person has another one, or it was freed since', () => {
    const elsewhere = aKeptIntake({ state: 'referred', referralId: '019ab123-4567-7abc-8def-00000000000b' })

    expect(back({ intake: elsewhere })).toEqual({ row: null, because: 'moved-on' })
    expect(back({ intake: aKeptIntake({ state: 'waiting', referralId: null }) }).row).toBeNull()
    expect(back({ intake: null, live: { ...offered, state: 'declined' } }).row).toBeNull()
  })

  it('of an earlier version is known by the state of its person', () => {
    expect(back({ intake: aKeptIntake({ state: 'referred', referralId: null }) }).row).toEqual(offered)
  })

  it.each(referralStates)('counts for its group only while it is held: %s', (state) => {
    const isHeld = ['proposed', 'offered', 'accepted', 'scheduled', 'attended', 'no-show'].includes(state)

    expect([...placesHeld([{ groupId: 'a', state }])]).toEqual(isHeld ? [['a', 1]] : [])
  })
})

describe('a letter', () => {
  it.each(emailStates)('never comes back as one that is still to be sent: %s', (state) => {
    const { row } = emailBack(aLetter({ state }))
    const isSettled = state !== 'pending' && state !== 'sending'

    expect(row).toMatchObject(isSettled ? { state } : { state: 'cancelled', cancelledBecause: 'restored' })
  })

  it('to staff needs nobody to look after it: what they have to do stands in their inbox', () => {
    expect(emailBack(aLetter({ to: 'staff' })).because).toBe('notice-cancelled')
    expect(emailBack(aLetter({ to: 'facilitator' })).because).toBe('letter-cancelled')
  })
})

describe('what else is kept', () => {
  it('of a group comes from the back-up, but for its places', () => {
    const restored = aGroup({ placesTaken: 5, version: 3 })

    expect(groupBack(restored, { live: null, held: new Map() }).row?.placesTaken).toBe(0)
    expect(groupBack(restored, { live: null, held: null }).row?.placesTaken).toBe(5)
    expect(
      groupBack(restored, { live: aGroup({ placesTaken: 2, version: 6 }), held: null }).row,
    ).toMatchObject({
      placesTaken: 2,
      version: 7,
    })
  })

  it('of a member of staff ends every session that they had', () => {
    const ada = {
      schema: 1,
      staffId: 'ada',
      name: 'Ada Brook',
      role: 'coordinator',
      signedInAt: asOf,
      sessionsValidFrom: '1970-01-01T00:00:00.000Z',
    } as const

    expect(staffBack(ada, asOf).row?.sessionsValidFrom).toBe(asOf)
  })

  it('for some days only comes back only in those days', () => {
    expect(backWhileItCounts({ expiresAt: 100 }, 99_000).row).not.toBeNull()
    expect(backWhileItCounts({ expiresAt: 100 }, 100_000)).toEqual({ row: null, because: 'runs-out' })
    expect(backWhileItCounts({}, 100_000).row).not.toBeNull()
  })
})
