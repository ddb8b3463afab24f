import { describe, expect, it } from 'vitest'

import { consentHistory } from '../../../../domain/person/consent-history.ts'
import { tasksOf, withTask } from '../../../../domain/staff/tasks.ts'
import { openToFacilitator } from '../../../../domain/way/facilitator-says.ts'
import { planFollowUp } from '../../../../domain/way/follow-up.ts'
import { answer, checkInIsDue, stopAsking } from '../../../../domain/way/steps/check-in.ts'
import { sayYes } from '../../../../domain/way/steps/offer.ts'
import { takeBack } from '../../../../domain/way/steps/take-back.ts'
import { aKeptIntake, aMoment, aReferral, aStanding, after, told } from '../../../support/builders.ts'

const moment = aMoment()
const sharing = (given: Parameters<typeof aStanding>[0] = {}) => {
  const standing = aStanding(given)
  return {
    ...standing,
    intake: { ...standing.intake, consent: { ...standing.intake.consent, share: 'yes' as const } },
  }
}
const hears = (change: ReturnType<typeof takeBack>) =>
  (change?.messages ?? []).map(({ to, template }) => `${to} ${template}`)

describe('someone who takes back that we may share', () => {
  it('is asked first from then on, and nothing else follows while nobody was told', () => {
    const change = takeBack(sharing({ referral: { state: 'offered' } }), 'share', moment)

    expect(change).toMatchObject({
      intake: { consent: { share: 'ask-first' }, state: 'referred' },
      referral: { state: 'offered' },
      freesPlace: false,
      messages: [],
      events: [{ event: 'consent-taken-back', codes: { purpose: 'share' } }],
    })
  })

  it.each([
    ['accepted', 'confirm-referral', 'arrange-first-session'],
    ['scheduled', 'say-who-came', 'say-who-came'],
  ] as const)(
    'keeps the place when it is %s: its leader learns nothing more, and staff do what was theirs',
    (state, leaderHad, staffHave) => {
      const next = { owner: 'facilitator', action: leaderHad, dueAt: '2026-12-01T01:00:00.000Z' } as const
      const standing = sharing({ referral: { ...told, state, next } })

      const change = takeBack(standing, 'share', moment)

      expect(change).toMatchObject({
        freesPlace: false,
        referral: {
          state,
          consent: { share: false, takenBackAt: '2026-11-23T17:00:00.000Z' },
          next: { owner: 'staff', action: staffHave },
        },
        intake: { next: { action: 'read-wishes' } },
      })
      expect(hears(change)).toEqual(['facilitator facilitator-consent-ended', 'staff staff-next-action'])
      expect(change && openToFacilitator(after(standing, change))).toBeNull()
    },
  )

  it('takes back the yes to one group even where the form said “ask me first”', () => {
    const change = takeBack(aStanding({ referral: { ...told, state: 'attended' } }), 'share', moment)

    expect(change?.referral?.consent?.share).toBe(false)
    expect(change?.intake.consentsTakenBack).toEqual([])
    expect(change?.events[0]?.codes).toMatchObject({ groupId: 'riverside/steady-ground', groupConsent: '1' })
  })

  it('no longer has anyone call the leader for an answer', () => {
    const standing = sharing({ referral: { ...told, state: 'accepted' } })
    const intake = withTask(standing.intake, 'reach-facilitator', moment.now, moment.office)

    const change = takeBack({ ...standing, intake }, 'share', moment)

    expect(change && tasksOf(change.intake).map(({ action }) => action)).toEqual(['read-wishes'])
  })

  it('need not say so twice', () => {
    const standing = sharing({ referral: { ...told, state: 'scheduled' } })
    const change = takeBack(standing, 'share', moment)

    expect(change && takeBack(after(standing, change), 'share', moment)).toBeNull()
  })

  it('may still agree to another group later', () => {
    const standing = sharing({ referral: { state: 'offered' } })
    const change = takeBack(standing, 'share', moment)
    const yes =
      change && sayYes(after(standing, change), { share: true, language: 'en', by: 'person' }, moment)

    expect(yes?.referral?.consent).toMatchObject({ share: true })
  })
})

