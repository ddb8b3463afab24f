import { Temporal } from 'temporal-polyfill'

import { tasksOf } from '../staff/tasks.ts'
import type { Intake } from '../way/intake.ts'

/**
 * Days that a back-up holds what has been deleted since. AWS keeps no more than this for recovery to a point in time
 * (DynamoDB developer guide, "Point-in-time recovery"), and it is what people are told on the page about privacy.
 */
export const backupDays = 35

/**
 * Days that a tombstone lives: longer than any back-up in which the erased person still is. A back-up can be turned into
 * a table on its last day, and nothing ends such a table by itself; so it may be read for as long again, and the tombstone
 * is still there to refuse whoever was erased.
 */
export const tombstoneDays = 2 * backupDays

/**
 * Days after which DynamoDB removes the row of an e-mail by itself, should the code that erases ever have missed it: a
 * request that goes on for a year is kept for another, and it is one more until nobody asks about it.
 */
export const emailRowDays = 3 * 365

/** Days that an address which refused our mail is left alone. All that is kept of it is a keyed hash. */
export const refusedAddressDays = 400

/** What people are told on the form and on the page about privacy: "We delete it 12 months after you finish". */
export const keptMonths = 12

/** Until when a request is kept that ended then. */
export const keptUntil = (endedAt: string) =>
  Temporal.Instant.from(endedAt).toZonedDateTimeISO('UTC').add({ months: keptMonths }).toInstant()

type Kept = Pick<Intake, 'state' | 'closed' | 'next' | 'alsoNext'>

/**
 * Whether a request has been kept as long as we promise. Someone who wrote once more after it had ended, and to whom staff
 * still owe an answer, has not finished.
 */
export const isKeptLongEnough = ({ state, closed, next, alsoNext }: Kept, now: Temporal.Instant) =>
  (state === 'closed' || state === 'withdrawn') &&
  closed !== null &&
  tasksOf({ next, alsoNext }).length === 0 &&
  Temporal.Instant.compare(keptUntil(closed.at), now) <= 0

/** Months differ in length: a little later than the last moment at which a request can have ended that is kept long enough. */
export const endedBefore = (now: Temporal.Instant) =>
  now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).add({ days: 3 }).toInstant()
