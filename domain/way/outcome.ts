import type { Temporal } from 'temporal-polyfill'

import type { Message, Template } from '../letters/email.ts'
import type { Decision } from '../matching/decision.ts'
import { mailableAddress, mayBePhoned } from '../person/safe-contact.ts'
import { isUnsafe } from '../person/safety.ts'
import type { TrailEvent } from '../records/trail.ts'
import { type Moment, isoOf } from '../time/moment.ts'
import type { Office } from '../time/working-days.ts'
import { planFollowUp } from './follow-up.ts'
import {
  type Intake,
  type IntakeState,
  type NeedsStaffBecause,
  type SubmittedIntake,
  needsStaffFirst,
} from './intake.ts'
import type { NextAction, StaffAction } from './next-action.ts'
import { dueBy, lookAgainEveryMinutes, newsEveryDays } from './promises.ts'

/** Everything that follows from one intake, ready to be written in one transaction. */
export interface Outcome {
  state: IntakeState
  needsStaffBecause: NeedsStaffBecause | null
  /** What has to happen next with the intake itself; what has to happen with a held place is `referralNext`. */
  next: NextAction | null
  referralNext: NextAction | null
  messages: Message[]
  event: TrailEvent
}

/** Whether the machine may look at groups for this person at all. */
export const mayBeMatched = (intake: SubmittedIntake) =>
  !isUnsafe(intake.request) && needsStaffFirst(intake) === null

const tellStaff = (action: StaffAction): Message => ({ to: 'staff', template: 'staff-next-action', action })

/**
 * What becomes of an intake. `decision` is null for someone the machine must not place, or could not: then a member of
 * staff does, whatever it was that went wrong.
 */
export const outcomeOf = (
  intake: SubmittedIntake,
  decision: Decision | null,
  now: Temporal.Instant,
  office: Office,
): Outcome => {
  const staff = (action: StaffAction): NextAction => ({
    owner: 'staff',
    action,
    dueAt: dueBy(action, now, office).toString({ smallestUnit: 'millisecond' }),
  })
  const tellPerson = (template: Template): Message[] =>
    mailableAddress(intake.safeContact) === null || intake.mayBeAutomated ? [] : [{ to: 'person', template }]
  const receipt = tellPerson('receipt')
  const nothing = { needsStaffBecause: null, next: null, referralNext: null }

  const giveToStaff = (because: NeedsStaffBecause): Outcome => ({
    ...nothing,
    state: 'needs-staff',
    needsStaffBecause: because,
    next: staff('find-another-way'),
    messages: [...receipt, tellStaff('find-another-way')],
    event: 'given-to-staff',
  })

  if (isUnsafe(intake.request))
    return {
      ...nothing,
      state: 'urgent',
      next: staff('read-first'),
      messages: [tellStaff('read-first'), ...receipt],
      event: 'urgent',
    }

  const because = needsStaffFirst(intake)
  if (because) return giveToStaff(because)
  if (decision === null) return giveToStaff('could-not-be-matched')

  if (decision.held)
    return {
      ...nothing,
      state: 'referred',
      referralNext: staff('review-referral'),
      messages: [...receipt, tellStaff('review-referral')],
      event: 'placed',
    }

  const hasOpenMeetings = decision.openMeetings.length > 0
  if (decision.isFull || hasOpenMeetings) {
    // Someone who may be called but not mailed hears our news from a member of staff; every other form is read by one.
    const isPhoneOnly = mailableAddress(intake.safeContact) === null && mayBePhoned(intake.safeContact)
    const action = isPhoneOnly ? 'tell-by-phone' : 'read-form'
    return {
      ...nothing,
      state: decision.isFull ? 'waiting' : 'suggested',
      next: staff(action),
      messages: [...(hasOpenMeetings ? tellPerson('suggestions') : receipt), tellStaff(action)],
      event: decision.isFull ? 'waiting' : 'suggested',
    }
  }

  return giveToStaff('no-group-fits')
}

/** The clocks of someone who begins to wait now. */
export const waitingFrom = (now: Temporal.Instant): NonNullable<Intake['waiting']> => ({
  since: isoOf(now),
  lookAt: isoOf(now.add({ minutes: lookAgainEveryMinutes })),
  newsAt: isoOf(now.add({ hours: 24 * newsEveryDays })),
})

const mayCheckIn = ({ consent, safeContact }: Pick<Intake, 'consent' | 'safeContact'>) =>
  consent.checkIn && (mailableAddress(safeContact) !== null || mayBePhoned(safeContact))

/** The intake as it is first kept. */
export const intakeAfter = (
  intake: SubmittedIntake,
  decision: Decision | null,
  outcome: Outcome,
  { now, cadence, office }: Moment,
): Intake => ({
  ...intake,
  schema: 1,
  state: outcome.state,
  needsStaffBecause: outcome.needsStaffBecause,
  next: outcome.next,
  alsoNext: [],
  decision,
  referralId: null,
  tried: [],
  waiting: outcome.state === 'waiting' ? waitingFrom(now) : null,
  // Open meetings have no first session that we hear of: check-ins count from the day they were suggested.
  followUp:
    outcome.state === 'suggested' && decision && mayCheckIn(intake)
      ? planFollowUp(
          isoOf(now),
          cadence.filter((day) => day > 0),
          { timeZone: decision.home.timeZone, closedDays: office.closedDays },
          now,
        )
      : null,
  attempts: [],
  notes: [],
  closed: null,
  consentsTakenBack: [],
  erasing: null,
  sentAgain: [],
  codeMisses: 0,
  revision: 0,
})