describe('someone who takes back that we may ask how it goes', () => {
  const followUp = planFollowUp('2026-11-25T03:00:00.000Z', [-1, 3, 7], moment.office, moment.now)
  const going = (given = followUp) =>
    aStanding({ intake: { followUp: given }, referral: { ...told, state: 'scheduled' } })

  it('is asked no more, and still reminded of their first day', () => {
    const change = takeBack(going(), 'check-in', moment)

    expect(change?.intake).toMatchObject({
      consent: { checkIn: false },
      followUp: { next: { day: -1 }, open: null },
    })
    const later = aMoment({ now: moment.now.add({ hours: 24 }) })
    const reminded = change && checkInIsDue(after(going(), change), later)
    expect(reminded?.messages).toMatchObject([{ template: 'day-before' }])
    expect(reminded?.intake.followUp).toMatchObject({ next: null, stopped: 'plan-over' })
  })

  it('is not called for it either', () => {
    const standing = going()
    const intake = withTask(standing.intake, 'check-in-by-phone', moment.now, moment.office)
    const asked = { ...followUp, next: { day: 7, askAt: '2026-12-02T18:00:00.000Z' } }

    const change = takeBack({ ...standing, intake: { ...intake, followUp: asked } }, 'check-in', moment)

    expect(change && tasksOf(change.intake)).toEqual([])
    expect(change?.intake.followUp).toMatchObject({ next: null, stopped: 'asked-to-stop' })
  })

  it('need not say so twice', () => {
    const change = takeBack(going(), 'check-in', moment)

    expect(change && takeBack(after(going(), change), 'check-in', moment)).toBeNull()
  })

  it.each([
    ['the button of their mail program', () => stopAsking(going(), 'asked-to-stop', moment)],
    ['the answer “do not ask me again”', () => answer(going(), 'stop', moment)],
  ])('says the same by %s', (_, step) => {
    expect(step()?.intake).toMatchObject({
      consent: { checkIn: false },
      consentsTakenBack: [{ purpose: 'check-in' }],
    })
  })
})

describe('what a person agreed to', () => {
  it('is kept with its wording, when it was given and when it was taken back', () => {
    const standing = sharing({ referral: { ...told, state: 'scheduled' } })
    const later = aMoment({ now: moment.now.add({ hours: 5 }) })
    const change = takeBack(standing, 'share', later)
    if (!change?.referral) throw new Error('It could be taken back.')

    const history = consentHistory(change.intake, [change.referral])

    const given = { givenAt: '2026-11-23T17:00:00.000Z', language: 'en' }
    const back = '2026-11-23T22:00:00.000Z'
    expect(history).toMatchObject([
      { ...given, purpose: 'keep', answer: 'yes', textVersion: '2026-11-1', takenBackAt: null },
      { ...given, purpose: 'share', answer: 'yes', textVersion: '2026-11-1', takenBackAt: back },
      { ...given, purpose: 'check-in', answer: 'yes', takenBackAt: null },
      {
        purpose: 'share-with-group',
        answer: 'yes',
        group: 'Steady Ground',
        textVersion: '1',
        takenBackAt: back,
      },
    ])
  })

  it('is told from what they said no to', () => {
    const kept = aKeptIntake()
    const consent = { ...kept.consent, checkIn: false }
    const refused = told.consent && { ...told.consent, share: false }

    const history = consentHistory({ ...kept, consent }, [aReferral({ consent: refused ?? null })])

    expect(history.map(({ purpose, answer }) => [purpose, answer])).toEqual([
      ['keep', 'yes'],
      ['share', 'ask-first'],
      ['check-in', 'no'],
      ['share-with-group', 'no'],
    ])
  })
})
