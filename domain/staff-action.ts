import type { Temporal } from 'temporal-polyfill'

import type { Intake } from './intake.ts'
import type { Action } from './next-action.ts'
import { sweepAtOf } from './outcome.ts'
import { dueBy } from './promises.ts'
import type { Office } from './working-days.ts'

/** What would be missed most if something else took its place stands first. */
const weight: readonly Action[] = [
  'read-first',
  'read-changes',
  'reach-another-way',
  'tell-by-phone',
  'find-another-way',
  'review-referral',
  'read-form',
]

const heavier = (one: Action, other: Action) => (weight.indexOf(one) < weight.indexOf(other) ? one : other)

/**
 * Gives staff something to do with an intake. What weighs more is never pushed aside by what weighs less (the mail about
 * each goes out all the same), and what was promised sooner stays promised.
 */
export const withStaffAction = (
  intake: Intake,
  action: Action,
  now: Temporal.Instant,
  office: Office,
): Intake => {
  const before = intake.next?.owner === 'staff' ? intake.next : null
  const dueAt = dueBy(action, now, office).toString({ smallestUnit: 'millisecond' })
  const next = {
    owner: 'staff' as const,
    action: before ? heavier(before.action, action) : action,
    dueAt: before && before.dueAt < dueAt ? before.dueAt : dueAt,
  }
  return { ...intake, next, sweepAt: sweepAtOf(intake.state, next, now) }
}
