import { Temporal } from 'temporal-polyfill'

export const minuteMs = 60_000
export const dayMs = 24 * 60 * minuteMs
export const weekMs = 7 * dayMs

/** How a zone's wall clock stands against UTC in the time around some moment: in order, each until the next begins. */
export interface ZoneClock {
  since: readonly number[]
  offsets: readonly number[]
}

/** A session of today may have been before the clocks changed last night. */
const daysBefore = 2
/** A group that has yet to begin may do so in 56 days, and meet a week after that. */
const daysAfter = 70

const clockAround = (timeZone: string, now: number): ZoneClock => {
  const end = now + daysAfter * dayMs
  const since: number[] = []
  const offsets: number[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    now - daysBefore * dayMs,
  ).toZonedDateTimeISO(timeZone)
  while (at !== null && at.epochMilliseconds <= end) {
    since.push(at.epochMilliseconds)
    offsets.push(at.offsetNanoseconds / 1e6)
    at = at.getTimeZoneTransition('next')
  }
  return { since, offsets }
}

/** How long what was read of a zone serves: asking for its changes is slow. */
export const serveMs = 24 * 60 * minuteMs

const read = new Map<string, { from: number; clock: ZoneClock }>()

/** The clock of a zone at `now` (milliseconds since 1970) and in the ten weeks after. Each zone is read once a day. */
export const zoneClock = (timeZone: string, now: number): ZoneClock => {
  const known = read.get(timeZone)
  if (known && now >= known.from && now < known.from + serveMs) return known.clock
  const from = Math.floor(now / serveMs) * serveMs
  const clock = clockAround(timeZone, from)
  read.set(timeZone, { from, clock })
  return clock
}

export const offsetAt = ({ since, offsets }: ZoneClock, instant: number) => {
  let at = since.length - 1
  while (at > 0 && (since[at] ?? 0) > instant) at -= 1
  return offsets[at] ?? 0
}

/**
 * The moment at which the wall shows this (milliseconds, as if the wall were UTC). Of a time shown twice, the first; a time
 * that is skipped is moved on by the length of the gap. So does Temporal, and so RFC 5545 asks.
 */
export const instantOnWall = ({ since, offsets }: ZoneClock, wall: number) => {
  let skipped = wall - (offsets[0] ?? 0)
  for (const [at, offset] of offsets.entries()) {
    const instant = wall - offset
    const ends = since[at + 1] ?? Infinity
    if (instant < ends && (at === 0 || instant >= (since[at] ?? 0))) return instant
    // Too late for this stretch; if it is too early for the next as well, the clocks jumped over it.
    if (instant >= ends) skipped = instant
  }
  return skipped
}

/** The most by which the clock changes between two moments: nothing in most weeks. */
export const changeBetween = ({ since, offsets }: ZoneClock, from: number, to: number) => {
  let most = 0
  for (let at = 1; at < since.length; at += 1) {
    const when = since[at] ?? 0
    const change = Math.abs((offsets[at] ?? 0) - (offsets[at - 1] ?? 0))
    if (when > from && when <= to && change > most) most = change
  }
  return most
}
