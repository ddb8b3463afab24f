import { topics } from '../../groups/topic.ts'
import { wishes } from '../../groups/wish.ts'
import { milesBetween } from '../distance.ts'
import { nearPoints, points } from '../preferences.ts'
import { basePoints } from './asked.ts'
import { type Best, isBeyond, keep, leastScore } from './best.ts'
import { topicTag, wishTag } from './layout.ts'
import { latitudeOf, longitudeOf } from './open.ts'
import { type Query, isFirstTopic, priceOf, soonFor, weekOf } from './query.ts'
import { type Reach, type Rings, cellsInReach } from './reach.ts'
import { formatBits } from './signature.ts'
import { beginsTooLate, firstSession } from './weeks.ts'

/** How far this person would travel to a group, or Infinity where it is further than they said or not known. */
export const milesWithin = ({ snapshot, asked }: Query, row: number) => {
  const { latitude, longitude, travelMiles } = asked
  if (latitude === null || longitude === null) return Infinity
  const venue = { latitude: latitudeOf(snapshot, row), longitude: longitudeOf(snapshot, row) }
  const miles = milesBetween(venue, { latitude, longitude })
  return miles > travelMiles ? Infinity : miles
}

/** Looks at a group that counts under this topic, and may have no more than these points for being near. */
const look = (query: Query, topic: number, mostNear: number, row: number, best: Best) => {
  const { snapshot, asked, session } = query
  query.rowsTouched += 1
  const signature = snapshot.signature[row] ?? 0
  const base = basePoints(snapshot, signature, asked)
  // Most groups are left here, so nothing else is read of them.
  if (base < 0 || base + asked.timePoints + points.soonest + mostNear < leastScore(best)) return
  if (!isFirstTopic(query, signature, topic)) return

  const rank = snapshot.rank[row] ?? 0
  if (asked.excluded.has(rank) || query.taken.has(rank)) return
  const schedule = snapshot.schedule[row] ?? 0
  firstSession(snapshot, schedule, weekOf(query, snapshot.scheduleZone[schedule] ?? 0), asked, true, session)
  const { start, fits } = session
  if (!fits && asked.mustFitTimes) return
  const score = base + (fits ? asked.timePoints : 0) + soonFor(start, asked.now) - priceOf(query, rank)
  if (isBeyond(best, score + mostNear, start, 0, 0)) return
  if (beginsTooLate(snapshot, schedule, asked.now)) return

  const miles = milesWithin(query, row)
  if (miles === Infinity) return
  const near = nearPoints(miles, asked.travelMiles)
  keep(best, {
    row,
    rank,
    isInPerson: true,
    score: score + near,
    start,
    miles: near > 0 ? Math.ceil(miles) : Infinity,
  })
}

const otherLanguage = wishes.indexOf('other-language')

/** The groups of one kind and topic in the room, by cell. */
interface List {
  topic: number
  /** The most points that any of them can have for this person, but for how near it is. */
  most: number
  rings: Rings
}

const mostOf = ({ snapshot, asked }: Query, kindAndTopic: number, topic: number) => {
  const tags = snapshot.roomTags[kindAndTopic] ?? 0
  let most = points.topic + asked.timePoints + points.soonest
  for (let wish = 0; asked.wishes >>> wish !== 0; wish += 1) {
    // What is no other language to the lists may be one to a person.
    const isThere = ((tags >>> wishTag(wish)) & 1) === 1 || (wish === otherLanguage && !asked.otherIsListed)
    if ((asked.wishes >>> wish) & 1 && isThere) most += points.wish
  }
  for (const other of asked.topicIndexes)
    if (other > topic && (tags >>> topicTag(other)) & 1) most += points.moreTopics
  return most
}

const listsFor = (query: Query, kind: number, reach: Reach) => {
  const { snapshot } = query
  const { cellDirectory } = snapshot
  const lists: List[] = []
  for (const topic of query.asked.topicIndexes) {
    const kindAndTopic = kind * topics.length + topic
    const from = cellDirectory[kindAndTopic] ?? 0
    const to = cellDirectory[kindAndTopic + 1] ?? 0
    if (from === to) continue
    const most = mostOf(query, kindAndTopic, topic)
    lists.push({ topic, most, rings: cellsInReach(snapshot, reach, from, to) })
  }
  return lists
}

/**
 * The best groups to meet in the room: rings of cells around home, the nearest first, until nothing further away can be
 * better than what was found, or is in reach.
 */
export const searchInPerson = (query: Query, kind: number, best: Best) => {
  const { snapshot, asked, reach } = query
  if ((asked.formats & formatBits['in-person']) === 0 || reach === null) return
  const { cellStarts, cellRows } = snapshot
  const lists = listsFor(query, kind, reach)
  for (let ring = 0; ring < reach.mostNear.length; ring += 1) {
    const mostNear = reach.mostNear[ring] ?? 0
    let isDone = true
    for (const { topic, most, rings } of lists) {
      if (most + mostNear < leastScore(best)) continue
      isDone = false
      for (const cell of rings[ring] ?? []) {
        const end = cellStarts[cell + 1] ?? 0
        for (let at = cellStarts[cell] ?? 0; at < end; at += 1)
          look(query, topic, mostNear, cellRows[at] ?? 0, best)
      }
    }
    if (isDone) return
  }
}
