import { Temporal } from 'temporal-polyfill'

import { type Intake, isUnsafe } from './intake.ts'
import { readBy } from './promises.ts'
import type { Office } from './working-days.ts'

/** What the person is told of where things stand: less than staff know, and in their own words. */
const stages = {
  received: 'received',
  urgent: 'urgent',
  'needs-staff': 'being-read',
  waiting: 'waiting',
  suggested: 'suggested',
  referred: 'referred',
  closed: 'closed',
  withdrawn: 'closed',
  erased: 'closed',
} as const satisfies Record<Intake['state'], string>

export type Stage = (typeof stages)[Intake['state']]

/**
 * Where things stand, the day by which the person was told to hear from us, and whether that day has passed. `null` for
 * an intake that is still in the queue.
 */
export const standingOf = (
  intake: Intake | null,
  now: Temporal.Instant,
  office: Office,
): { stage: Stage; nextAt: string | null; isLate: boolean } => {
  if (intake === null) return { stage: 'received', nextAt: null, isLate: false }
  const stage = stages[intake.state]
  if (stage === 'closed') return { stage, nextAt: null, isLate: false }
  const promised = readBy(Temporal.Instant.from(intake.receivedAt), isUnsafe(intake.request), office)
  return { stage, nextAt: promised.toString(), isLate: Temporal.Instant.compare(promised, now) <= 0 }
}
