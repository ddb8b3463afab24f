import { tasksOf } from '../staff/tasks.ts'
import { followUpLookAt } from './follow-up.ts'
import type { Intake } from './intake.ts'
import { lookAtOf } from './next-action.ts'
import type { Referral } from './referral.ts'

const earliest = (times: readonly (string | null)[]) =>
  times.filter((time) => time !== null).toSorted()[0] ?? null

/** When the sweeper has to look at an intake: the first of all clocks that run on it; null when none does. */
export const intakeLookAt = (intake: Intake): string | null =>
  earliest([
    ...tasksOf(intake).map(lookAtOf),
    // How long someone waited is kept while staff read first; only who waits now is looked at.
    ...(intake.state === 'waiting' && intake.waiting ? [intake.waiting.lookAt, intake.waiting.newsAt] : []),
    // Rows of an earlier version wait without clocks of their own: the sweeper gives them some.
    intake.state === 'waiting' && intake.waiting === null ? intake.receivedAt : null,
    intake.followUp && followUpLookAt(intake.followUp),
    intake.erasing && intake.erasing.lookAt,
  ])

/** The same for a referral. One that has ended is looked at once, to pass its place on. */
export const referralLookAt = ({ next, placeToPassOn, ended }: Referral): string | null =>
  placeToPassOn && ended ? ended.at : next && lookAtOf(next)

/** When the first of what its owner has to do is due. */
export const inboxDueAt = (intake: Pick<Intake, 'next' | 'alsoNext'>): string | null =>
  earliest(tasksOf(intake).map(({ dueAt }) => dueAt))
