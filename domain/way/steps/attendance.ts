import { Temporal } from 'temporal-polyfill'

import { sessionMinutes } from '../../matching/suggestion.ts'
import { mailableAddress } from '../../person/safe-contact.ts'
import { withoutTasks } from '../../staff/tasks.ts'
import { type Moment, isoOf } from '../../time/moment.ts'
import {
  type Change,
  type Standing,
  close,
  closeWhenOver,
  endReferral,
  facilitatorKnows,
  lookAgain,
  personHears,
  unchanged,
  withEvent,
  withMessage,
  withStaffTask,
} from '../change.ts'
import { planFollowUp } from '../follow-up.ts'
import { homeTimeZone } from '../intake.ts'
import { attendanceKnownBy } from '../promises.ts'
import { mayMoveReferral } from '../referral-moves.ts'
import type { Referral } from '../referral.ts'

const hour = 3_600_000

const sessionEnds = ({ suggestion }: Referral, firstSessionAt: string) =>
  Temporal.Instant.from(firstSessionAt).add({ minutes: sessionMinutes(suggestion) })

/**
 * The next thing after a day is set: whether the person came is asked of the leader when the session is over. Staff find
 * it in their inbox, and hear that it is late only once it is.
 */
const whoCame = (referral: Referral, firstSessionAt: string, { office }: Moment) => {
  const ends = sessionEnds(referral, firstSessionAt)
  const asked = { action: 'say-who-came' as const, dueAt: isoOf(attendanceKnownBy(ends, office)) }
  return facilitatorKnows(referral)
    ? { owner: 'facilitator' as const, ...asked, lookAt: isoOf(ends) }
    : { owner: 'staff' as const, ...asked }
}

/** The group's leader, or staff for them, say when the person first comes. The person gets the invitation. */
export const setFirstSession = (
  standing: Standing,
  { at, by }: { at: string; by: 'facilitator' | 'staff' },
  moment: Moment,
): Change | null => {
  const { intake, referral } = standing
  const { now, office, cadence } = moment
  const isToCome = Date.parse(at) > now.epochMilliseconds - 12 * hour
  if (!referral || !isToCome || !mayMoveReferral(by, referral.state, 'schedule')) return null
  const calendar = { ...office, timeZone: homeTimeZone(intake, office.timeZone) }
  // The reminder of the day before goes to everyone who may be written to; questions only to those who said yes to them.
  const days = cadence.filter((day) => day < 0 || intake.consent.checkIn)
  const change: Change = {
    ...unchanged(standing),
    intake: {
      ...withoutTasks(intake, 'reach-facilitator', 'call-after-missed'),
      followUp: planFollowUp(at, days, calendar, now),
    },
    referral: {
      ...referral,
      state: 'scheduled',
      firstSessionAt: at,
      invitations: referral.invitations + 1,
      next: whoCame(referral, at, moment),
    },
  }
  return withEvent(personHears(change, 'invitation', moment), 'first-session-set', {
    groupId: referral.groupId,
  })
}

/** The person was there. This is what all of it is for. */
export const came = (
  standing: Standing,
  by: 'facilitator' | 'staff' | 'person',
  moment: Moment,
): Change | null => {
  const { intake, referral } = standing
  if (!referral || !mayMoveReferral(by, referral.state, 'attend')) return null
  const change: Change = {
    ...unchanged(standing),
    intake: withoutTasks(intake, 'reach-facilitator', 'call-after-missed', 'arrange-first-session'),
    referral: { ...referral, state: 'attended', next: null },
  }
  return closeWhenOver(withEvent(change, 'came', { groupId: referral.groupId }), moment)
}

/** The person was not there: one kind note, and staff ask how they are. Never a penalty. */
export const missed = (standing: Standing, by: 'facilitator' | 'staff', moment: Moment): Change | null => {
  const { intake, referral } = standing
  if (!referral || !mayMoveReferral(by, referral.state, 'miss-session')) return null
  const change: Change = {
    ...unchanged(standing),
    intake: {
      ...withoutTasks(intake, 'reach-facilitator'),
      followUp: intake.followUp && { ...intake.followUp, next: null, open: null, stopped: 'request-ended' },
    },
    referral: { ...referral, state: 'no-show', next: null },
  }
  const told =
    mailableAddress(intake.safeContact) === null
      ? change
      : withMessage(change, { to: 'person', template: 'missed', isAboutReferral: true })
  return withEvent(withStaffTask(told, 'call-after-missed', moment), 'missed', { groupId: referral.groupId })
}

/**
 * Someone who came no longer does: the place goes on, and so does the search if they wish. A group's leader does not know
 * what they wish: staff ask the person.
 */
export const leave = (
  standing: Standing,
  { another, by }: { another: boolean; by: 'facilitator' | 'staff' | 'person' },
  moment: Moment,
): Change | null => {
  const { referral, intake } = standing
  if (!referral || !mayMoveReferral(by, referral.state, 'complete')) return null
  const ended = withEvent(
    endReferral(unchanged(standing), 'complete', 'no-longer-comes', by, moment),
    'no-longer-comes',
    { groupId: referral.groupId },
  )
  if (intake.state === 'closed') return ended
  if (by === 'facilitator')
    return withStaffTask(
      { ...ended, intake: { ...ended.intake, state: 'needs-staff', needsStaffBecause: null } },
      'call-person',
      moment,
    )
  return another ? lookAgain(ended, moment) : close(ended, 'attended', moment)
}

/** What the sweeper does when a group's leader has something to say: asks once the session is over, reminds, then staff ask. */
export const facilitatorIsDue = (standing: Standing, moment: Moment): Change | null => {
  const { referral } = standing
  if (!referral?.next || referral.next.owner !== 'facilitator') return null
  const { next } = referral
  const reminders = next.reminders ?? 0
  const isAskedFirst = next.action === 'say-who-came' && reminders === 0
  const later = (lookAt: string | null): Change => ({
    ...unchanged(standing),
    referral: { ...referral, next: { ...next, reminders: reminders + 1, lookAt } },
  })
  if (isAskedFirst)
    return withMessage(later(next.dueAt), {
      to: 'facilitator',
      template: 'facilitator-attendance',
      isAboutReferral: true,
    })
  const isReminded = reminders > (next.action === 'say-who-came' ? 1 : 0)
  if (isReminded) return withStaffTask(later(null), 'reach-facilitator', moment)
  const nextLook = isoOf(moment.now.add({ hours: 24 }))
  return withEvent(
    withMessage(later(nextLook), {
      to: 'facilitator',
      template: 'facilitator-reminder',
      isAboutReferral: true,
    }),
    'reminded',
  )
}
