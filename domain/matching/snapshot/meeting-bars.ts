import { nextStart } from '../../groups/schedule.ts'
import { milesBetween, radians, radiusMiles } from '../distance.ts'
import { type Asking, fitsTimes } from '../eligibility.ts'
import { roundingMiles } from './cells.ts'
import { latitudeOf, longitudeOf } from './open.ts'
import { type Query, weekOf } from './query.ts'
import { beyondThought, codeOf, none } from './rule-codes.ts'
import { type FirstSession, beginsTooLate, firstSession } from './weeks.ts'
import { dayMs } from './zone-clock.ts'

const tooFar = codeOf('too-far')
const homeUnknown = codeOf('home-unknown')
const placeUnknown = codeOf('place-unknown')
const noSession = codeOf('no-session-known')
const otherTime = codeOf('other-time')

/** What stands between a person and the room that a group meets in. */
export const roomBar = ({ snapshot, asked }: Query, row: number) => {
  const { latitude, longitude, travelMiles } = asked
  if (latitude === null) return homeUnknown
  if (longitude === null || row >= snapshot.about.located) return placeUnknown
  const there = latitudeOf(snapshot, row)
  // The way to its parallel alone tells of most groups that they are too far.
  const least = radiusMiles * radians(Math.abs(there - latitude)) - roundingMiles
  if (least > 2 * travelMiles) return beyondThought
  const venue = { latitude: there, longitude: longitudeOf(snapshot, row) }
  const miles = milesBetween(venue, { latitude, longitude })
  if (miles <= travelMiles) return none
  return Math.ceil(miles) <= 2 * travelMiles ? tooFar : beyondThought
}

/** A minute of the week, as `pack` keeps a session, in the words of the calendar. */
const sessionAt = (slot: number) => {
  const [hour, minute] = [Math.floor((slot % 1440) / 60), slot % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return { weekday: Math.floor(slot / 1440) + 1, startsAt: `${hour}:${minute}` }
}

const isoDay = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)

/**
 * Whether a session suits of a schedule that begins so late that the clocks are not known yet (zone-clock.ts reads ten
 * weeks ahead): the calendar itself is asked. There are few.
 */
const suitsLater = ({ snapshot }: Query, schedule: number, asking: Asking, isInPerson: boolean) => {
  const { scheduleZone, scheduleBegins, sessionStarts, sessions } = snapshot
  const zone = snapshot.about.zones[scheduleZone[schedule] ?? 0] ?? 'UTC'
  const slots = sessions.subarray(sessionStarts[schedule], sessionStarts[schedule + 1])
  return slots.some((slot) => {
    const start = nextStart(sessionAt(slot), zone, asking.now, isoDay(scheduleBegins[schedule] ?? 0))
    return fitsTimes(isInPerson ? start : start.withTimeZone(asking.home.timeZone), asking.request)
  })
}

/** What the times of a schedule bar, for each schedule once; by the clock of the room, or of home. */
export const timeBars = (query: Query, asking: Asking, isInPerson: boolean) => {
  const { snapshot, asked } = query
  const notAsked = -2
  const known = new Int8Array(snapshot.scheduleZone.length).fill(notAsked)
  const session: FirstSession = { start: Infinity, fits: false }
  const barOf = (schedule: number) => {
    const week = weekOf(query, snapshot.scheduleZone[schedule] ?? 0)
    firstSession(snapshot, schedule, week, asked, isInPerson, session)
    if (session.start === Infinity) return noSession
    if (!asked.mustFitTimes) return none
    const suits = beginsTooLate(snapshot, schedule, asked.now)
      ? suitsLater(query, schedule, asking, isInPerson)
      : session.fits
    return suits ? none : otherTime
  }
  return (schedule: number): number => {
    if (known[schedule] === notAsked) known[schedule] = barOf(schedule)
    return known[schedule] ?? none
  }
}
