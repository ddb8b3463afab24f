import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { chooseGroup } from '../../../domain/matching/choose-group.ts'
import { intakeLookAt } from '../../../domain/way/clocks.ts'
import type { SubmittedIntake } from '../../../domain/way/intake.ts'
import { intakeAfter, outcomeOf } from '../../../domain/way/outcome.ts'
import {
  aGroup,
  aMoment,
  aSafeContact,
  anIntake,
  anOffice,
  anOpenMeeting,
  asking,
  monday9am,
} from '../../support/builders.ts'

const becomes = (intake: SubmittedIntake, groups = [aGroup()]) =>
  outcomeOf(intake, chooseGroup(asking({ request: intake.request }), groups), monday9am, anOffice())

const toPerson = (intake: SubmittedIntake, groups?: Parameters<typeof becomes>[1]) =>
  becomes(intake, groups).messages.filter(({ to }) => to === 'person')

describe('what becomes of an intake', () => {
  it('is a referral for staff to review when a place is held', () => {
    const outcome = becomes(anIntake())

    expect(outcome).toMatchObject({
      state: 'referred',
      referralNext: { owner: 'staff', action: 'review-referral' },
    })
  })

  it('is urgent for someone who may not be safe, due within half a working hour, whatever groups there are', () => {
    const outcome = becomes(anIntake({ asks: { safety: 'might-hurt' } }))

    expect(outcome).toMatchObject({
      state: 'urgent',
      referralNext: null,
      next: { action: 'read-first', dueAt: '2026-11-23T17:30:00.000Z' },
    })
    expect(outcome.messages[0]).toMatchObject({ to: 'staff', action: 'read-first' })
  })

  it('is for staff when the person is under 18, whatever groups there are', () => {
    expect(becomes(anIntake({ asks: { age: '13-17' } }))).toMatchObject({
      state: 'needs-staff',
      needsStaffBecause: 'under-18',
    })
  })

  it('is for staff when a field that nobody sees was filled in, and nothing is mailed to the address', () => {
    const intake = anIntake({ mayBeAutomated: true })

    expect(becomes(intake)).toMatchObject({ state: 'needs-staff', needsStaffBecause: 'may-be-automated' })
    expect(toPerson(intake)).toEqual([])
  })

  it('is for staff when no group fits', () => {
    expect(becomes(anIntake(), [])).toMatchObject({
      state: 'needs-staff',
      needsStaffBecause: 'no-group-fits',
    })
  })

  it('is for staff when choosing itself went wrong', () => {
    expect(outcomeOf(anIntake(), null, monday9am, anOffice())).toMatchObject({
      state: 'needs-staff',
      needsStaffBecause: 'could-not-be-matched',
    })
  })

  it('is waiting when only the lack of a place stands in the way', () => {
    expect(becomes(anIntake(), [aGroup({ placesTaken: 8 })])).toMatchObject({
      state: 'waiting',
      next: { action: 'read-form' },
    })
  })

  it('is a list of open meetings, by mail, when those are what fits', () => {
    const intake = anIntake({ asks: { topics: ['drinking'] } })

    expect(becomes(intake, [anOpenMeeting()])).toMatchObject({
      state: 'suggested',
      next: { action: 'read-form' },
    })
    expect(toPerson(intake, [anOpenMeeting()])).toEqual([{ to: 'person', template: 'suggestions' }])
  })

  it('is told by phone to someone who may only be called', () => {
    const byPhone = aSafeContact({
      channels: ['call'],
      email: null,
      emailPrivacy: null,
      phone: '+13125550123',
      voicemail: 'no-message',
    })
    const intake = anIntake({ asks: { topics: ['drinking'] }, safeContact: byPhone })

    expect(becomes(intake, [anOpenMeeting()])).toMatchObject({
      state: 'suggested',
      next: { action: 'tell-by-phone' },
    })
  })

  it('never mails someone who did not say that e-mail is safe', () => {
    const contacts = fc.constantFrom(
      aSafeContact({ channels: ['none'], email: null }),
      aSafeContact({ channels: ['call'], phone: '+13125550123' }),
    )
    const groups = fc.subarray([
      aGroup(),
      aGroup({ groupId: 'a/full', placesTaken: 8 }),
      anOpenMeeting({ topics: ['trauma'] }),
    ])
    const safety = fc.constantFrom('safe' as const, 'might-hurt' as const)
    fc.assert(
      fc.property(contacts, groups, safety, (safeContact, some, answer) => {
        expect(toPerson(anIntake({ safeContact, asks: { safety: answer } }), some)).toEqual([])
      }),
    )
  })

  it('is always something that staff have to do: a person reads every form', () => {
    const groups = fc.subarray([
      aGroup(),
      aGroup({ groupId: 'a/full', placesTaken: 8 }),
      anOpenMeeting({ topics: ['trauma'] }),
    ])
    const ages = fc.constantFrom('13-17' as const, '25-64' as const)
    fc.assert(
      fc.property(groups, ages, fc.boolean(), (some, age, mayBeAutomated) => {
        const { next, referralNext } = becomes(anIntake({ asks: { age }, mayBeAutomated }), some)

        expect(next !== null || referralNext !== null).toBe(true)
      }),
    )
  })

  it('is looked at again within the hour while someone waits', () => {
    const intake = anIntake()
    const decision = chooseGroup(asking(), [aGroup({ placesTaken: 8 })])

    const kept = intakeAfter(intake, decision, outcomeOf(intake, decision, monday9am, anOffice()), aMoment())

    expect(intakeLookAt(kept)).toBe('2026-11-23T18:00:00.000Z')
  })
})
