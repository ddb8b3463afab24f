import { mapTasks, tasksOf, withoutTasks } from '../../staff/tasks.ts'
import { type Moment, isoOf } from '../../time/moment.ts'
import { endOfWorkingDay } from '../../time/working-days.ts'
import {
  type Change,
  type Standing,
  afterTask,
  close,
  endReferral,
  unchanged,
  withEvent,
  withStaffTask,
} from '../change.ts'
import { mayMove } from '../intake-moves.ts'
import type { Channel } from '../intake.ts'
import type { StaffAction } from '../next-action.ts'
import { holdsPlace } from '../referral.ts'

/** Tries after which staff may say that a person cannot be reached. */
export const triesBeforeGivingUp = 3

/** What is done once staff have spoken with the person. */
export const reachingThem = [
  'tell-by-phone',
  'call-person',
  'call-after-missed',
  'check-in-by-phone',
  'reach-another-way',
] as const satisfies readonly StaffAction[]

const reachesThem: ReadonlySet<string> = new Set(reachingThem)

/** Staff tried to reach the person and did not. What was due stays due; they are reminded again a working day later. */
export const attempt = (
  standing: Standing,
  { channel, staffId }: { channel: Channel; staffId: string },
  { now, office }: Moment,
): Change => {
  const { intake } = standing
  const tomorrow = isoOf(endOfWorkingDay(now, 1, office))
  const after = mapTasks(intake, (task) =>
    reachesThem.has(task.action) ? { ...task, lookAt: tomorrow } : task,
  )
  const attempts = [...intake.attempts, { at: isoOf(now), staffId, channel }]
  return withEvent({ ...unchanged(standing), intake: { ...after, attempts } }, 'attempt', { channel })
}

/** After several tries staff let go: the place goes on, and the request ends until the person comes back. */
export const giveUpContact = (standing: Standing, moment: Moment): Change | null => {
  const { intake, referral } = standing
  if (intake.attempts.length < triesBeforeGivingUp || !mayMove('staff', intake.state, 'closed')) return null
  const change = unchanged(standing)
  const ended =
    referral?.state === 'attended'
      ? change
      : endReferral(change, 'give-up-contact', 'could-not-contact', 'staff', moment)
  return close(withEvent(ended, 'contact-given-up'), 'could-not-contact', moment)
}

const maxNotes = 50

/** A line that staff leave for each other. Kept with the person's answers and never in the trail. */
export const note = (
  standing: Standing,
  { text, staffId }: { text: string; staffId: string },
  { now }: Moment,
): Change | null => {
  const { intake } = standing
  if (intake.notes.length >= maxNotes) return null
  const notes = [...intake.notes, { at: isoOf(now), staffId, text }]
  return withEvent({ ...unchanged(standing), intake: { ...intake, notes } }, 'note')
}

/**
 * What staff can simply say is done. The others end by a decision: a place offered, a group found, changes read, another
 * day for someone who missed a session.
 */
export const canBeDone = [
  'read-first',
  'help-now',
  'read-wishes',
  'reach-another-way',
  'check-restored',
  'tell-by-phone',
  'call-person',
  'check-in-by-phone',
  'reach-facilitator',
  'read-form',
] as const satisfies readonly StaffAction[]

export type Doable = (typeof canBeDone)[number]

/** Someone who has a place, and said later that they may not be safe, still has it once staff have read that. */
const backToPlace = (change: Change): Change => {
  const { intake, referral } = change
  return intake.state === 'urgent' && referral !== null && holdsPlace(referral.state)
    ? { ...change, intake: { ...intake, state: 'referred' } }
    : change
}

/** Staff have spoken with the group's leader, who still has to answer: someone looks again if they do not. */
const askFacilitatorAgain = (change: Change, { now, office }: Moment): Change => {
  const { referral } = change
  const lookAt = isoOf(endOfWorkingDay(now, 1, office))
  return referral?.next?.owner === 'facilitator'
    ? { ...change, referral: { ...referral, next: { ...referral.next, lookAt } } }
    : change
}

/**
 * Staff have checked what came back from a back-up: the clock that was stopped runs again. It does not remind the person a
 * second time, and an offer that ran out meanwhile can be answered for one more working day.
 */
const runAgain = (change: Change, moment: Moment): Change => {
  const { referral } = change
  if (referral?.next?.owner !== 'person' || referral.next.lookAt !== null)
    return askFacilitatorAgain(change, moment)
  const tomorrow = isoOf(endOfWorkingDay(moment.now, 1, moment.office))
  const dueAt = referral.next.dueAt > tomorrow ? referral.next.dueAt : tomorrow
  return { ...change, referral: { ...referral, next: { ...referral.next, dueAt, lookAt: dueAt } } }
}

const takesUpAgain = (action: Doable, change: Change, moment: Moment): Change => {
  if (action === 'check-restored') return runAgain(change, moment)
  return action === 'reach-facilitator' ? askFacilitatorAgain(change, moment) : change
}

export const done = (standing: Standing, action: Doable, moment: Moment): Change | null => {
  const { intake } = standing
  if (!tasksOf(intake).some((task) => task.action === action)) return null
  const attempts = reachesThem.has(action) ? [] : intake.attempts
  const change: Change = { ...unchanged(standing), intake: { ...withoutTasks(intake, action), attempts } }
  const read = action === 'read-first' ? backToPlace(change) : change
  const again = takesUpAgain(action, read, moment)
  // Later answers stop letters and matching until staff say which ones stand: to have read them is not yet that.
  const undecided = action === 'read-first' && intake.sentAgain.length > 0
  const open = undecided ? withStaffTask(again, 'read-changes', moment) : again
  return afterTask(withEvent(open, 'task-done', { action }), moment)
}
