import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { planFollowUp } from '../../../../domain/way/follow-up.ts'
import { came } from '../../../../domain/way/steps/attendance.ts'
import { answer, checkInIsDue, stopAsking } from '../../../../domain/way/steps/check-in.ts'
import { aMoment, aReferral, aSafeContact, aStanding, after, anOffice } from '../../../support/builders.ts'

const cadence = [-1, 3, 7, 30, 90]
const zone = 'America/Los_Angeles'
const firstSession = '2026-12-02T03:00:00.000Z'

const at = (iso: string) => aMoment({ now: Temporal.Instant.from(iso) })

const following = (given: Parameters<typeof aStanding>[0] = {}) =>
  aStanding({
    ...given,
    intake: {
      ...given?.intake,
      followUp: planFollowUp(firstSession, cadence, anOffice(), aMoment().now),
    },
    referral: { state: 'scheduled', firstSessionAt: firstSession, next: null, ...given?.referral },
  })

/** Lives through the plan: at each due moment the sweeper looks; `answers` says what the person says to each question. */
const live = (answers: Record<number, 'going-well' | undefined>, until: string) => {
  let standing = following()
  const sent: [number, string][] = []
  for (let now = aMoment().now; now.toString() < until; now = now.add({ hours: 1 })) {
    const due = standing.intake.followUp?.next
    if (!due || due.askAt > now.toString({ smallestUnit: 'millisecond' })) continue
    const change = checkInIsDue(standing, aMoment({ now }))
    if (!change) continue
    standing = after(standing, change)
    for (const { template } of change.messages) {
      sent.push([due.day, `${template} ${now.toZonedDateTimeISO(zone).toPlainDateTime().toString()}`])
      const said = answers[due.day]
      const answered = said && template === 'check-in' ? answer(standing, said, aMoment({ now })) : null
      if (answered) standing = after(standing, answered)
    }
  }
  return { standing, sent }
}

describe('follow-up', () => {
  it('reminds the day before, and asks after 3, 7, 30 and 90 days, on working days, at ten by the person’s clock', () => {
    const { sent } = live({ 3: 'going-well', 7: 'going-well', 30: 'going-well' }, '2027-04-01')

    expect(sent).toEqual([
      [-1, 'day-before 2026-11-30T10:00:00'],
      [3, 'check-in 2026-12-04T10:00:00'],
      [7, 'check-in 2026-12-08T10:00:00'],
      [30, 'check-in 2026-12-31T10:00:00'],
      [90, 'check-in 2027-03-01T10:00:00'],
    ])
  })

  it('stops after two questions that were not answered: silence is an answer too', () => {
    const { standing, sent } = live({}, '2027-04-01')

    expect(sent.map(([day]) => day)).toEqual([-1, 3, 7])
    expect(standing.intake.followUp).toMatchObject({ stopped: 'went-quiet', open: null, next: null })
  })

  it('never has more than one question open', () => {
    const asked = checkInIsDue(following(), at('2026-12-04T18:00:00.000Z'))
    if (!asked) throw new Error('Nothing was asked.')
    const next = checkInIsDue(after(following(), asked), at('2026-12-08T18:00:00.000Z'))

    expect(asked.intake.followUp?.open).toMatchObject({ day: 3 })
    expect(next?.intake.followUp).toMatchObject({ open: { day: 7 }, unanswered: 1 })
  })

  it('waits until staff are back when it comes due on a day on which they are away', () => {
    const office = anOffice({ closedDays: ['2026-12-04'] })
    const change = checkInIsDue(following(), { ...at('2026-12-04T18:00:00.000Z'), office })

    expect(change?.messages).toEqual([])
    expect(change?.intake.followUp?.next).toEqual({ day: 3, askAt: '2026-12-07T18:00:00.000Z' })
  })

  it('waits for the morning when it comes due at night', () => {
    const change = checkInIsDue(following(), at('2026-12-05T05:00:00.000Z'))

    expect(change?.messages).toEqual([])
    expect(change?.intake.followUp?.next).toEqual({ day: 3, askAt: '2026-12-07T18:00:00.000Z' })
  })

  it('reminds nobody of a session that is over', () => {
    const change = checkInIsDue(following(), at('2026-12-02T19:00:00.000Z'))

    expect(change?.messages).toEqual([])
    expect(change?.intake.followUp?.next).toMatchObject({ day: 3 })
  })

  it('asks nothing before its time', () => {
    expect(
      checkInIsDue({ ...following(), intake: { ...following().intake, followUp: null } }, aMoment()),
    ).toBeNull()
  })

  it('ends two weeks after its last question, answered or not', () => {
    const standing = following()
    const followUp = {
      anchorAt: firstSession,
      next: null,
      open: { day: 90, askedAt: '2027-03-01T18:00:00.000Z' },
      unanswered: 0,
      answers: [],
      stopped: null,
    }
    const last = { ...standing, intake: { ...standing.intake, followUp } }

    expect(checkInIsDue(last, at('2027-03-15T17:59:00.000Z'))).toBeNull()
    expect(checkInIsDue(last, at('2027-03-15T18:00:00.000Z'))?.intake.followUp).toMatchObject({
      open: null,
      stopped: 'plan-over',
    })
  })

  it('is over with the reminder for someone who wants no questions: once they came, their request ends', () => {
    const standing = following({ intake: { consent: { ...aStanding().intake.consent, checkIn: false } } })
    const plan = planFollowUp(firstSession, [-1], anOffice(), aMoment().now)
    const planned = { ...standing, intake: { ...standing.intake, followUp: plan } }
    const reminded = after(planned, checkInIsDue(planned, at('2026-11-30T18:00:00Z'))!)
    const end = came(reminded, 'facilitator', at('2026-12-02T04:30:00Z'))

    expect(end?.intake).toMatchObject({ state: 'closed', closed: { because: 'attended' } })
  })

  it('goes by phone, through staff, to someone who may only be called', () => {
    const safeContact = aSafeContact({ channels: ['call'], email: null, phone: '+13125550123' })

    const change = checkInIsDue(following({ intake: { safeContact } }), at('2026-12-04T18:00:00.000Z'))

    expect(change?.intake.next).toMatchObject({ owner: 'staff', action: 'check-in-by-phone' })
    expect(change?.messages.filter(({ to }) => to === 'person')).toEqual([])
  })
})

