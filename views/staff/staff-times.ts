import { clock, formatted, shortTime } from '../times.ts'
import { inboxWords as words } from '../words/staff-inbox.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** "Nov 26, 2026, 5:00 pm": a moment that may be long ago. */
export const stamp = (iso: string, timeZone: string) => {
  const part = formatted(iso, 'en', { timeZone, year: 'numeric', month: 'short', day: 'numeric' })
  return `${part('month')} ${part('day')}, ${part('year')}, ${clock(iso, timeZone, 'en')}`
}

/** "Thu, Nov 26, 2026, 5:00 pm": a day that somebody has to be somewhere. */
export const stampWithDay = (iso: string, timeZone: string) =>
  `${formatted(iso, 'en', { timeZone, weekday: 'short' })('weekday')}, ${stamp(iso, timeZone)}`

const dateIn = (iso: string, timeZone: string) => {
  const part = formatted(iso, 'en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return `${part('year')}-${part('month')}-${part('day')}`
}

export const isSameDay = (one: string, other: string, timeZone: string) =>
  dateIn(one, timeZone) === dateIn(other, timeZone)

/** A weekday says which day only within a week. */
const nearTime = (iso: string, now: string, timeZone: string) => {
  if (isSameDay(iso, now, timeZone)) return words.today(clock(iso, timeZone, 'en'))
  return Math.abs(Date.parse(iso) - Date.parse(now)) < 6 * day
    ? shortTime(iso, timeZone)
    : stamp(iso, timeZone)
}

/** "Late since Thu 5 pm" or "today, 5:00 pm": for a column that says "Due" itself. */
export const dueInColumn = (dueAt: string, now: string, timeZone: string) => {
  const time = nearTime(dueAt, now, timeZone)
  return dueAt <= now ? words.late(time) : time
}

/** "Late since Thu 5 pm" or "Due today, 5:00 pm". */
export const dueWords = (dueAt: string, now: string, timeZone: string) => {
  const time = dueInColumn(dueAt, now, timeZone)
  return dueAt <= now ? time : words.dueBy(time)
}

/** How long ago something was, in the largest whole unit. */
export const waitedWords = (since: string, now: string) => {
  const waited = Math.max(0, Date.parse(now) - Date.parse(since))
  if (waited < hour) return words.waited.minutes(Math.max(1, Math.floor(waited / minute)))
  return waited < 2 * day
    ? words.waited.hours(Math.floor(waited / hour))
    : words.waited.days(Math.floor(waited / day))
}
