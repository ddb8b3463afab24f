import { points } from '../preferences.ts'
import { topics } from '../topic.ts'
import { type Best, isBeyond, keep, leastScore } from './best.ts'
import { milesWithin } from './in-person.ts'
import { noFamily, regions } from './layout.ts'
import { type Query, familyWeekOf, isFirstTopic, pointsOf, priceOf, soonFor, weekOf } from './query.ts'
import { formatBits, formatsOf } from './signature.ts'
import { type FirstSession, type Week, beginsTooLate, rangesOf, firstSession, soonestAt } from './weeks.ts'

const onlineBits = formatBits.video | formatBits.phone

interface Run {
  /** Points of every group in it, before times are looked at. */
  base: number
  /** Some may meet in the room as well, and count there if this person can come. */
  isHybrid: boolean
  from: number
  to: number
}

const inTheRoom: FirstSession = { start: Infinity, fits: false }

/** A group that this person can come to counts for the room, and not a second time from home. */
const isJoinedInTheRoom = (query: Query, row: number, week: Week) => {
  const { snapshot, asked } = query
  if (row >= snapshot.about.located || milesWithin(query, row) === Infinity) return false
  firstSession(snapshot, snapshot.schedule[row] ?? 0, week, asked, true, inTheRoom)
  return inTheRoom.fits || !asked.mustFitTimes
}

/** Keeps a group of a run if it is for this person at all, as good as it is. */
const look = (
  query: Query,
  { base, isHybrid }: Run,
  row: number,
  rank: number,
  wantsFit: boolean | null,
  best: Best,
) => {
  const { snapshot, asked, session } = query
  if (asked.excluded.has(rank) || query.taken.has(rank)) return
  const schedule = snapshot.schedule[row] ?? 0
  const week = weekOf(query, snapshot.scheduleZone[schedule] ?? 0)
  firstSession(snapshot, schedule, week, asked, false, session)
  const { start, fits } = session
  if ((!fits && asked.mustFitTimes) || (wantsFit !== null && fits !== wantsFit)) return
  const score = base + (fits ? asked.timePoints : 0) + soonFor(start, asked.now) - priceOf(query, rank)
  if (isBeyond(best, score, start, Infinity, rank) || beginsTooLate(snapshot, schedule, asked.now)) return
  if (isHybrid && isJoinedInTheRoom(query, row, week)) return
  keep(best, { row, rank, isInPerson: false, score, start, miles: Infinity })
}

const firstFrom = (slots: Uint16Array, from: number, to: number, slot: number) => {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((slots[middle] ?? 0) < slot) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Walks through the coming week, the soonest session first, and stops when no later one can be among the best. The clocks
 * may change on the way: then a session may be sooner than it looks, by that much.
 */
const walk = (query: Query, run: Run, week: Week, wantsFit: boolean, best: Best) => {
  const { snapshot, asked } = query
  const { runSlots, runRows, rank: ranks } = snapshot
  const most = run.base + (wantsFit ? asked.timePoints : 0)
  const ranges = rangesOf(week, wantsFit, asked)
  for (let range = 0; range < ranges.length; range += 2) {
    const end = ranges[range + 1] ?? 0
    const begin = ranges[range] ?? 0
    const rangeAt = soonestAt(week, begin, asked)
    if (isBeyond(best, most + soonFor(rangeAt, asked.now), rangeAt, Infinity, 0)) return
    for (let at = firstFrom(runSlots, run.from, run.to, begin); at < run.to; at += 1) {
      const slot = runSlots[at] ?? 0
      if (slot >= end) break
      query.rowsTouched += 1
      const row = runRows[at] ?? 0
      const rank = ranks[row] ?? 0
      const soonest = soonestAt(week, slot, asked)
      const bound = week.slackMs === 0 ? rank : 0
      if (isBeyond(best, most + soonFor(soonest, asked.now), soonest, Infinity, bound)) return
      look(query, run, row, rank, wantsFit, best)
    }
  }
}

const visit = (query: Query, run: Run, family: number, best: Best) => {
  const { snapshot, asked } = query
  if (family === noFamily) {
    for (let at = run.from; at < run.to; at += 1) {
      const row = snapshot.runRows[at] ?? 0
      query.rowsTouched += 1
      look(query, run, row, snapshot.rank[row] ?? 0, null, best)
    }
    return
  }
  const week = familyWeekOf(query, family)
  walk(query, run, week, true, best)
  if (!asked.mustFitTimes && !asked.free.isAlways) walk(query, run, week, false, best)
}

/** The best groups to join from home: runs of groups alike, the most promising first, until none can be better. */
export const searchOnline = (query: Query, kind: number, best: Best) => {
  const { snapshot, asked } = query
  const { runLists, runListStarts, runSignatures, runStarts, runFamilies, signatures } = snapshot
  if ((asked.formats & onlineBits) === 0) return
  const ends = asked.timePoints + points.soonest
  // By base points, which come in forties.
  const promising: number[][] = []
  const gather = (topic: number, region: number) => {
    const list = (kind * topics.length + topic) * regions + region
    const to = runListStarts[list + 1] ?? 0
    for (let at = runListStarts[list] ?? 0; at < to; at += 1) {
      const run = runLists[at] ?? 0
      const signature = runSignatures[run] ?? 0
      const base = pointsOf(query, signature)
      const formats = formatsOf(signatures, signature)
      if (base < 0 || (formats & asked.formats & onlineBits) === 0 || base + ends < leastScore(best)) continue
      if (isFirstTopic(query, signature, topic)) (promising[base / 40] ??= []).push(run)
    }
  }
  for (const topic of asked.topicIndexes) {
    gather(topic, 0)
    if (asked.usState >= 0) gather(topic, 1 + asked.usState)
  }
  for (let forties = promising.length - 1; forties >= 0; forties -= 1) {
    const base = forties * 40
    for (const run of promising[forties] ?? []) {
      if (base + ends < leastScore(best)) return
      const formats = formatsOf(signatures, runSignatures[run] ?? 0)
      const isHybrid = (formats & asked.formats & formatBits['in-person']) !== 0
      const from = runStarts[run] ?? 0
      const to = runStarts[run + 1] ?? 0
      visit(query, { base, isHybrid, from, to }, runFamilies[run] ?? noFamily, best)
    }
  }
}
