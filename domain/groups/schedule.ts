import { Temporal } from 'temporal-polyfill'
import * as z from 'zod/mini'

const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** ISO 8601 weekdays: 1 is Monday, 7 is Sunday. */
export const weekdaySchema = z.int().check(z.gte(1), z.lte(7))

/** A weekly session by the clock on the wall of the group's own zone: "Tuesday 19:00" stays that when clocks change. */
export const sessionSchema = z.object({
  weekday: weekdaySchema,
  startsAt: clockTime,
  durationMinutes: z.int().check(z.gte(5), z.lte(24 * 60)),
})

export type Session = z.infer<typeof sessionSchema>

/** Those that were found to be one: asking the runtime takes longer than reading the rest of a group. */
const knownTimeZones = new Set<string>()

/** True for a zone that this runtime knows by its IANA name. */
export const isTimeZone = (name: string) => {
  if (knownTimeZones.has(name)) return true
  if (!/^(UTC|[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+[0-9]*)$/.test(name)) return false
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    return false
  }
  knownTimeZones.add(name)
  return true
}

export const timeZoneSchema = z.string().check(z.refine(isTimeZone))

/**
 * When a weekly session next begins, strictly after `now`, and not before `startsOn` (a group that has yet to begin).
 * A time that the clocks skip is moved on by the length of the gap, as RFC 5545 asks of calendars.
 */
export const nextStart = (
  session: Pick<Session, 'weekday' | 'startsAt'>,
  timeZone: string,
  now: Temporal.Instant,
  startsOn?: string | null,
): Temporal.ZonedDateTime => {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const opening = startsOn ? Temporal.PlainDate.from(startsOn) : today
  const from = Temporal.PlainDate.compare(opening, today) > 0 ? opening : today
  const date = from.add({ days: (session.weekday - from.dayOfWeek + 7) % 7 })
  const start = date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(session.startsAt) })
  if (Temporal.Instant.compare(start.toInstant(), now) > 0) return start
  return date
    .add({ days: 7 })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(session.startsAt) })
}

export const partsOfWeek = ['weekday-morning', 'weekday-afternoon', 'weekday-evening', 'weekend'] as const

export type PartOfWeek = (typeof partsOfWeek)[number]

export type HourOfWeek = Pick<Temporal.ZonedDateTime, 'dayOfWeek' | 'hour'>

/** Morning until noon, afternoon until 5 pm, evening after that; the small hours belong to no part that people pick. */
export const partOfWeek = (start: HourOfWeek): PartOfWeek | 'small-hours' => {
  if (start.hour < 5) return 'small-hours'
  if (start.dayOfWeek >= 6) return 'weekend'
  if (start.hour < 12) return 'weekday-morning'
  return start.hour < 17 ? 'weekday-afternoon' : 'weekday-evening'
}
