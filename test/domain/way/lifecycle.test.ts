import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { revocable } from '../../../domain/person/consent.ts'
import { eraseReasons } from '../../../domain/person/erasure.ts'
import { aboutIntake, aboutReferral, intakeFacts, referralFacts } from '../../../domain/records/reconcile.ts'
import { tasksOf, withTask } from '../../../domain/staff/tasks.ts'
import { type Moment, isoOf } from '../../../domain/time/moment.ts'
import { type Change, type Standing, unchanged } from '../../../domain/way/change.ts'
import { intakeLookAt, referralLookAt } from '../../../domain/way/clocks.ts'
import { checkInAnswers } from '../../../domain/way/follow-up.ts'
import { mayMove } from '../../../domain/way/intake-moves.ts'
import { type Intake, closeReasons, hasLeft } from '../../../domain/way/intake.ts'
import { referralMoves } from '../../../domain/way/referral-moves.ts'
import {
  type Referral,
  type ReferralState,
  groupDeclineReasons,
  holdsPlace,
  staffDeclineReasons,
} from '../../../domain/way/referral.ts'
import { came, leave, missed, setFirstSession } from '../../../domain/way/steps/attendance.ts'
import { answer, stopAsking } from '../../../domain/way/steps/check-in.ts'
import { attempt, canBeDone, done, giveUpContact } from '../../../domain/way/steps/contact.ts'
import { erase } from '../../../domain/way/steps/erase.ts'
import { offer, sayNo, sayYes } from '../../../domain/way/steps/offer.ts'
import { closeRequest, decline, letMachineLook, refer, wait } from '../../../domain/way/steps/place.ts'
import { changeContact, stopContact } from '../../../domain/way/steps/safe-contact.ts'
import { keepFirstAnswers, useChanges } from '../../../domain/way/steps/sent-again.ts'
import { takeBack } from '../../../domain/way/steps/take-back.ts'
import { nothingFits } from '../../../domain/way/steps/waiting.ts'
import { withdraw } from '../../../domain/way/steps/withdraw.ts'
import { whatIsDue } from '../../../domain/way/what-is-due.ts'
import { aMoment, aReferral, aSafeContact, aStanding } from '../../support/builders.ts'

type Step = (standing: Standing, moment: Moment) => Change | null

const anyOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values)
const yesOrNo = fc.boolean()

const atNoon = (days: number, { now }: Moment) =>
  now.add({ hours: 24 * days }).toString({ smallestUnit: 'millisecond' })

const hasEnded = ({ state }: Intake) => state === 'closed' || state === 'withdrawn' || state === 'erased'

