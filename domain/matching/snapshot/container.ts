/*
 * How the snapshot lies in memory and in the file: a few bytes to know it by, a checksum, a table of contents, and then
 * columns of numbers as the machine reads them, so that opening it copies nothing. Little-endian, as every machine that
 * this runs on.
 */

const columnTypes = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const

type ColumnType = keyof typeof columnTypes
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** `OCGS`: Open Circle, group snapshot. */
const mark = 0x5347434f
/** Mark, version, checksum, length of the table of contents. */
const headBytes = 16
const alignTo = 8

interface Contents {
  about: unknown
  columns: Record<string, { type: ColumnType; at: number; length: number }>
}

/** Why bytes are no snapshot that this code can read. */
export type Unreadable = 'not-a-snapshot' | 'other-version' | 'damaged'

const aligned = (bytes: number) => Math.ceil(bytes / alignTo) * alignTo

/** Finds a flipped bit or a missing piece; it proves nothing about who wrote it. FNV-1a over words, spread at the end. */
const checksumOf = (words: Uint32Array) => {
  let sum = 0x811c9dc5
  for (let at = 3; at < words.length; at += 1) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193)
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> 0
}

const typeOf = (column: Column): ColumnType => {
  if (column instanceof Uint8Array) return 'u8'
  if (column instanceof Uint16Array) return 'u16'
  if (column instanceof Uint32Array) return 'u32'
  return column instanceof Int32Array ? 'i32' : 'f64'
}

/** The shortest whole numbers that hold all of these. */
export const shortest = (values: readonly number[]): Uint8Array | Uint16Array | Uint32Array => {
  let most = 0
  for (const value of values) if (value > most) most = value
  if (most < 2 ** 8) return Uint8Array.from(values)
  return most < 2 ** 16 ? Uint16Array.from(values) : Uint32Array.from(values)
}

export const seal = (version: number, about: unknown, columns: Record<string, Column>): Uint8Array => {
  const contents: Contents = { about, columns: {} }
  let length = 0
  for (const [name, column] of Object.entries(columns)) {
    contents.columns[name] = { type: typeOf(column), at: length, length: column.length }
    length = aligned(length + column.byteLength)
  }
  const table = new TextEncoder().encode(JSON.stringify(contents))
  const start = aligned(headBytes + table.length)
  const bytes = new Uint8Array(start + length)
  const words = new Uint32Array(bytes.buffer)
  bytes.set(table, headBytes)
  for (const [name, column] of Object.entries(columns))
    bytes.set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
      start + (contents.columns[name]?.at ?? 0),
    )
  words.set([mark, version, 0, table.length])
  words[2] = checksumOf(words)
  return bytes
}

export const unseal = (
  version: number,
  given: Uint8Array,
): { about: unknown; column: (name: string) => Column } | { unreadable: Unreadable } => {
  if (given.byteLength < headBytes || given.byteLength % alignTo !== 0)
    return { unreadable: 'not-a-snapshot' }
  // Columns can only be laid over bytes that begin where numbers may begin.
  const bytes = given.byteOffset % alignTo === 0 ? given : given.slice()
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
  const [foundMark, foundVersion, checksum, tableLength = 0] = words
  if (foundMark !== mark) return { unreadable: 'not-a-snapshot' }
  if (foundVersion !== version) return { unreadable: 'other-version' }
  if (checksumOf(words) !== checksum) return { unreadable: 'damaged' }
  // What the checksum vouches for is what `seal` wrote.
  const contents = JSON.parse(
    new TextDecoder().decode(bytes.subarray(headBytes, headBytes + tableLength)),
  ) as Contents
  const start = bytes.byteOffset + aligned(headBytes + tableLength)
  return {
    about: contents.about,
    column: (name) => {
      const found = contents.columns[name]
      if (!found) throw new Error(`A snapshot has no column ${name}.`)
      const { buffer } = bytes
      return new columnTypes[found.type](buffer as ArrayBuffer, start + found.at, found.length)
    },
  }
}
