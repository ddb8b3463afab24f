import { Temporal } from 'temporal-polyfill'

import { nextStart } from '../groups/schedule.ts'
import type { Suggestion } from '../matching/decision.ts'
import { isoOf } from '../time/moment.ts'

/** What was picked, an instant or `other`, and what was typed for that other day. */
interface Asked {
  session: string
  date: string
  time: string
}

/** What is wrong with it, by the field to put right. */
export interface SessionProblem {
  field: keyof Asked
  problem: 'required' | 'format' | 'past' | 'too-far-ahead'
}

/** How many of a group's next sessions can be picked. */
export const sessionsToPick = 4

type Group = Pick<Suggestion, 'sessions' | 'timeZone' | 'nextSessionAt'>

/** A group that has yet to begin meets for the first time when the choice said it would. */
const meetsFrom = ({ nextSessionAt }: Group, now: Temporal.Instant) => {
  const begins = nextSessionAt ? Temporal.Instant.from(nextSessionAt).subtract({ seconds: 1 }) : now
  return Temporal.Instant.compare(begins, now) > 0 ? begins : now
}

/** The next times a group meets, soonest first: those from which someone's first session is picked. */
export const comingSessions = (group: Group, now: Temporal.Instant, count: number): string[] => {
  const { sessions, timeZone } = group
  const coming = new Set<string>()
  for (const session of sessions) {
    let start = nextStart(session, timeZone, meetsFrom(group, now))
    for (let week = 0; week < count; week += 1) {
      coming.add(isoOf(start.toInstant()))
      start = nextStart(session, timeZone, start.toInstant())
    }
  }
  return [...coming].toSorted().slice(0, count)
}

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
): { at: string } | { problems: SessionProblem[] } => {
  const day = readDay(date.trim())
  const clock = readTime(time.trim())
  const problems: SessionProblem[] = []
  if (day === null) problems.push({ field: 'date', problem: date.trim() === '' ? 'required' : 'format' })
  if (clock === null) problems.push({ field: 'time', problem: time.trim() === '' ? 'required' : 'format' })
  if (day === null || clock === null) return { problems }
  const at = day.toZonedDateTime({ timeZone, plainTime: clock }).toInstant()
  const hours = now.until(at).total('hours')
  if (hours <= -hoursBack) return { problems: [{ field: 'date', problem: 'past' }] }
  if (hours > 24 * daysAhead) return { problems: [{ field: 'date', problem: 'too-far-ahead' }] }
  return { at: isoOf(at) }
}

/**
 * The moment of a first session, as staff or the group's leader give it: one that was picked from the group's next, or a
 * day and a time by the clock of the group; else everything that is wrong.
 */
export const firstSessionAt = (
  asked: Asked,
  suggestion: Group,
  now: Temporal.Instant,
): { at: string } | { problems: SessionProblem[] } => {
  if (asked.session === 'other') return typedMoment(asked, suggestion.timeZone, now)
  // What was on the page when it was opened may have begun since.
  const pickable = comingSessions(suggestion, now.subtract({ hours: hoursBack }), sessionsToPick + 2)
  return pickable.includes(asked.session)
    ? { at: asked.session }
    : { problems: [{ field: 'session', problem: 'format' }] }
}
