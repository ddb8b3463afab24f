import { topics } from '../../groups/topic.ts'
import { wishes } from '../../groups/wish.ts'
import { milesBetween } from '../distance.ts'
import { nearPoints, points } from '../preferences.ts'
import { basePoints, countBits } from './asked.ts'
import { type Best, isBeyond, keep } from './best.ts'
import { blockSide } from './cells.ts'
import { foundKinds, topicTag } from './layout.ts'
import { latitudeOf, longitudeOf } from './open.ts'
import { type Query, isFirstTopic, priceOf, soonFor, weekOf } from './query.ts'
import { type Reach, addInReach } from './reach.ts'
import { emptyRings } from './rings.ts'
import { formatBits, wishBits } from './signature.ts'
import { beginsTooLate, firstSession } from './weeks.ts'

/** How far this person would travel to a group, or Infinity where it is further than they said or not known. */
export const milesWithin = ({ snapshot, asked }: Query, row: number) => {
  const { latitude, longitude, travelMiles } = asked
  if (latitude === null || longitude === null) return Infinity
  const venue = { latitude: latitudeOf(snapshot, row), longitude: longitudeOf(snapshot, row) }
  const miles = milesBetween(venue, { latitude, longitude })
  return miles > travelMiles ? Infinity : miles
}

/** Looks at a group with these points for what it is for, which may have no more than so many for being near. */
const look = (query: Query, row: number, base: number, mostNear: number, best: Best) => {
  const { snapshot, asked, session } = query
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

const otherLanguage = wishBits((wish) => wish === 'other-language')
const wishTags = 2 ** wishes.length - 1

/** The most that groups which have these tags between them can get under a topic, but for being near: -Infinity if none meets a must. */
const mostOf = ({ asked }: Query, tags: number, topic: number) => {
  // What is no other language to the tags may be one to a person.
  const met = (tags & wishTags) | (asked.otherIsListed ? 0 : otherLanguage)
  if ((asked.musts & ~met) !== 0) return -Infinity
  const later = (tags >>> topicTag(topic + 1)) & (asked.topics >>> (topic + 1))
  return (
    points.topic +
    asked.timePoints +
    points.soonest +
    points.wish * countBits(met & asked.wishes) +
    points.moreTopics * countBits(later)
  )
}

/** The squares in reach that have groups of a kind, and the most that these can get under each topic, but for being near. */
const around = ({ snapshot, asked }: Query, kind: number, reach: Reach) => {
  const { squares: numbers, squareDirectory } = snapshot
  const rings = emptyRings(reach.mostNear.length)
  // The first topic last: what was added last is looked in first, and groups of several topics count under their first.
  for (const topic of asked.topicIndexes.toReversed()) {
    const add = (list: number, perSide: 1 | typeof blockSide) => {
      const from = squareDirectory[list] ?? 0
      const to = squareDirectory[list + 1] ?? 0
      addInReach(rings, { numbers, from, to, perSide, topic }, reach)
    }
    add(kind * topics.length + topic, 1)
    add((foundKinds.length + kind) * topics.length + topic, blockSide)
  }
  return rings
}

/**
 * The best groups to meet in the room: rings of squares around home, the nearest first, until nothing further away can be
 * better than what was found, or is in reach.
 */
export const searchInPerson = (query: Query, kind: number, best: Best) => {
  const { snapshot, asked, reach } = query
  if ((asked.formats & formatBits['in-person']) === 0 || reach === null) return
  const { signature, squareStarts, squareRows, squareDirectory, roomTags, cellTags } = snapshot
  const firstCell = squareDirectory[foundKinds.length * topics.length] ?? 0
  const mostUnder: number[] = []
  for (const topic of asked.topicIndexes)
    mostUnder[topic] = mostOf(query, roomTags[kind * topics.length + topic] ?? 0, topic)
  const most = Math.max(...asked.topicIndexes.map((topic) => mostUnder[topic] ?? 0))
  const rings = around(query, kind, reach)

  for (let ring = 0; ring < reach.mostNear.length; ring += 1) {
    const mostNear = reach.mostNear[ring] ?? 0
    if (most + mostNear < best.least) return
    for (let place = rings.first[ring] ?? -1; place >= 0; place = rings.next[place] ?? -1) {
      const square = rings.square[place] ?? 0
      const topic = rings.topic[place] ?? 0
      if ((mostUnder[topic] ?? 0) + mostNear < best.least) continue
      if (
        square >= firstCell &&
        mostOf(query, cellTags[square - firstCell] ?? 0, topic) + mostNear < best.least
      )
        continue
      const end = squareStarts[square + 1] ?? 0
      const mostBesides = asked.timePoints + points.soonest + mostNear
      for (let at = squareStarts[square] ?? 0; at < end; at += 1) {
        query.rowsTouched += 1
        const row = squareRows[at] ?? 0
        const alike = signature[row] ?? 0
        const base = basePoints(snapshot, alike, asked)
        // Most groups are left here, so nothing else is read of them.
        if (base < 0 || base + mostBesides < best.least) continue
        if (isFirstTopic(query, alike, topic)) look(query, row, base, mostNear, best)
      }
    }
  }
}
