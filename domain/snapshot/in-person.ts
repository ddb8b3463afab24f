import { milesBetween } from '../distance.ts'
import { nearPoints, points } from '../preferences.ts'
import { topics } from '../topic.ts'
import { type Best, isBeyond, keep, leastScore } from './best.ts'
import { cellOf, cellsAround, latitudeCell, longitudeCell, milesBeyond } from './cells.ts'
import { latitudeOf, longitudeOf } from './open.ts'
import { type Query, isFirstTopic, pointsOf, priceOf, soonFor, weekOf } from './query.ts'
import { formatBits } from './signature.ts'
import { beginsTooLate, firstSession } from './weeks.ts'

/** Where the first of these cells that is not before `cell` stands. */
const firstFrom = (cells: Uint32Array, from: number, to: number, cell: number) => {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((cells[middle] ?? 0) < cell) low = middle + 1
    else high = middle
  }
  return low
}

/** How far this person would travel to a group, or Infinity where it is further than they said or not known. */
export const milesWithin = ({ snapshot, asked }: Query, row: number) => {
  const { latitude, longitude, travelMiles } = asked
  if (latitude === null || longitude === null) return Infinity
  const venue = { latitude: latitudeOf(snapshot, row), longitude: longitudeOf(snapshot, row) }
  const miles = milesBetween(venue, { latitude, longitude })
  return miles > travelMiles ? Infinity : miles
}

const look = (query: Query, topic: number, nearestMiles: number, row: number, best: Best) => {
  const { snapshot, asked, session } = query
  query.rowsTouched += 1
  const signature = snapshot.signature[row] ?? 0
  const base = pointsOf(query, signature)
  if (base < 0 || !isFirstTopic(query, signature, topic)) return
  const nearest = nearPoints(nearestMiles, asked.travelMiles)
  if (base + asked.timePoints + points.soonest + nearest < leastScore(best)) return

  const rank = snapshot.rank[row] ?? 0
  if (asked.excluded.has(rank) || query.taken.has(rank)) return
  const schedule = snapshot.schedule[row] ?? 0
  firstSession(snapshot, schedule, weekOf(query, snapshot.scheduleZone[schedule] ?? 0), asked, true, session)
  const { start, fits } = session
  if (!fits && asked.mustFitTimes) return
  const score = base + (fits ? asked.timePoints : 0) + soonFor(start, asked.now) - priceOf(query, rank)
  if (isBeyond(best, score + nearest, start, 0, 0)) return
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

/**
 * The best groups to meet in the room: rings of cells around home, the nearest first, until nothing further away can be
 * better than what was found, or is in reach.
 */
export const searchInPerson = (query: Query, kind: number, best: Best) => {
  const { snapshot, asked } = query
  const { cells, cellStarts, cellRows, cellDirectory } = snapshot
  const { latitude, longitude, travelMiles } = asked
  if ((asked.formats & formatBits['in-person']) === 0 || latitude === null || longitude === null) return
  const most =
    points.topic +
    points.moreTopics * (asked.topicIndexes.length - 1) +
    points.wish * asked.wishCount +
    asked.timePoints +
    points.soonest
  const homeRow = latitudeCell(latitude)
  const homeColumn = longitudeCell(longitude)

  const lookIn = (
    topic: number,
    from: number,
    to: number,
    row: number,
    column: number,
    last: number,
    miles: number,
  ) => {
    // A stretch of a parallel may cross the date line, where the numbers of cells begin again.
    const wraps = Math.floor(column / cellsAround) !== Math.floor(last / cellsAround)
    const middle = wraps ? Math.floor(last / cellsAround) * cellsAround : column
    if (wraps) lookIn(topic, from, to, row, column, middle - 1, miles)
    const end = cellOf(row, last)
    for (
      let at = firstFrom(cells, from, to, cellOf(row, middle));
      at < to && (cells[at] ?? 0) <= end;
      at += 1
    ) {
      const stop = cellStarts[at + 1] ?? 0
      for (let entry = cellStarts[at] ?? 0; entry < stop; entry += 1)
        look(query, topic, miles, cellRows[entry] ?? 0, best)
    }
  }

  for (let ring = 0; ring <= cellsAround / 2; ring += 1) {
    const miles = ring === 0 ? 0 : Math.max(0, milesBeyond(latitude, longitude, ring - 1))
    if (miles > travelMiles || most + nearPoints(miles, travelMiles) < leastScore(best)) return
    for (const topic of asked.topicIndexes) {
      const list = kind * topics.length + topic
      const from = cellDirectory[list] ?? 0
      const to = cellDirectory[list + 1] ?? 0
      if (from === to) continue
      for (let up = -ring; up <= ring; up += 1) {
        const row = homeRow + up
        if (Math.abs(up) === ring) lookIn(topic, from, to, row, homeColumn - ring, homeColumn + ring, miles)
        else {
          lookIn(topic, from, to, row, homeColumn - ring, homeColumn - ring, miles)
          lookIn(topic, from, to, row, homeColumn + ring, homeColumn + ring, miles)
        }
      }
    }
  }
}
