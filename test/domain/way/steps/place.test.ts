import { describe, expect, it } from 'vitest'

import { closeRequest, decline, letMachineLook, refer, wait } from '../../../../domain/way/steps/place.ts'
import { aGroup, aMoment, aReferral, aStanding } from '../../../support/builders.ts'

const otherGroup = { ...aReferral().suggestion, groupId: 'riverside/other', name: 'Other Ground' }

describe('staff decide', () => {
  it('against a place: it is freed, the next best is looked for, and a person who never heard of it is told nothing', () => {
    const change = decline(aStanding(), { because: 'not-suitable', by: 'staff' }, aMoment())

    expect(change).toMatchObject({
      freesPlace: true,
      looksAgain: true,
      messages: [],
      referral: { state: 'declined', ended: { by: 'staff', because: 'not-suitable' } },
      intake: { state: 'waiting', tried: [aGroup().groupId] },
    })
    expect(change?.intake.waiting?.lookAt).toBe('2026-11-23T17:00:00.000Z')
  })

  it('against a place the person knows of: they hear kindly that nothing came of it', () => {
    const standing = aStanding({ referral: { state: 'offered', next: null } })

    const change = decline(standing, { because: 'full', by: 'staff' }, aMoment())

    expect(change?.messages).toEqual([{ to: 'person', template: 'place-gone', isAboutReferral: true }])
  })

  it('for another group: one place goes back and one is taken, in one step', () => {
    const change = refer(aStanding(), otherGroup, aMoment())

    expect(change).toMatchObject({
      freesPlace: true,
      takes: { groupId: 'riverside/other' },
      referral: { state: 'redirected' },
      intake: { state: 'referred' },
    })
  })

  it('never for the group that is held already', () => {
    expect(refer(aStanding(), aReferral().suggestion, aMoment())).toBeNull()
  })

  it('for the waiting list: the place goes back, and nothing is chosen at once', () => {
    const change = wait(aStanding(), aMoment())

    expect(change).toMatchObject({ freesPlace: true, looksAgain: false, intake: { state: 'waiting' } })
    expect(change?.intake.waiting?.lookAt).toBe('2026-11-23T18:00:00.000Z')
  })

  it('to let the machine look, but never for someone under 18 or someone who was not safe', () => {
    const needsStaff = (asks: object) => aStanding({ referral: null, intake: { state: 'needs-staff', asks } })

    expect(letMachineLook(needsStaff({}), aMoment())).toMatchObject({ looksAgain: true })
    expect(letMachineLook(needsStaff({ age: '13-17' }), aMoment())).toBeNull()
    expect(letMachineLook(needsStaff({ safety: 'might-hurt' }), aMoment())).toBeNull()
  })

  it('to end a request: the place goes back', () => {
    expect(closeRequest(aStanding(), 'helped-elsewhere', aMoment())).toMatchObject({
      freesPlace: true,
      intake: { state: 'closed', closed: { because: 'helped-elsewhere' } },
    })
  })

  it('to end a request of someone who sits in the group: their place stays theirs', () => {
    const standing = aStanding({ referral: { state: 'attended', next: null } })

    expect(closeRequest(standing, 'attended', aMoment())).toMatchObject({ freesPlace: false })
  })
})

describe('an end', () => {
  const scheduled = () =>
    aStanding({
      referral: { state: 'scheduled', firstSessionAt: '2026-11-25T03:00:00.000Z', next: null },
      intake: {
        followUp: {
          anchorAt: '2026-11-25T03:00:00.000Z',
          next: { day: 3, askAt: '2026-11-27T18:00:00.000Z' },
          open: null,
          unanswered: 0,
          answers: [],
          stopped: null,
        },
      },
    })

  it('takes back the appointment that was sent, and the questions that were to come', () => {
    const change = refer(scheduled(), otherGroup, aMoment())

    expect(change?.messages).toEqual([
      { to: 'person', template: 'invitation-cancelled', isAboutReferral: true },
    ])
    expect(change?.intake.followUp).toMatchObject({ next: null, stopped: 'request-ended' })
  })
})

describe('a group’s leader', () => {
  it('says no after the yes: the person hears that it is not about them, and another group is looked for', () => {
    const standing = aStanding({
      referral: {
        state: 'accepted',
        consent: {
          textVersion: '1',
          language: 'en',
          givenAt: '2026-11-23T17:00:00.000Z',
          heardBy: 'person',
          share: true,
        },
        facilitator: { name: 'Dana Reed', email: 'dana@example.org' },
      },
    })

    const change = decline(standing, { because: 'full', by: 'facilitator' }, aMoment())

    expect(change).toMatchObject({
      freesPlace: true,
      looksAgain: true,
      messages: [{ to: 'person', template: 'place-gone' }],
    })
  })

  it('has no say before the person has said yes', () => {
    const offered = aStanding({ referral: { state: 'offered' } })

    expect(decline(offered, { because: 'full', by: 'facilitator' }, aMoment())).toBeNull()
  })
})
