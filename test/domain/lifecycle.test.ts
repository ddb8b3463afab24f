import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Change, type Standing, unchanged } from '../../domain/change.ts'
import { intakeLookAt, referralLookAt } from '../../domain/clocks.ts'
import { checkInAnswers } from '../../domain/follow-up.ts'
import { mayMove } from '../../domain/intake-moves.ts'
import { closeReasons } from '../../domain/intake.ts'
import { type Moment, isoOf } from '../../domain/moment.ts'
import { aboutIntake, aboutReferral, intakeFacts, referralFacts } from '../../domain/reconcile.ts'
import { referralMoves } from '../../domain/referral-moves.ts'
import {
  type Referral,
  type ReferralState,
  groupDeclineReasons,
  holdsPlace,
  staffDeclineReasons,
} from '../../domain/referral.ts'
import { tasksOf, withTask } from '../../domain/staff-tasks.ts'
import { came, leave, missed, setFirstSession } from '../../domain/steps/attendance.ts'
import { answer, stopAsking } from '../../domain/steps/check-in.ts'
import { attempt, canBeDone, done, giveUpContact } from '../../domain/steps/contact.ts'
import { offer, sayNo, sayYes } from '../../domain/steps/offer.ts'
import { closeRequest, decline, letMachineLook, refer, wait } from '../../domain/steps/place.ts'
import { keepFirstAnswers, useChanges } from '../../domain/steps/sent-again.ts'
import { nothingFits } from '../../domain/steps/waiting.ts'
import { whatIsDue } from '../../domain/what-is-due.ts'
import { aMoment, aReferral, aSafeContact, aStanding } from '../support/builders.ts'

type Step = (standing: Standing, moment: Moment) => Change | null

const anyOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values)
const yesOrNo = fc.boolean()

const atNoon = (days: number, { now }: Moment) =>
  now.add({ hours: 24 * days }).toString({ smallestUnit: 'millisecond' })

/** The form again, as functions/shared/record-sent-again.ts writes it down. */
const sendsAgain =
  (safety: 'safe' | 'might-hurt'): Step =>
  (standing, { now, office }) => {
    const { intake } = standing
    const isUnsafe = safety === 'might-hurt'
    const request = { ...intake.request, safety, zip: '95126' }
    const sent = { receivedAt: isoOf(now), answersHash: isoOf(now), request, safeContact: intake.safeContact }
    if (intake.state === 'closed' || intake.sentAgain.length >= 5) return null
    const state = isUnsafe ? 'urgent' : intake.state
    const after = { ...intake, state, sentAgain: [...intake.sentAgain, sent] }
    const action = isUnsafe ? 'read-first' : 'read-changes'
    return { ...unchanged(standing), intake: withTask(after, action, now, office) }
  }

/** Everything anybody can do, in any order: the person, staff, the group's leader, the clock, the machine. */
const anyStep = fc.oneof(
  fc.constant<Step>(offer),
  fc.tuple(yesOrNo, anyOf('person', 'staff')).map(
    ([share, by]): Step =>
      (standing, moment) =>
        sayYes(standing, { share, language: 'en', by }, moment),
  ),
  fc.tuple(yesOrNo, anyOf('person', 'staff')).map(
    ([another, by]): Step =>
      (standing, moment) =>
        sayNo(standing, { another, by }, moment),
  ),
  anyOf(...staffDeclineReasons).map(
    (because): Step =>
      (standing, moment) =>
        decline(standing, { because, by: 'staff' }, moment),
  ),
  anyOf(...groupDeclineReasons).map(
    (because): Step =>
      (standing, moment) =>
        decline(standing, { because, by: 'facilitator' }, moment),
  ),
  fc.nat(5).map(
    (number): Step =>
      (standing, moment) =>
        refer(standing, { ...aReferral().suggestion, groupId: `riverside/${number}` }, moment),
  ),
  fc.constant<Step>(wait),
  fc.constant<Step>(letMachineLook),
  anyOf(...closeReasons).map(
    (because): Step =>
      (standing, moment) =>
        closeRequest(standing, because, moment),
  ),
  fc.tuple(fc.nat(20), anyOf('facilitator', 'staff')).map(
    ([days, by]): Step =>
      (standing, moment) =>
        setFirstSession(standing, { at: atNoon(days, moment), by }, moment),
  ),
  anyOf('facilitator', 'staff', 'person').map(
    (by): Step =>
      (standing, moment) =>
        came(standing, by, moment),
  ),
  anyOf('facilitator', 'staff').map(
    (by): Step =>
      (standing, moment) =>
        missed(standing, by, moment),
  ),
  fc.tuple(yesOrNo, anyOf('facilitator', 'staff', 'person')).map(
    ([another, by]): Step =>
      (standing, moment) =>
        leave(standing, { another, by }, moment),
  ),
  fc.constant<Step>((standing, moment) => attempt(standing, { channel: 'call', staffId: 'ada' }, moment)),
  fc.constant<Step>(giveUpContact),
  anyOf(...canBeDone).map(
    (action): Step =>
      (standing, moment) =>
        done(standing, action, moment),
  ),
  anyOf(...checkInAnswers).map(
    (given): Step =>
      (standing, moment) =>
        answer(standing, given, moment),
  ),
  fc.constant<Step>((standing, moment) => stopAsking(standing, 'asked-to-stop', moment)),
  fc.constant<Step>(whatIsDue),
  fc.constant<Step>((standing, moment) =>
    useChanges(standing, { emailHash: 'hash-of-robin', phoneHash: null }, moment),
  ),
  fc.constant<Step>(keepFirstAnswers),
  fc.constant<Step>((standing, moment) =>
    standing.intake.state === 'waiting' ? nothingFits(standing, moment) : null,
  ),
)

