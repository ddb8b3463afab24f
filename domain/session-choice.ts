import { Temporal } from 'temporal-polyfill'

import { isoOf } from './moment.ts'

/** A first session later than this is a slip of the finger, and not a date that helps anyone. */
const withinDays = 180

export type SessionProblem = 'required' | 'date-format' | 'time-format' | 'passed' | 'too-late'

interface Typed {
  /** An instant that was picked, `other`, or nothing. */
  picked: string
  /** As browsers send it, `2026-12-01`; or as people type it, `12/1/2026`. */
  date: string
  /** `19:00`, or `7 pm`. */
  time: string
}

const readDate = (typed: string) => {
  const parts =
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(typed) ??
    /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/.exec(typed)
  try {
    const { year, month, day } = parts?.groups ?? {}
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}

const readTime = (typed: string) => {
  const parts = /^(\d{1,2})(?::(\d{2}))?\s*(?:([ap])\.?\s*m\.?)?$/i.exec(typed)
  const [, hours, minutes, half] = parts ?? []
  // "7" alone could be either half of the day.
  if (hours === undefined || (minutes === undefined && half === undefined)) return null
  const hour = Number(hours)
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  const ofDay = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  try {
    return Temporal.PlainTime.from({ hour: ofDay, minute: Number(minutes ?? 0) }, { overflow: 'reject' })
  } catch {
    return null
  }
}

const readPicked = (picked: string) => {
  try {
    return Temporal.Instant.from(picked)
  } catch {
    return null
  }
}

const readOther = ({ date, time }: Typed, timeZone: string): Temporal.Instant | SessionProblem => {
  const day = readDate(date.trim())
  if (day === null) return 'date-format'
  const plainTime = readTime(time.trim())
  return plainTime === null ? 'time-format' : day.toZonedDateTime({ timeZone, plainTime }).toInstant()
}

/**
 * When a person first comes, as a group's leader picked or typed it by the clock of their group; else what is wrong. A
 * session that began today may still be set: the person may be on the way.
 */
export const readSessionChoice = (
  typed: Typed,
  timeZone: string,
  now: Temporal.Instant,
): { at: string } | { problem: SessionProblem } => {
  const read = typed.picked === 'other' ? readOther(typed, timeZone) : readPicked(typed.picked)
  if (read === null) return { problem: 'required' }
  if (typeof read === 'string') return { problem: read }
  const days = now.until(read).total('hours') / 24
  if (days <= -0.5) return { problem: 'passed' }
  return days > withinDays ? { problem: 'too-late' } : { at: isoOf(read) }
}
