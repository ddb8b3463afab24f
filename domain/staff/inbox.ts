import type { Temporal } from 'temporal-polyfill'

import { isoOf } from '../time/moment.ts'
import type { Intake } from '../way/intake.ts'
import type { NextAction } from '../way/next-action.ts'
import type { Referral } from '../way/referral.ts'
import { tasksOf } from './tasks.ts'

/** One thing that somebody has to do for a person. */
export interface InboxRow extends Pick<NextAction, 'owner' | 'action' | 'dueAt'> {
  intake: Intake
  isLate: boolean
  isUrgent: boolean
  /** The group whose place is held, or else the best of the open meetings. */
  groupName: string | null
  /** Who leads that group, once they may know of the person. */
  facilitator: string | null
}

const urgent: ReadonlySet<NextAction['action']> = new Set(['read-first', 'help-now'])

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** What may be a matter of safety first, then what was promised soonest. */
const mostPressingFirst = (one: InboxRow, other: InboxRow) =>
  Number(other.isUrgent) - Number(one.isUrgent) ||
  byText(one.dueAt, other.dueAt) ||
  byText(one.intake.reference, other.intake.reference)

/** Every task as a row of its own, from requests and from the places that are held. */
export const inboxRows = (
  intakes: readonly Intake[],
  held: readonly { intake: Intake; referral: Referral }[],
  now: Temporal.Instant,
): InboxRow[] => {
  const heldFor = new Map(held.map(({ intake, referral }) => [intake.intakeId, referral]))
  const rowOf = (intake: Intake, { owner, action, dueAt }: NextAction): InboxRow => {
    const referral = heldFor.get(intake.intakeId)
    return {
      owner,
      action,
      dueAt,
      intake,
      isLate: dueAt <= isoOf(now),
      isUrgent: urgent.has(action),
      groupName: referral?.suggestion.name ?? intake.decision?.openMeetings[0]?.name ?? null,
      facilitator: referral?.facilitator?.name ?? null,
    }
  }
  return [
    ...intakes.flatMap((intake) => tasksOf(intake).map((task) => rowOf(intake, task))),
    ...held.flatMap(({ intake, referral }) => (referral.next ? [rowOf(intake, referral.next)] : [])),
  ].toSorted(mostPressingFirst)
}