describe('the answer', () => {
  const asked = () => {
    const standing = following()
    const change = checkInIsDue(standing, at('2026-12-04T18:00:00.000Z'))
    if (!change) throw new Error('Nothing was asked.')
    return after(standing, change)
  }
  const later = at('2026-12-04T19:00:00.000Z')

  it('“going well” means that the person was there', () => {
    expect(answer(asked(), 'going-well', later)?.referral).toMatchObject({ state: 'attended' })
  })

  it('“going well” before the first session says nothing of whether they came', () => {
    expect(answer(following(), 'going-well', at('2026-12-01T19:00:00.000Z'))?.referral).toMatchObject({
      state: 'scheduled',
    })
  })

  it('“I could use a call” gives staff a call to make', () => {
    expect(answer(asked(), 'could-use-a-call', later)?.intake.next).toMatchObject({ action: 'call-person' })
  })

  it('“I need help now” reaches staff within the first working half hour', () => {
    expect(answer(asked(), 'need-help-now', later)?.intake.next).toEqual({
      owner: 'staff',
      action: 'help-now',
      dueAt: '2026-12-04T19:30:00.000Z',
    })
  })

  it('“another group” frees the place and looks for one', () => {
    expect(answer(asked(), 'another-group', later)).toMatchObject({
      freesPlace: true,
      looksAgain: true,
      intake: { state: 'waiting', followUp: { stopped: 'not-going' } },
    })
  })

  it('“not going, and that is fine” ends the request without a word of reproach', () => {
    expect(answer(asked(), 'not-going', later)).toMatchObject({
      freesPlace: true,
      looksAgain: false,
      intake: { state: 'closed' },
    })
  })

  it('about a group they left gives up no place that they were found since, however often the button is pressed', () => {
    const left = answer(asked(), 'another-group', later)
    if (!left) throw new Error('Not answered.')
    for (const state of ['proposed', 'offered', 'accepted'] as const) {
      const found = aStanding({
        intake: { ...left.intake, state: 'referred', referralId: aReferral().referralId },
        referral: { state },
      })
      for (const pressed of ['another-group', 'not-going'] as const)
        expect(answer(found, pressed, later)).toMatchObject({
          freesPlace: false,
          looksAgain: false,
          intake: { state: 'referred' },
          referral: { state },
        })
    }
  })

  it('can change as often as a person likes, and the row that keeps it stays small', () => {
    let standing = asked()
    for (let pressed = 0; pressed < 300; pressed += 1) {
      const change = answer(standing, pressed % 2 === 0 ? 'could-use-a-call' : 'need-help-now', later)
      if (change) standing = after(standing, change)
    }

    expect(standing.intake.followUp?.answers.length).toBeLessThanOrEqual(100)
    expect(standing.intake.followUp?.answers.at(-1)).toMatchObject({ answer: 'need-help-now' })
  })

  it('“stop” ends the questions and nothing else', () => {
    expect(answer(asked(), 'stop', later)).toMatchObject({
      freesPlace: false,
      intake: { state: 'referred', followUp: { stopped: 'asked-to-stop', next: null, open: null } },
    })
  })

  it('to stop can be given once, from a mail program’s own button', () => {
    const stopped = stopAsking(asked(), 'asked-to-stop', later)
    if (!stopped) throw new Error('Not stopped.')

    expect(stopAsking(after(asked(), stopped), 'asked-to-stop', later)).toBeNull()
  })
})
