import { Temporal } from 'temporal-polyfill'

import type { IntakeState } from './intake.ts'
import type { NextAction } from './next-action.ts'
import { sweepAtOf } from './outcome.ts'
import { type Office, endOfWorkingDay } from './working-days.ts'

/** What the sweeper needs to know of an intake or a referral. */
interface Watched {
  state: string
  next: NextAction | null
  sweepAt: string | null
}

const iso = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'millisecond' })

const isOverdue = ({ next }: Watched, now: Temporal.Instant) =>
  next?.owner === 'staff' && next.dueAt <= iso(now)

/** The end of the next working day: half a day on, so that a reminder of this evening is not today's once more. */
const nextReminder = (now: Temporal.Instant, office: Office) =>
  iso(endOfWorkingDay(now.add({ hours: 12 }), 0, office))

/** Whether staff are reminded now of what they have not done, and when the sweeper looks again. Once a working day. */
export const reminderOf = (
  watched: Watched,
  now: Temporal.Instant,
  office: Office,
): { remind: boolean; sweepAt: string | null } => {
  const late = isOverdue(watched, now)
  if (watched.state !== 'waiting') return { remind: late, sweepAt: late ? nextReminder(now, office) : null }

  // Someone who waits is looked at every hour. Of those hours, the one in which a working day ends is for reminding;
  // counted from the last look, so that no day falls between two looks.
  const sweepAt = sweepAtOf('waiting' satisfies IntakeState, watched.next, now)
  const lastLook = watched.sweepAt === null ? now : Temporal.Instant.from(watched.sweepAt)
  return { remind: late && iso(endOfWorkingDay(lastLook, 0, office)) <= (sweepAt ?? ''), sweepAt }
}
