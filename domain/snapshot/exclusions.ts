import { couldGive } from '../choose-group.ts'
import type { Rule } from '../decision.ts'
import { milesBetween } from '../distance.ts'
import { type Asking, fitsTimes } from '../eligibility.ts'
import { nextStart } from '../schedule.ts'
import { type Asked, countBits, metBy } from './asked.ts'
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

/** What bars everyone of one signature alike, however and wherever its groups meet. */
interface Barred {
  kind: ReturnType<typeof kindIn>
  rules: Rule[]
  /** Whether a person could let go of all of these. */
  isGivable: boolean
  /** The ways of meeting that its groups and this person share. */
  formats: number
  isNotLicensed: boolean
  /** Groups of this signature that run. */
  count: number
}

/** `barsGroup`, less what differs between groups of one signature; and the licence, which differs by signature alone. */
const barredBy = ({ snapshot, asked }: Query, signature: number): Barred => {
  const { signatures, licences } = snapshot
  const unmet = countBits(asked.musts & ~metBy(snapshot, signature, asked))
  const isBarredBy = {
    'other-topic': (topicsOf(signatures, signature) & asked.topics) === 0,
    'kept-for-others': (keptForOf(signatures, signature) & ~asked.wishes) !== 0,
    'other-language': asked.follows[languagesIn(signatures, signature)] !== true,
    'other-age':
      youngestOf(signatures, signature) > asked.oldest || oldestOf(signatures, signature) < asked.youngest,
  } satisfies Partial<Record<Rule, boolean>>
  // The keys of the literal above are rules, which Object.keys forgets.
  const names = Object.keys(isBarredBy) as (keyof typeof isBarredBy)[]
  const rules: Rule[] = names.filter((rule) => isBarredBy[rule])
  for (let wish = 0; wish < unmet; wish += 1) rules.push('wish-not-met')
  return {
    kind: kindIn(signatures, signature),
    rules,
    isGivable: rules.every((rule) => couldGive.has(rule)),
    formats: formatsOf(signatures, signature) & asked.formats,
    isNotLicensed:
      needsLicence(signatures, signature) &&
      !holdsState(licences, licencesIn(signatures, signature), asked.usState),
    count: 0,
  }
}

/** What stands between a person and the room a group meets in; null for nothing. */
const roomBar = (
  { snapshot, asked }: Query,
  row: number,
  { farthestMiles }: Reach,
): Rule | null | 'beyond' => {
  const { latitude, longitude, travelMiles } = asked
  if (latitude === null) return 'home-unknown'
  if (longitude === null || row >= snapshot.about.located) return 'place-unknown'
  const venue = { latitude: latitudeOf(snapshot, row), longitude: longitudeOf(snapshot, row) }
  const miles = milesBetween(venue, { latitude, longitude })
  if (miles <= travelMiles) return null
  return Math.ceil(miles) <= farthestMiles ? 'too-far' : 'beyond'
}

interface Reach {
  /** Twice as far as they said is worth a thought (`isWithinThought`). */
  farthestMiles: number
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
const timeBars = (query: Query, asking: Asking) => {
  const { snapshot, asked } = query
  const known: (Rule | null | undefined)[][] = [[], []]
  const session: FirstSession = { start: Infinity, fits: false }
  const barOf = (schedule: number, isInPerson: boolean): Rule | null => {
    const zone = snapshot.scheduleZone[schedule] ?? 0
    firstSession(snapshot, schedule, weekOf(query, zone), asked, isInPerson, session)
    if (session.start === Infinity) return 'no-session-known'
    if (!asked.mustFitTimes) return null
    const suits = beginsTooLate(snapshot, schedule, asked.now)
      ? suitsLater(query, schedule, asking, isInPerson)
      : session.fits
    return suits ? null : 'other-time'
  }
  return (schedule: number, isInPerson: boolean): Rule | null => {
    const mine = known[isInPerson ? 1 : 0] ?? []
    const found = mine[schedule]
    if (found !== undefined) return found
    return (mine[schedule] = barOf(schedule, isInPerson))
  }
}

const isTried = ({ excluded }: Asked, rank: number) => excluded.size > 0 && excluded.has(rank)

const onlineBits = formatBits.video | formatBits.phone

/**
 * Holds a person against every group that runs: every rule that each fails, never only the first, as `eligibilityOf` does
 * over objects. `most` is how many near misses are looked for.
 */
export const exclusionsOf = (query: Query, asking: Asking, most: number): Exclusions => {
  const { snapshot, asked, taken } = query
  const excluded: Partial<Record<Rule, number>> = {}
  const count = (rule: Rule, times = 1) => {
    if (times > 0) excluded[rule] = (excluded[rule] ?? 0) + times
  }
  const barred = Array.from({ length: snapshot.signatures.length / wordsOfSignature }, (_, signature) =>
    barredBy(query, signature),
  )
  const timeBar = timeBars(query, asking)
  const reach = { farthestMiles: 2 * asked.travelMiles }
  const near: Best = {
    limit: most,
    found: [],
    nameOf: (row) => snapshot.name[row] ?? 0,
    latestStart: Infinity,
  }

  for (let row = 0; row < snapshot.about.groups; row += 1) {
    const of = barred[snapshot.signature[row] ?? 0]
    if (!of || of.kind === 'not-running') continue
    of.count += 1
    const rank = snapshot.rank[row] ?? 0
    const schedule = snapshot.schedule[row] ?? 0
    let bars = of.rules.length
    let { isGivable } = of
    if (isTried(asked, rank)) {
      count('already-tried')
      bars += 1
      isGivable = false
    }
    if (beginsTooLate(snapshot, schedule, asked.now)) {
      count('starts-later')
      bars += 1
      isGivable = false
    }

    if (of.formats === 0) {
      count('other-format')
      bars += 1
    } else {
      const isOnline = (of.formats & onlineBits) !== 0
      const homeTime = isOnline ? timeBar(schedule, false) : null
      const homeBars = isOnline ? Number(of.isNotLicensed) + Number(homeTime !== null) : Infinity
      let room: ReturnType<typeof roomBar> = null
      let roomTime: Rule | null = null
      let roomBars = Infinity
      if ((of.formats & formatBits['in-person']) !== 0) {
        room = roomBar(query, row, reach)
        roomTime = timeBar(schedule, true)
        roomBars = Number(room !== null) + Number(roomTime !== null)
      }
      // The way of meeting with the fewest bars counts, and the room before home.
      const isInTheRoom = roomBars <= homeBars
      const where = isInTheRoom ? room : of.isNotLicensed ? 'not-licensed-there' : null
      const when = isInTheRoom ? roomTime : homeTime
      if (where !== null) {
        count(where === 'beyond' ? 'too-far' : where)
        isGivable &&= couldGive.has(where)
      }
      if (when !== null) {
        count(when)
        isGivable &&= couldGive.has(when)
      }
      bars += Math.min(roomBars, homeBars)
    }

    if (bars === 0) {
      if (of.kind === 'full' || (of.kind === 'places' && taken.has(rank))) count('full')
    } else if (isGivable && !taken.has(rank))
      keep(near, { row, rank, isInPerson: false, score: -bars, start: 0, miles: 0 })
  }
  for (const { rules, count: groups } of barred) for (const rule of rules) count(rule, groups)
  return { excluded, near: near.found.map(({ rank }) => rank) }
}