/** The way most people go, so that lives get far enough for what can go wrong late. */
const usualStep = fc.constantFrom<Step[]>(
  offer,
  (standing, moment) => sayYes(standing, { share: true, language: 'en', by: 'person' }, moment),
  (standing, moment) => setFirstSession(standing, { at: atNoon(1, moment), by: 'facilitator' }, moment),
  whatIsDue,
  (standing, moment) => came(standing, 'facilitator', moment),
  (standing, moment) => missed(standing, 'facilitator', moment),
  (standing, moment) => {
    const task = canBeDone.find((action) => tasksOf(standing.intake).some((one) => one.action === action))
    return task ? done(standing, task, moment) : null
  },
)

const steps = fc.oneof(
  { weight: 6, arbitrary: usualStep },
  { weight: 2, arbitrary: anyStep },
  { weight: 1, arbitrary: anyOf('safe' as const, 'might-hurt' as const).map(sendsAgain) },
)

const contacts = anyOf(
  aSafeContact(),
  aSafeContact({ channels: ['call'], email: null, phone: '+13125550123' }),
  aSafeContact({ channels: ['none'], email: null }),
)

const lives = fc.record({
  safeContact: contacts,
  safety: anyOf('safe' as const, 'might-hurt' as const),
  checkIn: yesOrNo,
  steps: fc.array(fc.tuple(steps, fc.integer({ min: 0, max: 48 })), { maxLength: 40 }),
})

const proposedIn = (groupId: string): Referral => aReferral({ groupId })

interface Life {
  moment: Moment
  standing: Standing
  change: Change | null
  before: Standing
}

/** Lives through it, one step after the other, hours apart; whether what is promised holds after each. */
const holdsThroughout = (
  { safeContact, safety, checkIn, steps }: typeof lives extends fc.Arbitrary<infer T> ? T : never,
  holds: (life: Life) => boolean,
) => {
  let standing = aStanding({ intake: { safeContact, asks: { safety } } })
  standing = {
    ...standing,
    intake: { ...standing.intake, consent: { ...standing.intake.consent, checkIn } },
  }
  let { now } = aMoment()
  return steps.every(([step, hours]) => {
    now = now.add({ hours })
    const moment = aMoment({ now })
    const before = standing
    const change = step(before, moment)
    if (change) {
      const { takes } = change
      standing = {
        ...standing,
        intake: { ...change.intake, ...(takes && { referralId: aReferral().referralId }) },
        referral: takes ? proposedIn(takes.groupId) : change.freesPlace ? null : change.referral,
      }
    }
    return holds({ moment, standing, change, before })
  })
}

/** A life in which a promise is broken, as short as it can be told; null when none was found. */
const lifeThatBreaks = (holds: (life: Life) => boolean, numRuns = 300) => {
  const { failed, counterexample } = fc.check(
    fc.property(lives, (life) => holdsThroughout(life, holds)),
    { numRuns },
  )
  return failed ? fc.stringify(counterexample) : null
}

const sends = (change: Change | null, to: string) =>
  (change?.messages ?? []).some((message) => message.to === to)

const ways = new Set(
  Object.values(referralMoves).flatMap(({ from, to }) =>
    from.map((state: ReferralState) => `${state} ${to}`),
  ),
)

