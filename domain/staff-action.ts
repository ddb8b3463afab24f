import type { Temporal } from 'temporal-polyfill'

import type { Intake } from './intake.ts'
import type { Action } from './next-action.ts'
import { sweepAtOf } from './outcome.ts'
import { dueBy } from './promises.ts'
import type { Office } from './working-days.ts'

/**
 * Gives staff something to do with an intake. What may be a matter of safety is never pushed aside by something else,
 * and what was promised sooner stays promised.
 */
export const withStaffAction = (
  intake: Intake,
  action: Action,
  now: Temporal.Instant,
  office: Office,
): Intake => {
  if (intake.next?.action === 'read-first') return intake
  const dueAt = dueBy(action, now, office).toString({ smallestUnit: 'millisecond' })
  const next = {
    owner: 'staff' as const,
    action,
    dueAt: intake.next?.owner === 'staff' && intake.next.dueAt < dueAt ? intake.next.dueAt : dueAt,
  }
  return { ...intake, next, sweepAt: sweepAtOf(intake.state, next, now) }
}
