import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { addresseeOf } from '../../../domain/letters/addressee.ts'
import { newEmail } from '../../../domain/letters/email.ts'
import { withTask } from '../../../domain/staff/tasks.ts'
import type { Standing } from '../../../domain/way/change.ts'
import { facilitatorMay, facilitatorStep, openToFacilitator } from '../../../domain/way/facilitator-says.ts'
import { intakeStates } from '../../../domain/way/intake.ts'
import { type Referral, type ReferralState, referralStates } from '../../../domain/way/referral.ts'
import { aMoment, aStanding } from '../../support/builders.ts'

const tuesday7pm = '2026-11-25T03:00:00.000Z'
const consent = {
  textVersion: '1',
  language: 'en',
  givenAt: '2026-11-23T17:00:00.000Z',
  heardBy: 'person',
  share: true,
} as const

const told = (state: ReferralState, given: Partial<Referral> = {}): Standing =>
  aStanding({
    referral: {
      state,
      consent,
      facilitator: { name: 'Dana Reed', email: 'dana@example.org' },
      firstSessionAt: state === 'accepted' ? null : tuesday7pm,
      next: null,
      ...given,
    },
  })

const before = aMoment()
const afterwards = aMoment({ now: Temporal.Instant.from('2026-11-25T05:00:00Z') })
const may = (state: ReferralState, moment = afterwards) => [...facilitatorMay(told(state), moment)]

describe('a group’s leader can say', () => {
  it('of someone who said yes: a first session, or no', () => {
    expect(may('accepted')).toEqual(['first-session', 'declined'])
  })

  it('whether someone came only from the moment the session begins', () => {
    expect(may('scheduled', before)).toEqual(['first-session', 'declined'])
    expect(may('scheduled')).toEqual(['first-session', 'declined', 'came', 'missed'])
    expect(may('no-show')).toEqual(['first-session', 'declined', 'came'])
    expect(facilitatorStep(told('scheduled'), { is: 'missed' }, before)).toBeNull()
  })

  it('of someone who came, that they no longer do', () => {
    expect(may('attended')).toEqual(['no-longer-comes'])
  })

  it('nothing of anyone else, nor of anyone who did not agree to being named', () => {
    const closed = referralStates.filter(
      (state) => !['accepted', 'scheduled', 'no-show', 'attended'].includes(state),
    )

    for (const state of closed) expect([state, may(state)]).toEqual([state, []])
    const notShared = told('accepted', { consent: { ...consent, share: false } })
    expect(facilitatorMay(notShared, afterwards).size).toBe(0)
    expect(openToFacilitator(notShared)).toBeNull()
  })

  it('nothing of someone who has withdrawn or was erased, whatever their referral says', () => {
    const closedIn = intakeStates.filter((state) => {
      const standing = told('scheduled')
      return openToFacilitator({ ...standing, intake: { ...standing.intake, state } }) === null
    })

    expect(closedIn).toEqual(['withdrawn', 'erased'])
  })
})

describe('what a group’s leader says', () => {
  it('takes the question of staff with it when it is a no', () => {
    const standing = told('accepted')
    const late = withTask(standing.intake, 'reach-facilitator', before.now, before.office)

    const change = facilitatorStep({ ...standing, intake: late }, { is: 'declined', because: 'full' }, before)

    expect(change).toMatchObject({ freesPlace: true, looksAgain: true, intake: { next: null } })
  })

  it('of someone who no longer comes frees the place; what the person wishes, staff ask', () => {
    const change = facilitatorStep(told('attended'), { is: 'no-longer-comes' }, afterwards)

    expect(change).toMatchObject({
      freesPlace: true,
      looksAgain: false,
      referral: { state: 'completed', ended: { by: 'facilitator' } },
      intake: { state: 'needs-staff', referralId: null, next: { action: 'call-person' } },
    })
    expect(change?.messages.map(({ to }) => to)).toEqual(['staff'])
  })
})

describe('an e-mail to a group’s leader', () => {
  const desks = { staffAddress: 'staff@example.org', supervisorAddress: '' }
  const goesTo = (template: Parameters<typeof newEmail>[0]['template'], { intake, referral }: Standing) => {
    const email = newEmail(
      {
        subjectId: intake.intakeId,
        occurrence: template,
        emailId: intake.intakeId,
        template,
        to: 'facilitator',
        referralId: referral?.referralId ?? null,
      },
      '2026-11-23T17:00:00.000Z',
    )
    const addressee = addresseeOf({ email, intake, referral }, desks)
    return addressee.is === 'nobody' ? addressee.because : addressee.is
  }
  const inState = (standing: Standing, state: Standing['intake']['state']) => ({
    ...standing,
    intake: { ...standing.intake, state },
  })
  const code = { issuedAt: tuesday7pm, misses: 0, sentOn: '2026-11-24', sent: 1, used: false }

  it('that nothing more is to be done reaches whoever was told, also when all is closed or the consent taken back', () => {
    const ended = told('withdrawn', { consent: { ...consent, share: false } })

    expect(goesTo('facilitator-ended', ended)).toBe('facilitator')
    expect(goesTo('facilitator-ended', inState(ended, 'closed'))).toBe('facilitator')
    expect(goesTo('facilitator-ended', inState(ended, 'withdrawn'))).toBe('facilitator')
  })

  it('about a person goes only while that person agrees, and while it is true', () => {
    expect(goesTo('facilitator-referral', told('accepted'))).toBe('facilitator')
    expect(goesTo('facilitator-referral', told('accepted', { consent: { ...consent, share: false } }))).toBe(
      'not-safe-to-mail',
    )
    expect(goesTo('facilitator-referral', told('scheduled'))).toBe('no-longer-true')
    expect(goesTo('facilitator-referral', inState(told('accepted'), 'withdrawn'))).toBe('no-longer-true')
  })

  it('reminds of nothing that has been answered by a new day', () => {
    const next = { owner: 'facilitator', action: 'say-who-came', dueAt: tuesday7pm } as const

    for (const template of ['facilitator-reminder', 'facilitator-attendance'] as const) {
      expect(goesTo(template, told('scheduled', { next: { ...next, reminders: 1 } }))).toBe('facilitator')
      expect(goesTo(template, told('scheduled', { next }))).toBe('no-longer-true')
    }
  })

  it('brings a code while it can be used, for someone in the group also after their request is closed', () => {
    expect(goesTo('facilitator-code', told('accepted', { doorCode: code }))).toBe('facilitator')
    expect(goesTo('facilitator-code', told('accepted', { doorCode: { ...code, used: true } }))).toBe(
      'no-longer-true',
    )
    expect(goesTo('facilitator-code', told('accepted'))).toBe('no-longer-true')
    const sits = told('attended', { doorCode: code })
    expect(goesTo('facilitator-code', inState(sits, 'closed'))).toBe('facilitator')
    expect(goesTo('facilitator-code', inState(sits, 'withdrawn'))).toBe('no-longer-true')
  })
})
