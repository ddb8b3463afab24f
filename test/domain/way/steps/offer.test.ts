import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { withTask } from '../../../../domain/staff/tasks.ts'
import { offer, offerIsDue, sayNo, sayYes } from '../../../../domain/way/steps/offer.ts'
import { aMoment, aSafeContact, aStanding, after } from '../../../support/builders.ts'

const hours = (count: number) => aMoment({ now: aMoment().now.add({ hours: count }) })

const byPhone = aSafeContact({ channels: ['call'], email: null, emailPrivacy: null, phone: '+13125550123' })
const byNothing = aSafeContact({ channels: ['none'], email: null, emailPrivacy: null })

const offered = (given: Parameters<typeof aStanding>[0] = {}) => {
  const standing = aStanding(given)
  const change = offer(standing, aMoment())
  if (!change) throw new Error('The place could not be offered.')
  return after(standing, change)
}

const messagesTo = (to: string, change: ReturnType<typeof offer>) =>
  (change?.messages ?? []).filter((message) => message.to === to).map(({ template }) => template)

describe('an offer', () => {
  it('asks the person, for 72 hours, with one reminder a day before the end', () => {
    const change = offer(aStanding(), aMoment())

    expect(change?.referral).toMatchObject({
      state: 'offered',
      next: {
        owner: 'person',
        action: 'answer-offer',
        dueAt: '2026-11-26T17:00:00.000Z',
        lookAt: '2026-11-25T17:00:00.000Z',
      },
    })
    expect(messagesTo('person', change)).toEqual(['offer'])
  })

  it('is made by phone, through staff, to someone who may only be called', () => {
    const change = offer(aStanding({ intake: { safeContact: byPhone } }), aMoment())

    expect(messagesTo('person', change)).toEqual([])
    expect(change?.intake.next).toMatchObject({ owner: 'staff', action: 'tell-by-phone' })
  })

  it('made by phone late on a Friday does not end before the call that staff promised for Monday', () => {
    const friday = aMoment({ now: Temporal.Instant.from('2026-12-05T00:30:00Z') })

    const change = offer(aStanding({ intake: { safeContact: byPhone } }), friday)

    expect(change?.intake.next).toMatchObject({ action: 'tell-by-phone', dueAt: '2026-12-08T01:00:00.000Z' })
    expect(change?.referral?.next?.dueAt).toBe('2026-12-11T01:00:00.000Z')
  })

  it('that ends once the person wrote that they are not safe leaves them to staff', () => {
    const standing = offered()
    const { request, safeContact, receivedAt } = standing.intake
    const sent = {
      receivedAt,
      answersHash: 'unsafe',
      request: { ...request, safety: 'might-hurt' as const },
      safeContact,
    }
    const unsafe = {
      ...standing,
      intake: { ...standing.intake, state: 'urgent' as const, sentAgain: [sent] },
    }

    const change = offerIsDue(unsafe, hours(72))

    expect(change).toMatchObject({ looksAgain: false, freesPlace: true, intake: { state: 'needs-staff' } })
  })

  it('waits a week for someone who must not be contacted and comes back to look', () => {
    const change = offer(aStanding({ intake: { safeContact: byNothing } }), aMoment())

    expect(change?.messages).toEqual([])
    expect(change?.referral?.next?.dueAt).toBe('2026-11-30T17:00:00.000Z')
  })

  it('to someone whom staff have to call already gives staff one call and one e-mail about it', () => {
    const standing = aStanding({ intake: { safeContact: byPhone } })
    const once = offer(standing, aMoment())
    if (!once) throw new Error('Not offered.')
    const gone = offerIsDue(after(standing, once), hours(7 * 24))

    expect(messagesTo('staff', once)).toEqual(['staff-next-action'])
    expect(messagesTo('staff', gone)).toEqual([])
  })

  it('shows that staff have read the form and found a way', () => {
    const { now, office } = aMoment()
    const standing = aStanding()
    const intake = withTask(
      withTask(standing.intake, 'read-form', now, office),
      'find-another-way',
      now,
      office,
    )

    expect(offer({ ...standing, intake }, aMoment())?.intake.next).toBeNull()
  })

  it('tells nobody in the group anything', () => {
    expect(messagesTo('facilitator', offer(aStanding(), aMoment()))).toEqual([])
  })

  it('is not made twice', () => {
    expect(offer(offered(), aMoment())).toBeNull()
  })

  it('reminds once, and leaves the place with the person until its end', () => {
    const reminded = offerIsDue(offered(), hours(48))

    expect(messagesTo('person', reminded)).toEqual(['offer-reminder'])
    expect(reminded?.freesPlace).toBe(false)
    expect(reminded?.referral?.next?.lookAt).toBe('2026-11-26T17:00:00.000Z')
  })

  it('that nobody answers frees the place, tells the person kindly, and looks for another group', () => {
    const expired = offerIsDue(offered(), hours(72))

    expect(expired).toMatchObject({
      freesPlace: true,
      looksAgain: true,
      referral: { state: 'expired', next: null, placeToPassOn: true },
      intake: { state: 'waiting', referralId: null, tried: ['riverside/steady-ground'] },
    })
    expect(messagesTo('person', expired)).toEqual(['place-gone'])
  })
})

