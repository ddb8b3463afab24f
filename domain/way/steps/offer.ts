import { groupConsentTextVersion } from '../../person/consent.ts'
import type { Language } from '../../person/language.ts'
import { mailableAddress, mayBePhoned } from '../../person/safe-contact.ts'
import { withoutTasks } from '../../staff/tasks.ts'
import { type Moment, isoOf } from '../../time/moment.ts'
import {
  type Change,
  type Standing,
  endReferral,
  lookAgain,
  close,
  personHears,
  unchanged,
  withEvent,
  withMessage,
  facilitatorKnows,
} from '../change.ts'
import { dueBy, facilitatorAnswersBy, offerEnds } from '../promises.ts'
import { mayMoveReferral } from '../referral-moves.ts'

/** Staff accept the choice: the person is asked. Whoever offers a place has read the form. */
export const offer = (standing: Standing, moment: Moment): Change | null => {
  const { intake, referral } = standing
  if (!referral || !mayMoveReferral('staff', referral.state, 'offer')) return null
  const { safeContact } = intake
  const isCalled = mailableAddress(safeContact) === null && mayBePhoned(safeContact)
  const isTold = isCalled || mailableAddress(safeContact) !== null
  // The time to answer begins when the call is made at the latest: over a weekend it would be over before that.
  const toldBy = isCalled ? dueBy('tell-by-phone', moment.now, moment.office) : moment.now
  const { ends, remindAt } = offerEnds(toldBy, isTold)
  const change: Change = {
    ...unchanged(standing),
    intake: { ...withoutTasks(intake, 'read-form', 'find-another-way'), state: 'referred' },
    referral: {
      ...referral,
      state: 'offered',
      next: { owner: 'person', action: 'answer-offer', dueAt: isoOf(ends), lookAt: isoOf(remindAt) },
    },
  }
  return withEvent(personHears(change, 'offer', moment), 'offered', { groupId: referral.groupId })
}

interface Yes {
  /** Whether the group's leader may be told about the person. */
  share: boolean
  language: Language
  by: 'person' | 'staff'
}

/** The person says yes. Only now is the group's leader told, and only where the person agrees to that. */
export const sayYes = (standing: Standing, { share, language, by }: Yes, moment: Moment): Change | null => {
  const { intake, referral, group } = standing
  if (!referral || !mayMoveReferral(by, referral.state, 'say-yes')) return null
  const { now, office } = moment
  const { name, email } = group?.facilitator ?? { name: '', email: null }
  const accepted = {
    ...referral,
    state: 'accepted' as const,
    consent: { textVersion: groupConsentTextVersion, language, givenAt: isoOf(now), heardBy: by, share },
    facilitator: email ? { name, email } : null,
  }
  const isTold = facilitatorKnows(accepted)
  const next = isTold
    ? ({
        owner: 'facilitator',
        action: 'confirm-referral',
        dueAt: isoOf(facilitatorAnswersBy(now, office)),
      } as const)
    : ({
        owner: 'staff',
        action: 'arrange-first-session',
        dueAt: isoOf(dueBy('arrange-first-session', now, office)),
      } as const)
  const change: Change = {
    ...unchanged(standing),
    intake: { ...withoutTasks(intake, 'tell-by-phone'), attempts: [] },
    referral: { ...accepted, next },
  }
  const told = withMessage(
    change,
    isTold
      ? { to: 'facilitator', template: 'facilitator-referral', isAboutReferral: true }
      : {
          to: 'staff',
          template: 'staff-next-action',
          action: 'arrange-first-session',
          isAboutReferral: true,
        },
  )
  const heard =
    mailableAddress(intake.safeContact) === null
      ? told
      : withMessage(told, { to: 'person', template: 'said-yes', isAboutReferral: true })
  return withEvent(heard, 'said-yes', { groupId: referral.groupId, share: String(share) })
}

interface No {
  /** Whether we look for another group. */
  another: boolean
  by: 'person' | 'staff'
}

/** The person says no, now or later; without penalty. The place goes on, and so does the search if they wish. */
export const sayNo = (standing: Standing, { another, by }: No, moment: Moment): Change | null => {
  const { intake, referral } = standing
  const isOffered = referral !== null && referral.state !== 'proposed'
  if (!isOffered || !mayMoveReferral(by, referral.state, 'decline')) return null
  const change = {
    ...unchanged(standing),
    intake: { ...withoutTasks(intake, 'tell-by-phone', 'call-after-missed'), attempts: [] },
  }
  const ended = withEvent(endReferral(change, 'decline', 'person-says-no', 'person', moment), 'said-no', {
    groupId: referral.groupId,
  })
  return another ? lookAgain(ended, moment) : close(ended, 'person-says-no', moment)
}

/** What the sweeper does with an offer: one reminder a day before it ends, and at its end the place goes on. */
export const offerIsDue = (standing: Standing, moment: Moment): Change | null => {
  const { intake, referral } = standing
  if (referral?.state !== 'offered' || referral.next?.action !== 'answer-offer') return null
  const { next } = referral
  if (next.dueAt <= isoOf(moment.now)) {
    const change = { ...unchanged(standing), intake: withoutTasks(intake, 'tell-by-phone') }
    const ended = withEvent(endReferral(change, 'expire', 'no-answer', 'machine', moment), 'offer-expired', {
      groupId: referral.groupId,
    })
    const told =
      mailableAddress(intake.safeContact) === null ? ended : personHears(ended, 'place-gone', moment)
    return lookAgain(told, moment)
  }
  const reminded: Change = {
    ...unchanged(standing),
    referral: { ...referral, next: { ...next, lookAt: next.dueAt, reminders: (next.reminders ?? 0) + 1 } },
  }
  return mailableAddress(intake.safeContact) === null
    ? reminded
    : withEvent(
        withMessage(reminded, { to: 'person', template: 'offer-reminder', isAboutReferral: true }),
        'reminded',
      )
}
