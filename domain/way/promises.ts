import { Temporal } from 'temporal-polyfill'

import { type Office, afterWorkingMinutes, endOfWorkingDay } from '../time/working-days.ts'
import type { NextAction, StaffAction } from './next-action.ts'

/** What the pages and mails promise a person: read within two working days (journey, "We reply within 2 working days"). */
const replyWorkingDays = 2

/** When each thing that staff have to do is due. What may be a matter of safety comes within the first working half hour. */
export const dueBy = (action: StaffAction, now: Temporal.Instant, office: Office): Temporal.Instant => {
  switch (action) {
    case 'read-first':
    case 'help-now':
      return afterWorkingMinutes(now, 30, office)
    case 'review-referral':
    case 'find-another-way':
    case 'tell-by-phone':
    case 'reach-another-way':
    case 'check-restored':
    case 'read-changes':
    case 'read-wishes':
    case 'call-person':
    case 'call-after-missed':
    case 'check-in-by-phone':
    case 'arrange-first-session':
    case 'reach-facilitator':
    case 'say-who-came':
      return endOfWorkingDay(now, 1, office)
    case 'read-form':
      return endOfWorkingDay(now, replyWorkingDays, office)
  }
}

/** The day by which a person was told that staff will have read their form: the first working day when they are not safe. */
export const readBy = (receivedAt: Temporal.Instant, isUrgent: boolean, office: Office) =>
  isUrgent ? dueBy('read-first', receivedAt, office) : endOfWorkingDay(receivedAt, replyWorkingDays, office)

/** Hours a place is kept for someone who was told of it, and for someone who comes back by themselves to look. */
const offerHours = { told: 72, comesBack: 7 * 24 } as const

/** The one reminder of an offer goes out a day before its end. */
const reminderHoursBefore = 24

export const offerEnds = (now: Temporal.Instant, isTold: boolean) => {
  const ends = now.add({ hours: isTold ? offerHours.told : offerHours.comesBack })
  return { ends, remindAt: ends.subtract({ hours: reminderHoursBefore }) }
}

/** When a group's leader has to have answered a referral. */
export const facilitatorAnswersBy = (now: Temporal.Instant, office: Office) => endOfWorkingDay(now, 2, office)

/**
 * When the person hears what comes of their yes: by what we know then, and whatever the group's leader does. A leader who
 * does not answer is reminded, and then called by staff.
 */
export const personHearsBy = ({ owner, dueAt }: NextAction, office: Office): string =>
  owner === 'facilitator'
    ? endOfWorkingDay(Temporal.Instant.from(dueAt), 2, office).toString({ smallestUnit: 'millisecond' })
    : dueAt

/** When a group's leader has to have said who came to a session. */
export const attendanceKnownBy = (sessionEnds: Temporal.Instant, office: Office) =>
  endOfWorkingDay(sessionEnds, 1, office)

/** How often the machine looks for a place for someone who waits, whatever else it was told of freed places. */
export const lookAgainEveryMinutes = 60

/** Someone who waits hears from us this often, even if there is no news (journey, "Waitlist"). */
export const newsEveryDays = 30
