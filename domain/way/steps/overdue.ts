import type { Temporal } from 'temporal-polyfill'

import type { Message } from '../../letters/email.ts'
import { mapTasks, tasksOf } from '../../staff/tasks.ts'
import { type Moment, isoOf } from '../../time/moment.ts'
import { type Office, endOfWorkingDay } from '../../time/working-days.ts'
import { type Change, type Standing, unchanged, withEvent, withMessage } from '../change.ts'
import { type NextAction, lookAtOf } from '../next-action.ts'

/** The end of the next working day: half a day on, so that a reminder of this evening is not today's once more. */
const nextReminder = (now: Temporal.Instant, office: Office) =>
  isoOf(endOfWorkingDay(now.add({ hours: 12 }), 0, office))

const isLate = (task: NextAction | null, now: Temporal.Instant): task is NextAction => {
  const lookAt = task && lookAtOf(task)
  return task?.owner === 'staff' && lookAt !== null && lookAt <= isoOf(now)
}

const reminded = (task: NextAction, { now, office }: Moment): NextAction => ({
  ...task,
  reminders: (task.reminders ?? 0) + 1,
  lookAt: nextReminder(now, office),
})

/** Staff hear first; what is still not done a working day later goes to whoever answers for them as well. */
const reminders = ({ action, reminders = 0 }: NextAction, isAboutReferral: boolean): Message[] => [
  { to: 'staff', template: 'staff-overdue', action, isAboutReferral },
  ...(reminders > 0
    ? [{ to: 'supervisor', template: 'staff-overdue', action, isAboutReferral } as const]
    : []),
]

/** Reminds staff of what they have not done, each thing once a working day. */
export const staffAreLate = (standing: Standing, moment: Moment): Change | null => {
  const { intake, referral } = standing
  const late = tasksOf(intake).filter((task) => isLate(task, moment.now))
  const lateReferral = isLate(referral?.next ?? null, moment.now) ? referral : null
  if (late.length === 0 && lateReferral === null) return null

  const change: Change = {
    ...unchanged(standing),
    intake: mapTasks(intake, (task) => (late.includes(task) ? reminded(task, moment) : task)),
    referral: lateReferral?.next ? { ...lateReferral, next: reminded(lateReferral.next, moment) } : referral,
  }
  const told = withMessage(
    change,
    ...late.flatMap((task) => reminders(task, false)),
    ...(lateReferral?.next ? reminders(lateReferral.next, true) : []),
  )
  return [...late, ...(lateReferral?.next ? [lateReferral.next] : [])].reduce(
    (all, { action }) => withEvent(all, 'overdue', { action }),
    told,
  )
}
