import { describe, expect, it } from 'vitest'

import { addresseeOf } from '../../../domain/letters/addressee.ts'
import { type Message, emailOf, templates } from '../../../domain/letters/email.ts'
import { withTask, withoutTasks } from '../../../domain/staff/tasks.ts'
import { erase } from '../../../domain/way/steps/erase.ts'
import { aMoment, aSafeContact, aStanding, told } from '../../support/builders.ts'

const desks = { staffAddress: 'intake@example.org', supervisorAddress: 'lead@example.org' }

const goesTo = (
  message: Message,
  { intake, referral }: Pick<ReturnType<typeof aStanding>, 'intake' | 'referral'>,
) => {
  const about = {
    intakeId: intake.intakeId,
    emailHash: intake.emailHash,
    referralId: referral?.referralId ?? null,
    occasion: 'r1',
  }
  const email = emailOf(message, about, '019ab123-4567-7abc-8def-00000000000f', '2026-11-23T17:00:00.000Z')
  return addresseeOf({ email, intake, referral }, desks)
}

const toPerson = (template: Message['template']): Message => ({
  to: 'person',
  template,
  isAboutReferral: true,
})
const noLonger = { is: 'nobody', because: 'no-longer-true' }

describe('an e-mail that is about to go out', () => {
  it('goes to the person while it is true, and to nobody once it is not', () => {
    const offered = aStanding({ referral: { state: 'offered' } })
    const answered = aStanding({ referral: { state: 'accepted' } })

    expect(goesTo(toPerson('offer'), offered)).toMatchObject({
      is: 'person',
      address: 'robin.vale@example.org',
    })
    expect(goesTo(toPerson('offer'), answered)).toEqual(noLonger)
    expect(goesTo(toPerson('offer-reminder'), answered)).toEqual(noLonger)
  })

  it.each(
    templates.filter((template) => !template.startsWith('staff') && !template.startsWith('facilitator')),
  )('goes to nobody who no longer says that e-mail is safe (%s)', (template) => {
    const safeContact = aSafeContact({ channels: ['none'], email: null })
    const standing = aStanding({ intake: { safeContact }, referral: { state: 'offered' } })

    expect(goesTo(toPerson(template), standing).is).toBe('nobody')
  })

  it('asks how it goes only while that question is open', () => {
    const followUp = {
      anchorAt: '2026-11-23T17:00:00.000Z',
      next: null,
      open: { day: 3, askedAt: '2026-11-26T18:00:00.000Z' },
      unanswered: 0,
      answers: [],
      stopped: null,
    }
    const checkIn: Message = { to: 'person', template: 'check-in' }

    expect(goesTo(checkIn, aStanding({ intake: { followUp } })).is).toBe('person')
    expect(goesTo(checkIn, aStanding({ intake: { followUp: { ...followUp, open: null } } }))).toEqual(
      noLonger,
    )
  })

  it('takes back an appointment even after the request has ended', () => {
    const closed = aStanding({
      intake: { state: 'closed' },
      referral: { ...told, state: 'declined' },
    })

    expect(goesTo(toPerson('invitation-cancelled'), closed).is).toBe('person')
    expect(
      goesTo({ to: 'facilitator', template: 'facilitator-ended', isAboutReferral: true }, closed).is,
    ).toBe('facilitator')
    expect(goesTo(toPerson('place-gone'), closed)).toEqual(noLonger)
  })

  it('is of those alone that are still true once someone was erased', () => {
    const change = erase(
      aStanding({ referral: { ...told, state: 'scheduled', invitations: 1 } }),
      { because: 'person-asked', by: 'person' },
      aMoment(),
    )
    if (!change) throw new Error('Anyone can be erased.')
    const sent = templates.filter((template) => {
      const to = template.startsWith('facilitator') ? 'facilitator' : 'person'
      const isToStaff = template.startsWith('staff')
      return goesTo({ to: isToStaff ? 'staff' : to, template, isAboutReferral: true }, change).is !== 'nobody'
    })

    expect(sent).toEqual(['invitation-cancelled', 'erased', 'facilitator-consent-ended', 'facilitator-ended'])
  })

  it('that says that answers are deleted goes to nobody whose answers are not', () => {
    expect(goesTo({ to: 'person', template: 'erased' }, aStanding())).toEqual(noLonger)
  })

  it('tells a leader that how to reach someone has changed while they may reach them, closed or not', () => {
    const changed: Message = {
      to: 'facilitator',
      template: 'facilitator-contact-changed',
      isAboutReferral: true,
    }
    const sits = { ...told, state: 'attended' } as const

    expect(goesTo(changed, aStanding({ referral: sits })).is).toBe('facilitator')
    expect(goesTo(changed, aStanding({ intake: { state: 'closed' }, referral: sits })).is).toBe('facilitator')
    expect(goesTo(changed, aStanding({ referral: { ...sits, state: 'completed' } }))).toEqual(noLonger)
  })

  it('tells staff of what someone sent after they took their request back', () => {
    const { now, office } = aMoment()
    const left = aStanding({ intake: { state: 'withdrawn' }, referral: null })
    const wrote = { ...left, intake: withTask(left.intake, 'read-changes', now, office) }
    const message: Message = { to: 'staff', template: 'staff-next-action', action: 'read-changes' }

    expect(goesTo(message, wrote).is).toBe('staff')
  })

  it('tells staff of nothing that was done since', () => {
    const { now, office } = aMoment()
    const standing = aStanding()
    const calls = { ...standing, intake: withTask(standing.intake, 'call-person', now, office) }
    const call: Message = { to: 'staff', template: 'staff-next-action', action: 'call-person' }

    expect(goesTo(call, calls)).toMatchObject({ is: 'staff', address: 'intake@example.org' })
    expect(goesTo(call, { ...calls, intake: withoutTasks(calls.intake, 'call-person') })).toEqual(noLonger)
  })

  it('tells staff of what someone wrote after their request was closed', () => {
    const { now, office } = aMoment()
    const closed = aStanding({ intake: { state: 'closed' }, referral: null })
    const wrote = { ...closed, intake: withTask(closed.intake, 'read-first', now, office) }

    for (const to of ['staff', 'supervisor'] as const)
      expect(goesTo({ to, template: 'staff-overdue', action: 'read-first' }, wrote).is).toBe('staff')
  })

  it('that staff are late goes to whoever answers for them, at their own address', () => {
    const late: Message = {
      to: 'supervisor',
      template: 'staff-overdue',
      action: 'review-referral',
      isAboutReferral: true,
    }

    expect(goesTo(late, aStanding())).toMatchObject({ is: 'staff', address: 'lead@example.org' })
  })

  it('tells a group’s leader nothing without the person’s consent to it', () => {
    const referral: Message = { to: 'facilitator', template: 'facilitator-referral', isAboutReferral: true }

    expect(goesTo(referral, aStanding({ referral: { ...told, state: 'accepted' } }))).toMatchObject({
      is: 'facilitator',
      address: 'dana@example.org',
    })
    expect(goesTo(referral, aStanding({ referral: { ...told, state: 'accepted', consent: null } })).is).toBe(
      'nobody',
    )
  })
})
