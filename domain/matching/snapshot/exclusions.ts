import { nextStart } from '../../groups/schedule.ts'
import { couldGive } from '../choose-group.ts'
import { type Rule, ruleSchema } from '../decision.ts'
import { milesBetween, radians, radiusMiles } from '../distance.ts'
import { type Asking, fitsTimes } from '../eligibility.ts'
import { countBits, metBy } from './asked.ts'
import { type Best, keep } from './best.ts'
import { latitudeOf, longitudeOf } from './open.ts'
import { type Query, weekOf } from './query.ts'
import {
  formatBits,
  formatsOf,
  holdsState,
  keptForOf,
  kindIn,
  languagesIn,
  licencesIn,
  needsLicence,
  oldestOf,
  topicsOf,
  wordsOfSignature,
  youngestOf,
} from './signature.ts'
import { type FirstSession, beginsTooLate, firstSession } from './weeks.ts'
import { dayMs } from './zone-clock.ts'

/** What bars how many groups, as `sortGroups` counts it, and the groups that come closest. */
export interface Exclusions {
  excluded: Partial<Record<Rule, number>>
  /** Ranks of near misses: the fewest exclusions first, then the id, one of each name. */
  near: number[]
}

/*
 * Rules by number, so that counting a hundred thousand groups is adding to an array.
 */
const rules = ruleSchema.options
const codeOf = (rule: Rule) => rules.indexOf(rule)
const none = -1
const tooFar = codeOf('too-far')
/** Too far even to be worth a thought (`isWithinThought`): told as too far, and no near miss. */
const beyondThought = rules.length
const homeUnknown = codeOf('home-unknown')
const placeUnknown = codeOf('place-unknown')
const notLicensed = codeOf('not-licensed-there')
const noSession = codeOf('no-session-known')
const otherTime = codeOf('other-time')
const otherFormat = codeOf('other-format')
const alreadyTried = codeOf('already-tried')
const startsLater = codeOf('starts-later')
const noPlace = codeOf('full')
const isGivable = [...rules.map((rule) => couldGive.has(rule)), false]

/** What bars everyone of one signature alike, wherever and whenever its groups meet. */
interface Barred {
  kind: ReturnType<typeof kindIn>
  rules: Rule[]
  isGivable: boolean
  /** The ways of meeting that its groups and this person share. */
  formats: number
  isNotLicensed: boolean
  /** Groups of this signature that run. */
  count: number
}

/** `barsGroup`, less what differs between groups of one signature; and the licence, which does not. */
const barredBy = ({ snapshot, asked }: Query, signature: number): Barred => {
  const { signatures, licences } = snapshot
  const barred: Rule[] = []
  if ((topicsOf(signatures, signature) & asked.topics) === 0) barred.push('other-topic')
  if ((keptForOf(signatures, signature) & ~asked.wishes) !== 0) barred.push('kept-for-others')
  if (asked.follows[languagesIn(signatures, signature)] !== true) barred.push('other-language')
  if (youngestOf(signatures, signature) > asked.oldest || oldestOf(signatures, signature) < asked.youngest)
    barred.push('other-age')
  const unmet = countBits(asked.musts & ~metBy(snapshot, signature, asked))
  for (let wish = 0; wish < unmet; wish += 1) barred.push('wish-not-met')
  return {
    kind: kindIn(signatures, signature),
    rules: barred,
    isGivable: barred.every((rule) => couldGive.has(rule)),
    formats: formatsOf(signatures, signature) & asked.formats,
    isNotLicensed:
      needsLicence(signatures, signature) &&
      !holdsState(licences, licencesIn(signatures, signature), asked.usState),
    count: 0,
  }
}

/** So that what rounding does to a bound never makes it larger than a distance that it bounds. */
const roundingMiles = 1e-6

/** What stands between a person and the room that a group meets in. */
const roomBar = ({ snapshot, asked }: Query, row: number) => {
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
const timeBars = (query: Query, asking: Asking, isInPerson: boolean) => {
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

const inTheRoom = formatBits['in-person']
const fromHome = formatBits.video | formatBits.phone

/**
 * Holds a person against every group that runs: every rule that each fails, never only the first, as `eligibilityOf` does
 * over objects. `most` is how many near misses are looked for.
 */
export const exclusionsOf = (query: Query, asking: Asking, most: number): Exclusions => {
  const { snapshot, asked, taken } = query
  const counts = new Uint32Array(rules.length + 1)
  const barred = Array.from({ length: snapshot.signatures.length / wordsOfSignature }, (_, signature) =>
    barredBy(query, signature),
  )
  const roomTime = timeBars(query, asking, true)
  const homeTime = timeBars(query, asking, false)
  const near: Best = {
    limit: most,
    found: [],
    nameOf: (row) => snapshot.name[row] ?? 0,
    latestStart: Infinity,
  }
  /** Of the group that is looked at. */
  let bars = 0
  let canBeNear = true
  const bar = (code: number) => {
    if (code === none) return
    counts[code] = (counts[code] ?? 0) + 1
    bars += 1
    canBeNear &&= isGivable[code] === true
  }

  for (let row = 0; row < snapshot.about.groups; row += 1) {
    const alike = barred[snapshot.signature[row] ?? 0]
    if (!alike || alike.kind === 'not-running') continue
    const { formats, isNotLicensed } = alike
    const rank = snapshot.rank[row] ?? 0
    const schedule = snapshot.schedule[row] ?? 0
    alike.count += 1
    bars = alike.rules.length
    canBeNear = alike.isGivable
    if (asked.excluded.size > 0 && asked.excluded.has(rank)) bar(alreadyTried)
    if (beginsTooLate(snapshot, schedule, asked.now)) bar(startsLater)

    if (formats === 0) bar(otherFormat)
    else {
      // The way of meeting with the fewest bars counts, and the room before home.
      const where = (formats & inTheRoom) === 0 ? none : roomBar(query, row)
      const when = (formats & inTheRoom) === 0 ? none : roomTime(schedule)
      const whenAtHome = (formats & fromHome) === 0 ? none : homeTime(schedule)
      const atHome = Number(isNotLicensed) + Number(whenAtHome !== none)
      const isFromHome =
        (formats & inTheRoom) === 0 ||
        ((formats & fromHome) !== 0 && atHome < Number(where !== none) + Number(when !== none))
      if (isFromHome) {
        if (isNotLicensed) bar(notLicensed)
        bar(whenAtHome)
      } else {
        bar(where)
        bar(when)
      }
    }

    if (bars === 0) {
      if (alike.kind === 'full' || (alike.kind === 'places' && taken.has(rank))) bar(noPlace)
    } else if (canBeNear && !taken.has(rank))
      keep(near, { row, rank, isInPerson: false, score: -bars, start: 0, miles: 0 })
  }

  counts[tooFar] = (counts[tooFar] ?? 0) + (counts[beyondThought] ?? 0)
  for (const { rules: failed, count } of barred)
    for (const rule of failed) counts[codeOf(rule)] = (counts[codeOf(rule)] ?? 0) + count
  const excluded: Exclusions['excluded'] = {}
  for (const [code, rule] of rules.entries()) if (counts[code]) excluded[rule] = counts[code]
  return { excluded, near: near.found.map(({ rank }) => rank) }
}
