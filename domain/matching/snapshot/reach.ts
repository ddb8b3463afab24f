import { nearPoints } from '../preferences.ts'
import {
  blockAt,
  blockSide,
  blocksOfDegree,
  cellsAround,
  degreeAt,
  degreeOf,
  degreeSide,
  latitudeCell,
  longitudeCell,
  milesBeyond,
} from './cells.ts'
import { firstFrom } from './first-from.ts'
import { type Rings, addToRing } from './rings.ts'

/** The cells around home that someone would travel to. */
export interface Reach {
  parallel: number
  column: number
  /** For each ring of cells the most points that a group in it can have for being near: the nearest ring first. */
  mostNear: readonly number[]
}

export const reachOf = (latitude: number, longitude: number, travelMiles: number): Reach => {
  const mostNear = [nearPoints(0, travelMiles)]
  for (let ring = 1; ring <= cellsAround / 2; ring += 1) {
    const miles = Math.max(0, milesBeyond(latitude, longitude, ring - 1))
    if (miles > travelMiles) break
    mostNear.push(nearPoints(miles, travelMiles))
  }
  return { parallel: latitudeCell(latitude), column: longitudeCell(longitude), mostNear }
}

/** How many cells away something is that begins with this cell and is so many wide. */
const away = (from: number, first: number, width: number) =>
  first > from ? first - from : Math.max(0, from - first - width + 1)

/** Squares of one topic, in the order of their numbers: whole blocks, or so many to each side of a block. */
interface Squares {
  numbers: Uint32Array
  from: number
  to: number
  perSide: 1 | typeof blockSide
  topic: number
}

/** Finds those squares that are in reach. One look for each degree, and not for each block: few have groups. */
export const addInReach = (
  rings: Rings,
  { numbers, from, to, perSide, topic }: Squares,
  { parallel, column, mostNear }: Reach,
) => {
  if (from === to) return
  const last = mostNear.length - 1
  const inBlock = perSide * perSide
  const width = blockSide / perSide
  const degreesAt = (cell: number) => degreeAt(blockAt(cell))
  for (let row = degreesAt(parallel - last); row <= degreesAt(parallel + last); row += 1)
    for (let east = degreesAt(column - last); east <= degreesAt(column + last); east += 1) {
      const first = degreeOf(row, east) * blocksOfDegree * inBlock
      const end = first + blocksOfDegree * inBlock
      for (let at = firstFrom(numbers, from, to, first); at < to; at += 1) {
        const number = numbers[at] ?? 0
        if (number >= end) break
        const place = number % inBlock
        const block = (number - first - place) / inBlock
        const south =
          (row * degreeSide + Math.floor(block / degreeSide)) * blockSide + Math.floor(place / perSide)
        const west = (east * degreeSide + (block % degreeSide)) * blockSide + (place % perSide)
        const ring = Math.max(away(parallel, south, width), away(column, west, width))
        if (ring <= last) addToRing(rings, ring, at, topic)
      }
    }
}
