import { nearPoints } from '../preferences.ts'
import {
  blockAt,
  blockOf,
  blockSide,
  blocksAround,
  cellsAround,
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

/** Finds those squares that are in reach. One look for each row of blocks, and not for each block: few have groups. */
export const addInReach = (
  rings: Rings,
  { numbers, from, to, perSide, topic }: Squares,
  { parallel, column, mostNear }: Reach,
) => {
  if (from === to) return
  const last = mostNear.length - 1
  const inBlock = perSide * perSide
  const width = blockSide / perSide
  /** What comes before is south of the row that is looked at. */
  let reached = from
  const gather = (row: number, west: number, east: number) => {
    const first = blockOf(row, west) * inBlock
    const end = first + (east - west + 1) * inBlock
    const begin = firstFrom(numbers, reached, to, first)
    for (let at = begin; at < to; at += 1) {
      const number = numbers[at] ?? 0
      if (number >= end) break
      const place = number % inBlock
      const south = row * blockSide + Math.floor(place / perSide)
      const side = (west + (number - first - place) / inBlock) * blockSide + (place % perSide)
      const ring = Math.max(away(parallel, south, width), away(column, side, width))
      if (ring <= last) addToRing(rings, ring, at, topic)
    }
    return begin
  }
  const west = blockAt(column - last)
  const east = blockAt(column + last)
  // Across the date line the numbers of blocks begin again.
  const line = west < 0 ? 0 : blocksAround
  for (let row = blockAt(parallel - last); row <= blockAt(parallel + last); row += 1)
    if (west < line && east >= line) {
      gather(row, west, line - 1)
      gather(row, line, east)
    } else reached = gather(row, west, east)
}
