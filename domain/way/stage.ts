import { Temporal } from 'temporal-polyfill'

import { isUnsafe } from '../person/safety.ts'
import { tasksOf } from '../staff/tasks.ts'
import type { Office } from '../time/working-days.ts'
import type { Standing } from './change.ts'
import type { Intake } from './intake.ts'
import type { Action } from './next-action.ts'
import { personHearsBy, readBy } from './promises.ts'
import type { Referral } from './referral.ts'

/** What the person is told of where things stand: less than staff know, and in their own words. */
export type Stage =
  | 'received'
  | 'urgent'
  | 'being-read'
  | 'waiting'
  | 'suggested'
  | 'referred'
  | 'offered'
  | 'accepted'
  | 'scheduled'
  | 'begun'
  | 'attended'
  | 'missed'
  | 'closed'
  | 'closed-attended'
  | 'closed-said-no'
  | 'closed-quiet'
  | 'closed-not-reached'
  | 'closed-withdrawn'

type Known = Pick<Standing, 'intake' | 'referral'>

const closedStage = ({ closed }: Intake): Stage => {
  switch (closed?.because) {
    case 'attended':
      return 'closed-attended'
    case 'person-says-no':
      return 'closed-said-no'
    case 'suggestions-only':
    case 'went-quiet':
      return 'closed-quiet'
    case 'could-not-contact':
      return 'closed-not-reached'
    default:
      return 'closed'
  }
}

const referredStage = (referral: Referral | null, now: string): Stage => {
  switch (referral?.state) {
    case 'offered':
      return 'offered'
    case 'accepted':
      return 'accepted'
    case 'scheduled':
      return referral.firstSessionAt !== null && referral.firstSessionAt <= now ? 'begun' : 'scheduled'
    case 'attended':
      return 'attended'
    case 'no-show':
      return 'missed'
    default:
      return 'referred'
  }
}

const stageOf = ({ intake, referral }: Known, now: string): Stage => {
  switch (intake.state) {
    case 'received':
    case 'urgent':
    case 'waiting':
    case 'suggested':
      return intake.state
    case 'needs-staff':
      return 'being-read'
    case 'referred':
      return referredStage(referral, now)
    case 'closed':
      return referral?.state === 'attended' ? 'attended' : closedStage(intake)
    case 'withdrawn':
      return 'closed-withdrawn'
    case 'erased':
      return 'closed'
  }
}

const taskDue = (intake: Intake, ...actions: Action[]) =>
  tasksOf(intake).find(({ action }) => actions.includes(action))?.dueAt ?? null

const latest = (one: string, other: string | null) => (other !== null && other > one ? other : one)

/** What happens next, by us or with the person: the time that they were told, or null when none was. */
const nextOf = (stage: Stage, { intake, referral }: Known, office: Office): string | null => {
  const read = (from: string) =>
    readBy(Temporal.Instant.from(from), isUnsafe(intake.request), office).toString({
      smallestUnit: 'millisecond',
    })
  switch (stage) {
    case 'urgent':
    case 'being-read':
      // The first promise, or a later one: staff look once more for someone whose place came to nothing.
      return latest(read(intake.receivedAt), taskDue(intake, 'read-first', 'find-another-way'))
    case 'waiting':
      return intake.waiting?.newsAt ?? read(intake.receivedAt)
    case 'suggested':
      return taskDue(intake, 'read-form', 'tell-by-phone')
    case 'referred':
      return read(referral?.proposedAt ?? intake.receivedAt)
    case 'offered':
      return referral?.next?.dueAt ?? null
    case 'accepted':
      return referral?.next ? personHearsBy(referral.next, office) : null
    case 'scheduled':
    case 'begun':
      return referral?.firstSessionAt ?? null
    case 'missed':
      return taskDue(intake, 'call-after-missed')
    default:
      return null
  }
}

/** What the person does, or what simply comes, is never late; only what we promised is. */
const isTheirs = (stage: Stage) => ['offered', 'scheduled', 'begun'].includes(stage)

/**
 * Where things stand, when something happens next, and whether we have not kept our word. `null` for an intake that is
 * still in the queue.
 */
export const standingOf = (
  known: Known | null,
  now: Temporal.Instant,
  office: Office,
): { stage: Stage; nextAt: string | null; isLate: boolean } => {
  if (known === null) return { stage: 'received', nextAt: null, isLate: false }
  const at = now.toString({ smallestUnit: 'millisecond' })
  const stage = stageOf(known, at)
  const nextAt = nextOf(stage, known, office)
  return { stage, nextAt, isLate: nextAt !== null && nextAt <= at && !isTheirs(stage) }
}
