import { radians, radiusMiles } from '../distance.ts'

/** The map in cells of a thirty-second of a degree: about 2 miles high, and 1 to 2 wide in the US. */
const perDegree = 32
export const cellsAround = 360 * perDegree

export const latitudeCell = (latitude: number) => Math.floor((latitude + 90) * perDegree)
export const longitudeCell = (longitude: number) => Math.floor((longitude + 180) * perDegree)

/** Four by four cells are a block: where few groups meet, nothing smaller is told apart. */
export const blockSide = 4
const cellsOfBlock = blockSide * blockSide

export const blockAt = (cell: number) => Math.floor(cell / blockSide)

/** Eight by eight blocks are a square of a degree. What is in one lies together: few of them are in anybody's reach. */
export const degreeSide = perDegree / blockSide
export const blocksOfDegree = degreeSide * degreeSide

export const degreeAt = (block: number) => Math.floor(block / degreeSide)

/** Degrees count from the south pole, each row from the date line eastward; those across the line are the same ones. */
export const degreeOf = (row: number, column: number) => row * 360 + (((column % 360) + 360) % 360)

/** Blocks count degree by degree, and in each row by row. */
const blockOf = (row: number, column: number) =>
  degreeOf(degreeAt(row), degreeAt(column)) * blocksOfDegree +
  (row % degreeSide) * degreeSide +
  (column % degreeSide)

/** Cells count block by block, and in a block row by row. */
export const cellOf = (latitudeCell: number, longitudeCell: number) =>
  blockOf(blockAt(latitudeCell), blockAt(longitudeCell)) * cellsOfBlock +
  (latitudeCell % blockSide) * blockSide +
  (longitudeCell % blockSide)

export const blockOfCell = (cell: number) => Math.floor(cell / cellsOfBlock)

/** So that what rounding does to a bound never makes it larger than a distance that it bounds. */
export const roundingMiles = 1e-6

/**
 * The nearest that anything can be which lies outside the square of cells that reaches `rings` cells to each side of the
 * one this point is in: the way to its nearest parallel or meridian, whichever is nearer.
 */
export const milesBeyond = (latitude: number, longitude: number, rings: number) => {
  const south = latitude - ((latitudeCell(latitude) - rings) / perDegree - 90)
  const north = (latitudeCell(latitude) + rings + 1) / perDegree - 90 - latitude
  const west = longitude - ((longitudeCell(longitude) - rings) / perDegree - 180)
  const east = (longitudeCell(longitude) + rings + 1) / perDegree - 180 - longitude
  const degrees = Math.min(west, east, 90)
  const toMeridian = Math.asin(Math.cos(radians(latitude)) * Math.sin(radians(degrees)))
  return radiusMiles * Math.min(radians(Math.min(south, north)), toMeridian) - roundingMiles
}
