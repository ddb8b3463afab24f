import type { Snapshot } from './open.ts'
import { type ZoneClock, changeBetween, dayMs, minuteMs, offsetAt, serveMs, zoneClock } from './zone-clock.ts'

/*
 * What a week ahead is made from stays the same for hours or days, for everyone who asks: it is worked out when a change of the
 * clocks comes into sight, when it comes, and when it is out of sight again.
 */

/** A clock, or that of the first of a family, as it stands for a while. */
export interface SteadyClock {
  clock: ZoneClock
  offsetMs: number
  /** How far it moves around now, or is apart from others of its family: the slack of a week by it. */
  slackMs: number
  /** Milliseconds since 1970: it stands so from the first of these until the second. */
  from: number
  until: number
}

const sightBackMs = dayMs
const sightAheadMs = 9 * dayMs

const changeAround = (clock: ZoneClock, now: number) =>
  changeBetween(clock, now - sightBackMs, now + sightAheadMs)

/** The time around now in which no change of these clocks comes into sight, comes, or goes out of sight. */
const steadyAround = (clocks: readonly ZoneClock[], now: number) => {
  let from = Math.floor(now / serveMs) * serveMs
  let until = from + serveMs
  for (const { since } of clocks)
    for (const change of since.slice(1))
      for (const turn of [change - sightAheadMs, change, change + sightBackMs])
        if (turn <= now) from = Math.max(from, turn)
        else until = Math.min(until, turn)
  return { from, until }
}

const isSteady = ({ from, until }: SteadyClock, now: number) => now >= from && now < until

const ofZones = new Map<string, SteadyClock>()

export const steadyClock = (timeZone: string, now: number): SteadyClock => {
  const known = ofZones.get(timeZone)
  if (known && isSteady(known, now)) return known
  const clock = zoneClock(timeZone, now)
  const made = {
    clock,
    offsetMs: offsetAt(clock, now),
    slackMs: changeAround(clock, now),
    ...steadyAround([clock], now),
  }
  ofZones.set(timeZone, made)
  return made
}

const ofFamilies = new WeakMap<Snapshot, SteadyClock[]>()

/** The clock of a family of zones by its first. What sets another apart from it now, or soon, is slack. */
export const familyClock = (snapshot: Snapshot, family: number, now: number): SteadyClock => {
  const mine = ofFamilies.get(snapshot) ?? []
  ofFamilies.set(snapshot, mine)
  const known = mine[family]
  if (known && isSteady(known, now)) return known

  const { zones, families, inFamilies } = snapshot.about
  const first = zoneClock(families[family] ?? 'UTC', now)
  const offsetMs = offsetAt(first, now)
  const clocks = [first]
  let apartMs = 0
  for (const [zone, place] of inFamilies.entries()) {
    if (place.family !== family) continue
    const clock = zoneClock(zones[zone] ?? 'UTC', now)
    clocks.push(clock)
    const aheadMs = offsetMs - offsetAt(clock, now)
    apartMs = Math.max(apartMs, Math.abs(aheadMs - place.aheadMinutes * minuteMs) + changeAround(clock, now))
  }
  const made = {
    clock: first,
    offsetMs,
    slackMs: changeAround(first, now) + apartMs,
    ...steadyAround(clocks, now),
  }
  mine[family] = made
  return made
}
