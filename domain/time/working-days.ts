import { Temporal } from 'temporal-polyfill'

/** When staff are there to read. Days are ISO dates on which they are away beside Saturdays and Sundays. */
export interface Office {
  timeZone: string
  closedDays: readonly string[]
}

const opensAt = Temporal.PlainTime.from('09:00')
const closesAt = Temporal.PlainTime.from('17:00')

export const isWorkingDay = (day: Temporal.PlainDate, office: Office) =>
  day.dayOfWeek < 6 && !office.closedDays.includes(day.toString())

/** The first day from `day` on, that day included, on which staff work. At most a year ahead, whatever the closed days say. */
const firstWorkingDay = (day: Temporal.PlainDate, office: Office) => {
  let candidate = day
  for (let step = 0; step < 366 && !isWorkingDay(candidate, office); step += 1)
    candidate = candidate.add({ days: 1 })
  return candidate
}

/**
 * The end of the working day that is `days` working days after `now`: 0 is today if staff are still there, else their
 * next day. What arrives in the evening or at a weekend counts from the next morning.
 */
export const endOfWorkingDay = (now: Temporal.Instant, days: number, office: Office): Temporal.Instant => {
  const local = now.toZonedDateTimeISO(office.timeZone)
  const isAfterHours = Temporal.PlainTime.compare(local.toPlainTime(), closesAt) >= 0
  let day = firstWorkingDay(isAfterHours ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate(), office)
  for (let step = 0; step < days; step += 1) day = firstWorkingDay(day.add({ days: 1 }), office)
  return day.toZonedDateTime({ timeZone: office.timeZone, plainTime: closesAt }).toInstant()
}

/** `minutes` of staff's working time from `now`: a night or a weekend in between does not count. */
export const afterWorkingMinutes = (
  now: Temporal.Instant,
  minutes: number,
  office: Office,
): Temporal.Instant => {
  const local = now.toZonedDateTimeISO(office.timeZone)
  const at = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
    day.toZonedDateTime({ timeZone: office.timeZone, plainTime })
  const today = local.toPlainDate()
  const day = firstWorkingDay(today, office)
  const opening = at(day, opensAt)
  const start = day.equals(today) && Temporal.ZonedDateTime.compare(local, opening) > 0 ? local : opening
  const left = start.until(at(day, closesAt)).total('minutes')
  // What is left over from the day before is no whole number of minutes.
  if (left >= minutes) return start.add({ milliseconds: Math.round(minutes * 60_000) }).toInstant()
  const nextMorning = at(firstWorkingDay(day.add({ days: 1 }), office), opensAt).toInstant()
  return afterWorkingMinutes(nextMorning, minutes - Math.max(0, left), office)
}
