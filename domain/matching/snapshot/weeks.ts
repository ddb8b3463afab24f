import { startsWithinDays } from '../eligibility.ts'
import type { Asked } from './asked.ts'
import { type Stretches, minutesAWeek } from './free-hours.ts'
import type { Snapshot } from './open.ts'
import { type SteadyClock, familyClock, steadyClock } from './steady-clock.ts'
import { type ZoneClock, dayMs, instantOnWall, minuteMs, offsetAt, weekMs } from './zone-clock.ts'

/** 1970 began on a Thursday. */
const mondayMs = 3 * dayMs
const hourMs = 60 * minuteMs

const modulo = (value: number, by: number) => ((value % by) + by) % by

/** The coming week on the clock of one zone, or of a family of them, for one person at one moment. */
export interface Week {
  clock: ZoneClock
  /** Milliseconds since Monday 00:00 on the zone's wall; less the slack, for a time that was skipped is still to come. */
  sinceMonday: number
  /** What the home clock is ahead of the zone's. */
  homeAheadMs: number
  /** How far the clocks, here or at home, move around this week. 0 in most: then a week is plain arithmetic. */
  slackMs: number
  /** No clock moves this week, here or at home: a session in a range that suits does suit, and begins when it says. */
  isPlain: boolean
  /** The first minute of the week that is still to come; everything is walked through from here. */
  firstMinute: number
  /** `comingRanges` of the times that suit this person, and of all others. */
  fits: Ranges | null
  fitsNot: Ranges | null
}

/** Ranges of minutes of the zone's week, in the order in which they come from now on: begin, end, begin, end … */
type Ranges = readonly number[]

const weekOn = ({ clock, offsetMs, slackMs: itsSlackMs }: SteadyClock, { now, home }: Asked): Week => {
  const slackMs = itsSlackMs + home.slackMs
  const sinceMonday = modulo(now + offsetMs - slackMs + mondayMs, weekMs)
  const homeAheadMs = home.offsetMs - offsetMs
  return {
    clock,
    sinceMonday,
    homeAheadMs,
    slackMs,
    isPlain: slackMs === 0 && homeAheadMs % minuteMs === 0,
    firstMinute: Math.floor(sinceMonday / minuteMs) + 1,
    fits: null,
    fitsNot: null,
  }
}

export const weekIn = (timeZone: string, asked: Asked): Week =>
  weekOn(steadyClock(timeZone, asked.now), asked)

/** The week of a family of zones, by the clock of its first. */
export const weekInFamily = (snapshot: Snapshot, family: number, asked: Asked): Week =>
  weekOn(familyClock(snapshot, family, asked.now), asked)

/** How far ahead a minute of the week is in a week of plain arithmetic. */
const aheadMs = ({ sinceMonday, firstMinute }: Week, slot: number) =>
  (slot + (slot < firstMinute ? minutesAWeek : 0)) * minuteMs - sinceMonday

/** No session at this minute of the week begins sooner than this. In a plain week it begins just then. */
export const soonestAt = (week: Week, slot: number, { now }: Asked) =>
  now + aheadMs(week, slot) - 2 * week.slackMs

/** `nextStart`, in numbers: the next session at this minute of the week, and not before the group begins. */
const startOnWall = ({ clock }: Week, slot: number, begins: number, now: number) => {
  const today = Math.floor((now + offsetAt(clock, now)) / dayMs)
  const from = Math.max(begins, today)
  const weekday = Math.floor(slot / 1440)
  const date = from + modulo(weekday - modulo(from + 3, 7), 7)
  const wall = date * dayMs + (slot % 1440) * minuteMs
  const start = instantOnWall(clock, wall)
  return start > now ? start : instantOnWall(clock, wall + weekMs)
}

const hourOnWall = (clock: ZoneClock, instant: number) =>
  Math.floor(modulo(instant + offsetAt(clock, instant) + mondayMs, weekMs) / hourMs)

/** When someone could first come to a group, and whether that is at a time that suits them. */
export interface FirstSession {
  /** Milliseconds since 1970; Infinity for a group without sessions. */
  start: number
  fits: boolean
}

