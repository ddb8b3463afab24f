import type { Group } from '../groups/group.ts'
import type { Message, Template } from '../letters/email.ts'
import type { Suggestion } from '../matching/decision.ts'
import { mailableAddress, mayBePhoned, mustBePlain } from '../person/safe-contact.ts'
import { isUnsafe } from '../person/safety.ts'
import type { TrailEvent } from '../records/trail.ts'
import { onlyTasks, tasksOf, withTask, withoutTasks } from '../staff/tasks.ts'
import { type Moment, isoOf } from '../time/moment.ts'
import { stopFollowUp } from './follow-up.ts'
import { type CloseReason, type Intake, needsStaffFirst } from './intake.ts'
import type { StaffAction } from './next-action.ts'
import { waitingFrom } from './outcome.ts'
import { type ReferralMoveName, type Who, referralMoves } from './referral-moves.ts'
import { type EndReason, type Referral, holdsPlace } from './referral.ts'

/** Where a person stands: their request, the referral that holds a place for them, and that place's group. */
export interface Standing {
  intake: Intake
  referral: Referral | null
  group: Group | null
}

/** All that follows from one step of somebody, ready to be written in one transaction. */
export interface Change {
  intake: Intake
  referral: Referral | null
  /** The referral's place goes back to its group. */
  freesPlace: boolean
  /** A place to take in another group, as a new referral. */
  takes: Suggestion | null
  messages: Message[]
  events: { event: TrailEvent; codes: Record<string, string> }[]
  /** The machine looks for another group at once. */
  looksAgain: boolean
}

export const unchanged = ({ intake, referral }: Standing): Change => ({
  intake,
  referral,
  freesPlace: false,
  takes: null,
  messages: [],
  events: [],
  looksAgain: false,
})

export const withEvent = (change: Change, event: TrailEvent, codes: Record<string, string> = {}): Change => ({
  ...change,
  events: [...change.events, { event, codes }],
})

export const withMessage = (change: Change, ...messages: Message[]): Change => ({
  ...change,
  messages: [...change.messages, ...messages],
})

/** Gives staff something to do and tells them; once, while it is not done. */
export const withStaffTask = (change: Change, action: StaffAction, { now, office }: Moment): Change => {
  const intake = withTask(change.intake, action, now, office)
  if (intake === change.intake) return change
  return withMessage({ ...change, intake }, { to: 'staff', template: 'staff-next-action', action })
}

/** Tells the person by e-mail where that is safe; else by phone, through staff; else they see it when they come back. */
export const personHears = (change: Change, template: Template, moment: Moment): Change => {
  const { safeContact } = change.intake
  if (mailableAddress(safeContact) !== null)
    return withMessage(change, { to: 'person', template, isAboutReferral: true })
  return mayBePhoned(safeContact) ? withStaffTask(change, 'tell-by-phone', moment) : change
}

/** The group's leader knows of this person, so they must hear what becomes of it. */
export const facilitatorKnows = ({ consent, facilitator }: Referral) =>
  consent?.share === true && facilitator !== null

/** Ends the referral that holds a place, frees the place, and takes back what was sent about it. */
export const endReferral = (
  change: Change,
  move: ReferralMoveName,
  because: EndReason,
  by: Who,
  { now }: Moment,
): Change => {
  const { referral, intake } = change
  if (referral === null || !holdsPlace(referral.state)) return change
  // What stands in a calendar week after week is taken out again, however long they have been going.
  const isInCalendar = referral.invitations > 0 && !mustBePlain(intake.safeContact)
  const wasInvited = referral.state === 'scheduled' || isInCalendar
  const after: Change = {
    ...change,
    intake: {
      // What was to be asked about this group is no longer a question.
      ...withoutTasks(intake, 'reach-facilitator', 'call-after-missed'),
      referralId: null,
      tried: [...new Set([...intake.tried, referral.groupId])],
      followUp: stopFollowUp(intake.followUp, 'request-ended'),
    },
    referral: {
      ...referral,
      state: referralMoves[move].to,
      next: null,
      doorCode: null,
      ended: { because, by, at: isoOf(now) },
      placeToPassOn: true,
    },
    freesPlace: true,
  }
  return withMessage(
    after,
    ...(facilitatorKnows(referral) && by !== 'facilitator'
      ? [{ to: 'facilitator', template: 'facilitator-ended', isAboutReferral: true } as const]
      : []),
    ...(wasInvited && mailableAddress(intake.safeContact) !== null
      ? [{ to: 'person', template: 'invitation-cancelled', isAboutReferral: true } as const]
      : []),
  )
}

/** Lets the machine look again, except for those whom it must never place: staff do. */
export const lookAgain = (change: Change, moment: Moment): Change => {
  const { intake } = change
  const answers = [intake.request, ...intake.sentAgain.map(({ request }) => request)]
  const because = answers.some(isUnsafe) ? 'was-not-safe' : needsStaffFirst(intake)
  if (because)
    return withStaffTask(
      { ...change, intake: { ...intake, state: 'needs-staff', needsStaffBecause: because, waiting: null } },
      'find-another-way',
      moment,
    )
  const waiting = { ...(intake.waiting ?? waitingFrom(moment.now)), lookAt: isoOf(moment.now) }
  return {
    ...change,
    intake: { ...intake, state: 'waiting', needsStaffBecause: null, waiting },
    looksAgain: true,
  }
}

/**
 * Ends a request. Nobody has anything to do with it any more, and no clock of it runs. But someone who asked for help and
 * then says "that is enough" is still helped.
 */
export const close = (change: Change, because: CloseReason, { now }: Moment): Change =>
  withEvent(
    {
      ...change,
      intake: {
        ...onlyTasks(change.intake, ...(because === 'person-says-no' ? (['help-now'] as const) : [])),
        state: 'closed',
        waiting: null,
        followUp: stopFollowUp(change.intake.followUp, 'request-ended'),
        closed: { because, at: isoOf(now) },
      },
    },
    'closed',
    { because },
  )

const endOf = ({ followUp }: Intake): CloseReason => {
  if (followUp?.answers.some(({ answer }) => answer === 'going-well')) return 'attended'
  return followUp?.stopped === 'went-quiet' ? 'went-quiet' : 'suggestions-only'
}

/**
 * A request is over when nobody has anything left to do, nobody is asked any more, and the person is in a group or has the
 * list of groups that need nobody's leave.
 */
export const closeWhenOver = (change: Change, moment: Moment): Change => {
  const { intake, referral } = change
  const isAsked = intake.followUp !== null && intake.followUp.stopped === null
  if (tasksOf(intake).length > 0 || isAsked || intake.sentAgain.length > 0) return change
  if (intake.state === 'referred' && referral?.state === 'attended') return close(change, 'attended', moment)
  return intake.state === 'suggested' ? close(change, endOf(intake), moment) : change
}

/** Someone whom staff have to place, and for whom nothing is left to do, is not forgotten: what to do is the next question. */
const leavesOpen = ({ state, next, alsoNext }: Intake) =>
  (state === 'urgent' || state === 'needs-staff') && tasksOf({ next, alsoNext }).length === 0

/** What follows when staff have done something: what to do next for this person, or the end of their request. */
export const afterTask = (change: Change, moment: Moment): Change =>
  leavesOpen(change.intake)
    ? withStaffTask(change, 'find-another-way', moment)
    : closeWhenOver(change, moment)
