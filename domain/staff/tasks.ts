import type { Temporal } from 'temporal-polyfill'

import type { Office } from '../time/working-days.ts'
import type { Intake } from '../way/intake.ts'
import { type Action, type NextAction, type StaffAction, staffActions } from '../way/next-action.ts'
import { dueBy } from '../way/promises.ts'

type Tasks = Pick<Intake, 'next' | 'alsoNext'>

const order: readonly Action[] = staffActions

/** Everything that has to happen with the person themselves, what would be missed most at the front. */
export const tasksOf = ({ next, alsoNext }: Tasks): NextAction[] =>
  next ? [next, ...alsoNext] : [...alsoNext]

const asTasks = (tasks: readonly NextAction[]): Tasks => {
  const [next = null, ...alsoNext] = tasks.toSorted(
    (one, other) => order.indexOf(one.action) - order.indexOf(other.action),
  )
  return { next, alsoNext }
}

/** Gives staff something to do. What they have to do already keeps the time that was promised for it. */
export const withTask = <Row extends Tasks>(
  row: Row,
  action: StaffAction,
  now: Temporal.Instant,
  office: Office,
): Row => {
  const tasks = tasksOf(row)
  if (tasks.some((task) => task.action === action)) return row
  const dueAt = dueBy(action, now, office).toString({ smallestUnit: 'millisecond' })
  return { ...row, ...asTasks([...tasks, { owner: 'staff', action, dueAt }]) }
}

export const withoutTasks = <Row extends Tasks>(row: Row, ...done: StaffAction[]): Row => ({
  ...row,
  ...asTasks(tasksOf(row).filter(({ action }) => !done.some((one) => one === action))),
})

export const onlyTasks = <Row extends Tasks>(row: Row, ...kept: StaffAction[]): Row => ({
  ...row,
  ...asTasks(tasksOf(row).filter(({ action }) => kept.some((one) => one === action))),
})

/** The same tasks, with some of them changed. */
export const mapTasks = <Row extends Tasks>(row: Row, change: (task: NextAction) => NextAction): Row => ({
  ...row,
  ...asTasks(tasksOf(row).map(change)),
})