/** The form again, as functions/shared/record-sent-again.ts writes it down. */
const sendsAgain =
  (safety: 'safe' | 'might-hurt'): Step =>
  (standing, { now, office }) => {
    const { intake } = standing
    const isUnsafe = safety === 'might-hurt'
    const request = { ...intake.request, safety, zip: '95126' }
    const sent = { receivedAt: isoOf(now), answersHash: isoOf(now), request, safeContact: intake.safeContact }
    if (hasEnded(intake) || intake.sentAgain.length >= 5) return null
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

const byHand = (email: string) => ({
  safeContact: aSafeContact({ email, emailPrivacy: 'shared' }),
  emailHash: `hash of ${email.split('@')[0]}`,
  phoneHash: null,
})

/** What a person can do on their private page, or have staff do for them; and what comes of itself a year later. */
const ownStep = fc.oneof(
  fc.constant<Step>(stopContact),
  anyOf('first@example.org', 'second@example.org').map(
    (email): Step =>
      (standing, moment) =>
        changeContact(standing, byHand(email), moment),
  ),
  fc.constant<Step>((standing, moment) =>
    changeContact(
      standing,
      {
        safeContact: aSafeContact({ channels: ['call'], email: null, phone: '+13125550123' }),
        emailHash: null,
        phoneHash: 'hash of a number',
      },
      moment,
    ),
  ),
  anyOf(...revocable).map(
    (purpose): Step =>
      (standing, moment) =>
        takeBack(standing, purpose, moment),
  ),
  anyOf('person', 'staff').map(
    (by): Step =>
      (standing, moment) =>
        withdraw(standing, by, moment),
  ),
  fc.tuple(anyOf(...eraseReasons), anyOf('person', 'staff')).map(
    ([because, by]): Step =>
      (standing, moment) =>
        erase(standing, { because, by }, moment),
  ),
  fc.constant<Step>((standing, moment) =>
    erase(standing, { because: 'kept-long-enough', by: 'machine' }, moment),
  ),
)

const steps = fc.oneof(
  { weight: 12, arbitrary: usualStep },
  { weight: 4, arbitrary: anyStep },
  { weight: 1, arbitrary: ownStep },
  { weight: 2, arbitrary: anyOf('safe' as const, 'might-hurt' as const).map(sendsAgain) },
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
    // Nobody finds someone who was erased: functions/shared/standing/find-standing.ts.
    const change = before.intake.state === 'erased' ? null : step(before, moment)
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
      return hasEnded(intake) || tasksOf(intake).length > 0 || clocks.some((clock) => clock !== null)
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
      // Of someone who was erased the sweeper deletes what is left: functions/shared/finish-erasure.ts.
      return looksAgain || swept.intake.state === 'erased' || !isDue(swept)
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
        hasEnded(intake) ||
        intake.sentAgain.length === 0 ||
        tasksOf(intake).some(({ action }) => action === 'read-first' || action === 'read-changes'),
      600,
    )

    expect(broken).toBeNull()
  })

  it('nobody in a group hears of a person before they said yes and agreed to it, or after they took that back', () => {
    const broken = lifeThatBreaks(
      ({ before, change }) =>
        !sends(change, 'facilitator') ||
        (change?.referral ?? before.referral)?.consent?.share === true ||
        // That they took it back is what a leader hears last.
        before.referral?.consent?.share === true,
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

  it('someone who took their request back is left alone: no place, no letter, no task', () => {
    const broken = lifeThatBreaks(
      ({ before, standing, change }) =>
        !hasLeft(before.intake) ||
        (!sends(change, 'staff') &&
          !sends(change, 'facilitator') &&
          (!sends(change, 'person') || standing.intake.state === 'erased') &&
          !(standing.referral && holdsPlace(standing.referral.state))),
    )

    expect(broken).toBeNull()
  })

  it('nothing that a person told us outlives their erasure', () => {
    const broken = lifeThatBreaks(({ standing: { intake } }) => {
      if (intake.state !== 'erased') return true
      const { safeContact, ...rest } = intake
      const kept = JSON.stringify([rest, { ...safeContact, email: null }])
      return !/Robin|9511|9512|trauma|evening|310|312|@/.test(kept)
    })

    expect(broken).toBeNull()
  })

  it('the last note goes only to those who asked to be erased and may be written to', () => {
    const broken = lifeThatBreaks(({ before, change }) => {
      const isTold = sends(change, 'person') && change?.intake.state === 'erased'
      return (
        !isTold ||
        (before.intake.safeContact.channels.includes('email') &&
          change.events.some(({ codes }) => codes['because'] === 'person-asked'))
      )
    })

    expect(broken).toBeNull()
  })

  it('no old way to reach someone comes back once they changed it', () => {
    const broken = lifeThatBreaks(({ before, standing }) => {
      const asked = before.intake.safeContact.askedAt
      return standing.intake.safeContact.askedAt >= asked || standing.intake.state === 'erased'
    })

    expect(broken).toBeNull()
  })

  it('a consent that was taken back is given again by nothing but a yes to a group', () => {
    const broken = lifeThatBreaks(({ before, standing }) => {
      const [was, is] = [before.intake.consent, standing.intake.consent]
      const isGiven = (was.share !== 'yes' && is.share === 'yes') || (!was.checkIn && is.checkIn)
      const untold = before.referral?.consent?.takenBackAt !== undefined
      return !isGiven && !(untold && standing.referral?.consent?.share === true)
    })

    expect(broken).toBeNull()
  })

  it('nobody is asked how it goes who took back that they may be', () => {
    const broken = lifeThatBreaks(({ before, standing, change }) => {
      const asks = (change?.messages ?? []).some(({ template }) => template === 'check-in')
      return standing.intake.consent.checkIn || !asks || before.intake.consent.checkIn
    })

    expect(broken).toBeNull()
  })

  it('the machine never looks for someone who was not safe', () => {
    const broken = lifeThatBreaks(
      ({ standing, change }) => standing.intake.request.safety === 'safe' || !change?.looksAgain,
    )

    expect(broken).toBeNull()
  })

  it('a closed request asks nothing of anyone but to help whoever calls for help, and no other clock of it runs', () => {
    const broken = lifeThatBreaks(({ standing: { intake } }) => {
      const tasks = tasksOf(intake)
      return (
        !['closed', 'withdrawn'].includes(intake.state) ||
        (tasks.every(({ action }) => action === 'help-now') &&
          (tasks.length > 0 || intakeLookAt(intake) === null) &&
          !intake.followUp?.open)
      )
    })

    expect(broken).toBeNull()
  })

  it('one group is never tried twice', () => {
    const broken = lifeThatBreaks(
      ({ before, change }) =>
        !change?.freesPlace ||
        // With other answers the same group may be right again.
        change.referral?.ended?.because === 'answers-changed' ||
        change.intake.state === 'erased' ||
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
