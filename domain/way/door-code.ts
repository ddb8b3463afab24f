import { Temporal } from 'temporal-polyfill'

import { isoOf } from '../time/moment.ts'
import type { DoorCode } from './referral.ts'

/** How long a code opens the door, how often it may be mistyped, and how many a link can ask for in a day. */
const doorCodeMinutes = 10
const maxMisses = 5
const maxCodesADay = 5

/** A second press of "Send me a code" within this time is the first one once more. */
const samePressSeconds = 30

const after = ({ issuedAt }: DoorCode, duration: Temporal.DurationLike) =>
  Temporal.Instant.from(issuedAt).add(duration)

export const codeEndsAt = (code: DoorCode) => isoOf(after(code, { minutes: doorCodeMinutes }))

export const triesLeft = ({ misses }: DoorCode) => maxMisses - misses

/** Why a code opens nothing any more; null while it does. */
export const doorCodeOver = (code: DoorCode | null, now: Temporal.Instant) => {
  if (code === null) return 'none'
  if (code.used) return 'used'
  if (triesLeft(code) <= 0) return 'locked'
  return codeEndsAt(code) <= isoOf(now) ? 'expired' : null
}

/**
 * The code that follows when one is asked for: a new one, the one that was sent this moment, or none any more today. The
 * day is that of the clock on the group's own wall.
 */
export const nextDoorCode = (
  before: DoorCode | null,
  now: Temporal.Instant,
  timeZone: string,
): DoorCode | 'sent-this-moment' | 'too-many-today' => {
  const isFresh = before !== null && isoOf(after(before, { seconds: samePressSeconds })) > isoOf(now)
  if (isFresh && before.misses === 0 && !before.used) return 'sent-this-moment'
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const sent = before?.sentOn === today ? before.sent : 0
  if (sent >= maxCodesADay) return 'too-many-today'
  return { issuedAt: isoOf(now), misses: 0, sentOn: today, sent: sent + 1, used: false }
}