/**
 * The first session of a schedule that suits this person, or else the first of all. In the room the venue's clock counts,
 * from home the person's own.
 */
export const firstSession = (
  { sessions, sessionStarts, scheduleBegins }: Snapshot,
  schedule: number,
  week: Week,
  asked: Asked,
  isInPerson: boolean,
  into: FirstSession,
) => {
  const { now, free, home } = asked
  const begins = scheduleBegins[schedule] ?? 0
  const isPlain = week.slackMs === 0 && begins === 0
  let first = Infinity
  let firstThatFits = Infinity
  const end = sessionStarts[schedule + 1] ?? 0
  for (let at = sessionStarts[schedule] ?? 0; at < end; at += 1) {
    const slot = sessions[at] ?? 0
    let start: number
    let hour: number
    if (isPlain) {
      start = now + aheadMs(week, slot)
      hour = isInPerson
        ? Math.floor(slot / 60)
        : Math.floor(modulo(slot * minuteMs + week.homeAheadMs, weekMs) / hourMs)
    } else {
      start = startOnWall(week, slot, begins, now)
      hour = hourOnWall(isInPerson ? week.clock : home.clock, start)
    }
    if (start < first) first = start
    if (start < firstThatFits && free.hours[hour] === 1) firstThatFits = start
  }
  into.fits = firstThatFits < Infinity
  into.start = into.fits ? firstThatFits : first
}

export const meetsOnce = ({ sessionStarts }: Snapshot, schedule: number) =>
  (sessionStarts[schedule + 1] ?? 0) - (sessionStarts[schedule] ?? 0) === 1

/** `startsTooLate`, for a schedule. */
export const beginsTooLate = ({ scheduleBegins }: Snapshot, schedule: number, now: number) =>
  (scheduleBegins[schedule] ?? 0) * dayMs - now > startsWithinDays * dayMs

/**
 * Stretches of the home week as ranges of the zone's. Around a change of the clocks they are wider, and every session in
 * them has to be asked. They stand in the order of the home week, so what comes first on the zone's wall comes first here
 * after a turn, and nothing is sorted.
 */
const comingRanges = (stretches: Stretches, { homeAheadMs, slackMs, firstMinute }: Week): Ranges => {
  const behind = Math.floor(homeAheadMs / minuteMs)
  const slack = Math.ceil(slackMs / minuteMs) + (homeAheadMs % minuteMs === 0 ? 0 : 1)
  const beginOf = (at: number) => modulo((stretches[at] ?? 0) - slack - behind - firstMinute, minutesAWeek)
  const lengthOf = (at: number) => (stretches[at + 1] ?? 0) - (stretches[at] ?? 0) + 2 * slack
  let first = 0
  let soonest = Infinity
  /** How far a stretch that is under way goes on. */
  let reached = 0
  for (let at = 0; at < stretches.length; at += 2) {
    const begin = beginOf(at)
    if (begin < soonest) {
      soonest = begin
      first = at
    }
    reached = Math.max(reached, begin + lengthOf(at) - minutesAWeek)
  }
  const ranges: number[] = []
  const add = (begin: number, end: number) => {
    const from = begin + firstMinute
    const to = end + firstMinute
    // The walk crosses the end of the zone's week once.
    if (from >= minutesAWeek) ranges.push(from - minutesAWeek, to - minutesAWeek)
    else if (to > minutesAWeek) ranges.push(from, minutesAWeek, 0, to - minutesAWeek)
    else ranges.push(from, to)
  }
  if (reached > 0) add(0, Math.min(minutesAWeek, reached))
  for (let turn = 0; turn < stretches.length; turn += 2) {
    const at = (first + turn) % stretches.length
    const begin = beginOf(at)
    const end = Math.min(minutesAWeek, begin + lengthOf(at))
    if (end > reached) add(Math.max(begin, reached), end)
    reached = Math.max(reached, end)
  }
  return ranges
}

/** When in the coming week there may be sessions that suit this person, or that do not. */
export const rangesOf = (week: Week, fits: boolean, { free }: Asked): Ranges =>
  fits ? (week.fits ??= comingRanges(free.fits, week)) : (week.fitsNot ??= comingRanges(free.fitsNot, week))