describe('whatever anybody does, in whatever order', () => {
  it('a place is given back exactly when the referral that holds it ends', () => {
    const broken = lifeThatBreaks(({ before, change }) => {
      const held = before.referral !== null && holdsPlace(before.referral.state)
      const isHeld = change?.referral != null && holdsPlace(change.referral.state)
      return (change?.freesPlace ?? false) === (change !== null && held && !isHeld)
    })

    expect(broken).toBeNull()
  })

  it('a referral moves only as its table lets it', () => {
    const broken = lifeThatBreaks(({ before, change }) => {
      const [from, to] = [before.referral?.state, change?.referral?.state]
      return !from || !to || from === to || ways.has(`${from} ${to}`)
    })

    expect(broken).toBeNull()
  })

  it('a request moves only as its table lets it', () => {
    const broken = lifeThatBreaks(({ before, change }) => {
      const [from, to] = [before.intake.state, change?.intake.state ?? before.intake.state]
      return from === to || (['machine', 'staff', 'person'] as const).some((who) => mayMove(who, from, to))
    })

    expect(broken).toBeNull()
  })

  it('nobody who asked is forgotten: every open request has someone to act, or a clock that runs', () => {
    const broken = lifeThatBreaks(({ standing: { intake, referral } }) => {
      const clocks = [intakeLookAt(intake), referral && referralLookAt(referral)]
      return intake.state === 'closed' || tasksOf(intake).length > 0 || clocks.some((clock) => clock !== null)
    }, 600)

    expect(broken).toBeNull()
  })

  it('leaves the books in order: no place is held for nobody, and nobody counts on one that is not held', () => {
    const broken = lifeThatBreaks(({ standing: { intake, referral }, moment }) => {
      const held = referral ? [referralFacts(referral)] : []
      const now = isoOf(moment.now)
      const findings = [
        ...aboutIntake(intakeFacts(intake), held, now),
        ...held.flatMap((one) => aboutReferral(one, intakeFacts(intake), now)),
      ]
      return findings.every(({ code }) => code === 'intake-not-swept' || code === 'referral-not-swept')
    }, 600)

    expect(broken).toBeNull()
  })

  it('what the sweeper has looked at leaves it in peace for a while', () => {
    const broken = lifeThatBreaks(({ standing, moment }) => {
      const isDue = ({ intake, referral }: Standing) =>
        [intakeLookAt(intake), referral && referralLookAt(referral)].some(
          (clock) => clock !== null && clock <= isoOf(moment.now),
        )
      const sweep = (before: Standing): Standing => {
        const change = isDue(before) ? whatIsDue(before, moment) : null
        if (!change) return before
        // A place to look for again is looked for within the minute.
        const waiting = change.looksAgain ? null : change.intake.waiting
        const referral = change.freesPlace ? null : change.referral
        return { ...before, intake: { ...change.intake, waiting }, referral }
      }
      const swept = sweep(sweep(sweep(standing)))
      const looksAgain = swept.intake.state === 'waiting' && swept.intake.waiting === null
      return looksAgain || !isDue(swept)
    }, 600)

    expect(broken).toBeNull()
  })

  it('nobody is written to twice on one occasion', () => {
    const broken = lifeThatBreaks(({ change }) => {
      const messages = (change?.messages ?? []).map(
        ({ to, template, action }) => `${to} ${template} ${action}`,
      )
      return new Set(messages).size === messages.length
    }, 600)

    expect(broken).toBeNull()
  })

  it('answers that were sent again wait for staff, and never for nobody', () => {
    const broken = lifeThatBreaks(
      ({ standing: { intake } }) =>
        intake.state === 'closed' ||
        intake.sentAgain.length === 0 ||
        tasksOf(intake).some(({ action }) => action === 'read-first' || action === 'read-changes'),
      600,
    )

    expect(broken).toBeNull()
  })

  it('nobody in a group hears of a person before they said yes and agreed to it', () => {
    const broken = lifeThatBreaks(
      ({ before, change }) =>
        !sends(change, 'facilitator') || (change?.referral ?? before.referral)?.consent?.share === true,
    )

    expect(broken).toBeNull()
  })

  it('nobody is written to who did not name e-mail as safe', () => {
    const broken = lifeThatBreaks(
      ({ standing, change }) =>
        standing.intake.safeContact.channels.includes('email') || !sends(change, 'person'),
    )

    expect(broken).toBeNull()
  })

  it('the machine never looks for someone who was not safe', () => {
    const broken = lifeThatBreaks(
      ({ standing, change }) => standing.intake.request.safety === 'safe' || !change?.looksAgain,
    )

    expect(broken).toBeNull()
  })

  it('a closed request asks nothing of anyone, and no clock of it runs', () => {
    const broken = lifeThatBreaks(
      ({ standing: { intake } }) =>
        intake.state !== 'closed' ||
        (tasksOf(intake).length === 0 && intakeLookAt(intake) === null && !intake.followUp?.open),
    )

    expect(broken).toBeNull()
  })

  it('one group is never tried twice', () => {
    const broken = lifeThatBreaks(
      ({ before, change }) =>
        !change?.freesPlace ||
        // With other answers the same group may be right again.
        change.referral?.ended?.because === 'answers-changed' ||
        change.intake.tried.includes(before.referral?.groupId ?? ''),
    )

    expect(broken).toBeNull()
  })

  it('what was promised for a day stays promised for that day', () => {
    const broken = lifeThatBreaks(({ before, standing }) =>
      tasksOf(standing.intake).every(({ action, dueAt }) => {
        const same = tasksOf(before.intake).find((task) => task.action === action)
        return same === undefined || same.dueAt === dueAt
      }),
    )

    expect(broken).toBeNull()
  })
})
