import { topics } from '../../groups/topic.ts'
import { points } from '../preferences.ts'
import { basePoints } from './asked.ts'
import { type Best, isBeyond, keep } from './best.ts'
import { milesWithin } from './in-person.ts'
import { ownWeek } from './layout.ts'
import { type Query, familyWeekOf, isFirstTopic, priceOf, soonFor, weekOf } from './query.ts'
import { rareTagsFor } from './rare-tags.ts'
import { type Sessions, allOf, familyOf, firstAt, listsFor, pickedFrom, placeOf } from './sessions.ts'
import { basicsOf, formatBits, formatsIn, holdsState, licencesIn, needsLicence, setsOf } from './signature.ts'
import {
  type FirstSession,
  type Week,
  beginsTooLate,
  firstSession,
  meetsOnce,
  rangesOf,
  soonestAt,
} from './weeks.ts'

const onlineBits = formatBits.video | formatBits.phone

/** So few sessions are looked at one by one: to find those that suit, range by range, takes longer. */
const few = 6

const inTheRoom: FirstSession = { start: Infinity, fits: false }

const weekOfSchedule = (query: Query, schedule: number) =>
  weekOf(query, query.snapshot.scheduleZone[schedule] ?? 0)

/** A group that this person can come to counts for the room, and not a second time from home. */
const isJoinedInTheRoom = (query: Query, row: number, formats: number) => {
  const { snapshot, asked } = query
  if ((formats & asked.formats & formatBits['in-person']) === 0 || row >= snapshot.about.located) return false
  if (milesWithin(query, row) === Infinity) return false
  const schedule = snapshot.schedule[row] ?? 0
  firstSession(snapshot, schedule, weekOfSchedule(query, schedule), asked, true, inTheRoom)
  return inTheRoom.fits || !asked.mustFitTimes
}

const isLicensed = ({ snapshot: { signatures, licences }, asked }: Query, signature: number) =>
  !needsLicence(basicsOf(signatures, signature)) ||
  holdsState(licences, licencesIn(setsOf(signatures, signature)), asked.usState)

/**
 * Keeps a group if it is for this person at all, as good as it is. `wantsFit` is null where a session of any time is meant,
 * and `known` null where it has to be worked out when it begins.
 */
const look = (
  query: Query,
  topic: number,
  row: number,
  base: number,
  wantsFit: boolean | null,
  known: number | null,
  best: Best,
) => {
  const { snapshot, asked, session } = query
  const signature = snapshot.signature[row] ?? 0
  if (!isFirstTopic(query, signature, topic)) return
  const formats = formatsIn(basicsOf(snapshot.signatures, signature))
  if ((formats & asked.formats & onlineBits) === 0 || !isLicensed(query, signature)) return
  const rank = snapshot.rank[row] ?? 0
  if (asked.excluded.has(rank) || query.taken.has(rank)) return
  const schedule = snapshot.schedule[row] ?? 0
  if (known !== null && (wantsFit === true || meetsOnce(snapshot, schedule))) {
    session.start = known
    session.fits = wantsFit === true
  } else firstSession(snapshot, schedule, weekOfSchedule(query, schedule), asked, false, session)
  const { start, fits } = session
  if ((!fits && asked.mustFitTimes) || (wantsFit !== null && fits !== wantsFit)) return
  const score = base + (fits ? asked.timePoints : 0) + soonFor(start, asked.now) - priceOf(query, rank)
  if (isBeyond(best, score, start, Infinity, rank) || beginsTooLate(snapshot, schedule, asked.now)) return
  if (isJoinedInTheRoom(query, row, formats)) return
  keep(best, { row, rank, isInPerson: false, score, start, miles: Infinity })
}

/** Whether neither this session nor a later one can bring a group among the best that has at most so many points. */
const isLast = (
  { snapshot }: Query,
  row: number,
  most: number,
  start: number,
  { isPlain }: Week,
  best: Best,
) => {
  const { least } = best
  // Only between equals the order of ids counts, and sessions of one minute stand in that.
  return (
    most < least ||
    (most === least && isBeyond(best, most, start, Infinity, isPlain ? (snapshot.rank[row] ?? 0) : 0))
  )
}

