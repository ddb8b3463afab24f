import { nearPoints } from '../preferences.ts'
import { cellOf, cellsAround, latitudeCell, longitudeCell, milesBeyond } from './cells.ts'
import { firstFrom } from './first-from.ts'
import type { Snapshot } from './open.ts'

/** The square of cells around home that someone would travel to. */
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

/** What stands in reach of one list of cells, by ring: places among the cells. */
export type Rings = number[][]

/** Finds the cells of a list, which stands between two places, that are in reach. One look for each parallel, and not for each cell: few have groups. */
export const cellsInReach = (
  { cells }: Snapshot,
  { parallel: home, column, mostNear }: Reach,
  from: number,
  to: number,
): Rings => {
  const rings: Rings = mostNear.map(() => [])
  const last = mostNear.length - 1
  const gather = (parallel: number, west: number, east: number) => {
    const end = cellOf(parallel, east)
    const first = cellOf(parallel, west)
    const up = Math.abs(parallel - home)
    for (let at = firstFrom(cells, from, to, first); at < to; at += 1) {
      const cell = cells[at] ?? 0
      if (cell > end) break
      rings[Math.max(up, Math.abs(west + cell - first - column))]?.push(at)
    }
  }
  for (let parallel = home - last; parallel <= home + last; parallel += 1) {
    const west = column - last
    const east = column + last
    // Across the date line the numbers of cells begin again.
    const line = west < 0 ? 0 : cellsAround
    if (west < line && east >= line) {
      gather(parallel, west, line - 1)
      gather(parallel, line, east)
    } else gather(parallel, west, east)
  }
  return rings
}