describe('a yes', () => {
  it('tells the group’s leader, once the person agrees to that, and asks them for a first day', () => {
    const change = sayYes(offered(), { share: true, language: 'en', by: 'person' }, aMoment())

    expect(change?.referral).toMatchObject({
      state: 'accepted',
      consent: { share: true, heardBy: 'person' },
      next: { owner: 'facilitator', action: 'confirm-referral' },
    })
    expect(messagesTo('facilitator', change)).toEqual(['facilitator-referral'])
    expect(messagesTo('person', change)).toEqual(['said-yes'])
  })

  it('without leave to tell the leader makes it staff’s to arrange, and tells the leader nothing', () => {
    const change = sayYes(offered(), { share: false, language: 'en', by: 'person' }, aMoment())

    expect(change?.referral?.next).toMatchObject({ owner: 'staff', action: 'arrange-first-session' })
    expect(messagesTo('facilitator', change)).toEqual([])
  })

  it('to a group whose leader has no address is staff’s to arrange', () => {
    const standing = { ...offered(), group: null }

    const change = sayYes(standing, { share: true, language: 'en', by: 'staff' }, aMoment())

    expect(change?.referral?.next).toMatchObject({ owner: 'staff', action: 'arrange-first-session' })
  })

  it('ends the counting of calls that nobody took', () => {
    const attempts = [{ at: '2026-11-23T17:00:00.000Z', staffId: 'ada', channel: 'call' as const }]

    const change = sayYes(
      offered({ intake: { attempts } }),
      { share: true, language: 'en', by: 'staff' },
      aMoment(),
    )

    expect(change?.intake.attempts).toEqual([])
  })

  it('is the person’s alone: nothing that was not offered is accepted', () => {
    expect(sayYes(aStanding(), { share: true, language: 'en', by: 'staff' }, aMoment())).toBeNull()
  })
})

describe('a no', () => {
  it('is not given to something that was never offered', () => {
    expect(sayNo(aStanding(), { another: true, by: 'staff' }, aMoment())).toBeNull()
  })

  it('frees the place and looks for another group, without penalty', () => {
    const change = sayNo(offered(), { another: true, by: 'person' }, aMoment())

    expect(change).toMatchObject({
      freesPlace: true,
      looksAgain: true,
      referral: { state: 'declined', ended: { by: 'person', because: 'person-says-no' } },
      intake: { state: 'waiting' },
    })
  })

  it('that is enough ends the request, and nobody is left with anything to do', () => {
    const change = sayNo(offered(), { another: false, by: 'person' }, aMoment())

    expect(change).toMatchObject({
      freesPlace: true,
      looksAgain: false,
      intake: { state: 'closed', next: null, alsoNext: [], closed: { because: 'person-says-no' } },
    })
  })

  it('after a yes tells the leader who knew of it', () => {
    const standing = offered()
    const yes = sayYes(standing, { share: true, language: 'en', by: 'person' }, aMoment())
    if (!yes) throw new Error('No yes.')

    const change = sayNo(after(standing, yes), { another: true, by: 'person' }, aMoment())

    expect(messagesTo('facilitator', change)).toEqual(['facilitator-ended'])
  })

  it('never lets the machine look for someone who was not safe: staff do', () => {
    const change = sayNo(
      offered({ intake: { asks: { safety: 'might-hurt' } } }),
      { another: true, by: 'person' },
      aMoment(),
    )

    expect(change).toMatchObject({
      looksAgain: false,
      intake: { state: 'needs-staff', needsStaffBecause: 'was-not-safe' },
    })
  })
})
