import { describe, expect, it } from 'vitest'

import { addresseeOf } from '../../../../domain/letters/addressee.ts'
import { emailOf } from '../../../../domain/letters/email.ts'
import { tasksOf } from '../../../../domain/staff/tasks.ts'
import { planFollowUp } from '../../../../domain/way/follow-up.ts'
import { leave } from '../../../../domain/way/steps/attendance.ts'
import { answer } from '../../../../domain/way/steps/check-in.ts'
import { sayNo } from '../../../../domain/way/steps/offer.ts'
import { closeRequest } from '../../../../domain/way/steps/place.ts'
import { aMoment, aSafeContact, aStanding, after } from '../../../support/builders.ts'

const moment = aMoment()
const followUp = planFollowUp('2026-11-20T03:00:00.000Z', [3, 7], moment.office, moment.now)
const asked = (given: Parameters<typeof aStanding>[0] = {}) =>
  aStanding({
    ...given,
    intake: { followUp, ...given?.intake },
    referral: { state: 'attended', ...given?.referral },
  })
const actions = (standing: ReturnType<typeof aStanding>) =>
  tasksOf(standing.intake).map(({ action }) => action)
const desks = { staffAddress: 'intake@example.org', supervisorAddress: 'lead@example.org' }

describe('a call for help', () => {
  it('is heard in every state but after someone has gone altogether', () => {
    const inState = (state: 'closed' | 'waiting' | 'needs-staff' | 'withdrawn') =>
      answer(asked({ intake: { state } }), 'need-help-now', moment)

    for (const state of ['closed', 'waiting', 'needs-staff'] as const)
      expect(inState(state)?.messages).toEqual([
        { to: 'staff', template: 'staff-next-action', action: 'help-now' },
      ])
    expect(inState('withdrawn')).toBeNull()
  })

  it('outlasts a request that the person then ends, and not one that staff end', () => {
    const calls = after(asked(), answer(asked(), 'need-help-now', moment)!)
    const stops = answer(calls, 'not-going', moment)
    const closed = closeRequest(calls, 'helped-elsewhere', moment)

    expect(actions({ ...calls, intake: stops!.intake })).toEqual(['help-now'])
    expect(actions({ ...calls, intake: closed!.intake })).toEqual([])
  })

  it('reaches staff by e-mail though the request is closed, when nothing else does', () => {
    const closed = asked({ intake: { state: 'closed' } })
    const change = answer(closed, 'need-help-now', moment)!
    const about = { intakeId: closed.intake.intakeId, emailHash: null, referralId: null, occasion: 'r1' }
    const goesTo = (action: 'help-now' | 'call-person') =>
      addresseeOf(
        {
          email: emailOf(
            { to: 'staff', template: 'staff-next-action', action },
            about,
            '019ab123-4567-7abc-8def-00000000000f',
            '2026-11-23T17:00:00.000Z',
          ),
          intake: change.intake,
          referral: null,
        },
        desks,
      ).is

    expect([goesTo('help-now'), goesTo('call-person')]).toEqual(['staff', 'nobody'])
  })
})

describe('what stands in a calendar', () => {
  const cancelled = { to: 'person', template: 'invitation-cancelled', isAboutReferral: true }

  it('is taken out when the person no longer comes, months after the first day', () => {
    const comes = asked({ referral: { invitations: 1 } })

    expect(leave(comes, { another: false, by: 'staff' }, moment)?.messages).toContainEqual(cancelled)
  })

  it('was never put there for someone whose mail others may read', () => {
    const safeContact = aSafeContact({ emailPrivacy: 'shared' })
    const comes = asked({ intake: { safeContact }, referral: { invitations: 1 } })

    expect(leave(comes, { another: false, by: 'staff' }, moment)?.messages).not.toContainEqual(cancelled)
  })

  it('is taken back for everyone before the first day', () => {
    const safeContact = aSafeContact({ emailPrivacy: 'shared' })
    const awaited = aStanding({ intake: { safeContact }, referral: { state: 'scheduled', invitations: 1 } })

    expect(sayNo(awaited, { another: true, by: 'person' }, moment)?.messages).toContainEqual(cancelled)
  })
})
