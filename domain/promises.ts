import type { Temporal } from 'temporal-polyfill'

import type { Action } from './next-action.ts'
import { type Office, afterWorkingMinutes, endOfWorkingDay } from './working-days.ts'

/** What the pages and mails promise a person: read within two working days (journey, "We reply within 2 working days"). */
const replyWorkingDays = 2

/** When each next action of staff is due. What may be a matter of safety comes within the first working half hour. */
export const dueBy = (action: Action, now: Temporal.Instant, office: Office): Temporal.Instant => {
  switch (action) {
    case 'read-first':
      return afterWorkingMinutes(now, 30, office)
    case 'review-referral':
    case 'find-another-way':
    case 'tell-by-phone':
    case 'reach-another-way':
    case 'read-changes':
      return endOfWorkingDay(now, 1, office)
    case 'read-form':
      return endOfWorkingDay(now, replyWorkingDays, office)
  }
}

/** The day by which a person was told that staff will have read their form: the first working day when they are not safe. */
export const readBy = (receivedAt: Temporal.Instant, isUrgent: boolean, office: Office) =>
  isUrgent ? dueBy('read-first', receivedAt, office) : endOfWorkingDay(receivedAt, replyWorkingDays, office)