/**
 * Walks through the coming week, the soonest session first, and stops when no later one can be among the best. The clocks
 * may change on the way: then a session may be sooner than it looks, by that much.
 */
const walk = (query: Query, sessions: Sessions, week: Week, wantsFit: boolean, best: Best) => {
  const { snapshot, asked } = query
  const { listSlots, listRows } = snapshot
  const { now } = asked
  const timePoints = wantsFit ? asked.timePoints : 0
  const most = sessions.most + timePoints
  const ranges = rangesOf(week, wantsFit, asked)
  let at = sessions.from
  let reached = 0
  for (let range = 0; range < ranges.length; range += 2) {
    const begin = ranges[range] ?? 0
    const end = ranges[range + 1] ?? 0
    const rangeAt = soonestAt(week, begin, asked)
    if (isBeyond(best, most + soonFor(rangeAt, now), rangeAt, Infinity, 0)) return
    at = firstAt(query, sessions, begin < reached ? sessions.from : at, begin)
    reached = end
    let lastSlot = -1
    let start = 0
    let soon = 0
    for (; at < sessions.to; at += 1) {
      const place = placeOf(query, sessions, at)
      const slot = listSlots[place] ?? 0
      if (slot >= end) break
      query.rowsTouched += 1
      const row = listRows[place] ?? 0
      if (slot !== lastSlot) {
        lastSlot = slot
        start = soonestAt(week, slot, asked)
        soon = soonFor(start, now)
      }
      if (most + soon <= best.least && isLast(query, row, most + soon, start, week, best)) return
      const base = basePoints(snapshot, snapshot.signature[row] ?? 0, asked)
      if (base >= 0 && base + timePoints + soon >= best.least)
        look(query, sessions.topic, row, base, wantsFit, week.isPlain ? start : null, best)
    }
  }
}

const lookAtEach = (query: Query, sessions: Sessions, best: Best) => {
  for (let at = sessions.from; at < sessions.to; at += 1) {
    query.rowsTouched += 1
    const row = query.snapshot.listRows[placeOf(query, sessions, at)] ?? 0
    const base = basePoints(query.snapshot, query.snapshot.signature[row] ?? 0, query.asked)
    if (base >= 0) look(query, sessions.topic, row, base, null, null, best)
  }
}

const visit = (query: Query, sessions: Sessions, best: Best) => {
  const { snapshot, asked } = query
  if (sessions.most + asked.timePoints + points.soonest < best.least) return
  // Groups that begin on a day to come keep no order with others: there are few.
  if (sessions.family === ownWeek(snapshot.about.families.length) || sessions.to - sessions.from <= few)
    return lookAtEach(query, sessions, best)
  const week = familyWeekOf(query, sessions.family)
  walk(query, sessions, week, true, best)
  if (!asked.mustFitTimes && !asked.free.isAlways) walk(query, sessions, week, false, best)
}

/**
 * The best groups to join from home. What few groups have is looked for first: after that no group that has it can still come,
 * and the whole lists may stop the sooner. Where it is a must, nothing is left to be found in those. Groups that begin on a
 * day to come have no tags.
 */
export const searchOnline = (query: Query, kind: number, best: Best) => {
  const { snapshot, asked } = query
  if ((asked.formats & onlineBits) === 0) return
  const own = ownWeek(snapshot.about.families.length)
  for (const [before, topic] of asked.topicIndexes.entries()) {
    const kindAndTopic = kind * topics.length + topic
    const all =
      points.topic +
      points.moreTopics * (asked.topicIndexes.length - 1 - before) +
      points.wish * asked.wishCount
    if (all + asked.timePoints + points.soonest < best.least) continue
    const lists = listsFor(query, kindAndTopic)
    let most = all
    let isAll = false
    for (const { tag, worth, isMust } of rareTagsFor(query, kindAndTopic)) {
      for (const list of lists) {
        const picked = pickedFrom(query, list, tag, topic, most)
        if (picked) visit(query, picked, best)
      }
      most -= worth
      isAll = isMust
      if (isAll) break
    }
    for (const list of lists)
      if (familyOf(snapshot, list) === own) visit(query, allOf(query, list, topic, all), best)
      else if (!isAll) visit(query, allOf(query, list, topic, most), best)
  }
}
