import { Temporal } from 'temporal-polyfill'

import { comingSessions } from './coming-sessions.ts'
import type { Suggestion } from './decision.ts'
import { isoOf } from './moment.ts'
import type { StaffStep, StepProblem } from './staff-step.ts'

type Asked = Extract<StaffStep, { step: 'first-session' }>

/** How many of a group's next sessions can be picked. */
export const sessionsToPick = 4

/** A session of this morning can still be written down in the evening. */
const hoursBack = 12
/** A first session that is farther off than this is a slip of the pen. */
const daysAhead = 180

/** A day as a browser sends it (2026-12-01) or as people here write it (12/1/2026). */
const readDay = (typed: string): Temporal.PlainDate | null => {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? []
  const [, usMonth, usDay, usYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? []
  try {
    return Temporal.PlainDate.from(
      { year: Number(year ?? usYear), month: Number(month ?? usMonth), day: Number(day ?? usDay) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}

/** A time as a browser sends it (19:00) or as people here write it (7:00 pm, 7 pm). */
const readTime = (typed: string): Temporal.PlainTime | null => {
  const [, hour = '', minute = '0', half] =
    /^(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s*([ap])?\.?m?\.?$/.exec(typed.toLowerCase()) ?? []
  // "7" alone, or "13 pm", could be anything.
  const isClear = half === undefined ? /^\d{1,2}:\d{2}/.test(typed) : Number(hour) >= 1 && Number(hour) <= 12
  if (!isClear) return null
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0)
  try {
    return Temporal.PlainTime.from({ hour: hours, minute: Number(minute) }, { overflow: 'reject' })
  } catch {
    return null
  }
}

const typedMoment = (
  { date, time }: Asked,
  timeZone: string,
  now: Temporal.Instant,
): { at: string } | { problems: StepProblem[] } => {
  const day = readDay(date.trim())
  const clock = readTime(time.trim())
  const problems: StepProblem[] = []
  if (day === null) problems.push({ field: 'date', problem: date.trim() === '' ? 'required' : 'format' })
  if (clock === null) problems.push({ field: 'time', problem: time.trim() === '' ? 'required' : 'format' })
  if (day === null || clock === null) return { problems }
  const at = day.toZonedDateTime({ timeZone, plainTime: clock }).toInstant()
  const hours = now.until(at).total('hours')
  if (hours <= -hoursBack) return { problems: [{ field: 'date', problem: 'past' }] }
  if (hours > 24 * daysAhead) return { problems: [{ field: 'date', problem: 'too-far-ahead' }] }
  return { at: isoOf(at) }
}

/** The moment of a first session: one that was picked from the group's next, or a day and a time by the group's clock. */
export const firstSessionAt = (
  asked: Asked,
  suggestion: Pick<Suggestion, 'sessions' | 'timeZone'>,
  now: Temporal.Instant,
): { at: string } | { problems: StepProblem[] } => {
  if (asked.session === 'other') return typedMoment(asked, suggestion.timeZone, now)
  // What was on the page when it was opened may have begun since.
  const pickable = comingSessions(suggestion, now.subtract({ hours: hoursBack }), sessionsToPick + 2)
  return pickable.includes(asked.session)
    ? { at: asked.session }
    : { problems: [{ field: 'session', problem: 'format' }] }
}
