/**
 * Ids of groups in their order, each written as what it has in common with the one before and what is new: ids of one
 * directory begin alike. Every thirty-second is written whole, so that any can be read without those before it.
 */
const blockLength = 32

export interface Ids {
  /** Where each block of ids begins in `text`. */
  blocks: Uint32Array
  /** For each id: length in common, length of the new, and the new. A length of 255 or more takes several bytes. */
  text: Uint8Array
  count: number
}

const pushLength = (bytes: number[], length: number) => {
  let left = length
  for (; left >= 255; left -= 255) bytes.push(255)
  bytes.push(left)
}

const inCommon = (one: Uint8Array, other: Uint8Array) => {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}

/** Takes ids in the order of `byText`. */
export const packIds = (sorted: readonly string[]): Ids => {
  const encoder = new TextEncoder()
  const bytes: number[] = []
  const blocks: number[] = []
  let before = new Uint8Array()
  for (const [index, id] of sorted.entries()) {
    const encoded = encoder.encode(id)
    if (index % blockLength === 0) {
      blocks.push(bytes.length)
      before = new Uint8Array()
    }
    const common = inCommon(before, encoded)
    pushLength(bytes, common)
    pushLength(bytes, encoded.length - common)
    for (const byte of encoded.subarray(common)) bytes.push(byte)
    before = encoded
  }
  return { blocks: Uint32Array.from(blocks), text: Uint8Array.from(bytes), count: sorted.length }
}

/** Of each id of a block: where what is new in it stands, and how much of the one before goes ahead of that. */
const freshAt = new Uint32Array(blockLength)
const commonOf = new Uint32Array(blockLength)

/** Where an id is put together. A room of its own for each would cost more than the rest of the reading. */
let room = Buffer.alloc(256)

/** The id of this rank in the order of ids. */
export const idAt = ({ blocks, text }: Ids, rank: number): string => {
  let at = blocks[Math.floor(rank / blockLength)] ?? 0
  const lengthHere = () => {
    let length = 0
    for (; text[at] === 255; at += 1) length += 255
    length += text[at] ?? 0
    at += 1
    return length
  }
  const last = rank % blockLength
  let end = 0
  for (let index = 0; index <= last; index += 1) {
    const common = lengthHere()
    const fresh = lengthHere()
    commonOf[index] = common
    freshAt[index] = at
    at += fresh
    end = common + fresh
  }
  // Backwards, so that each byte is copied once: whatever stands before what an id has in common is from the ones before.
  const length = end
  if (length > room.length) room = Buffer.alloc(length)
  for (let index = last; end > 0; index -= 1) {
    const common = commonOf[index] ?? 0
    const fresh = freshAt[index] ?? 0
    for (let byte = common; byte < end; byte += 1) room[byte] = text[fresh + byte - common] ?? 0
    if (common < end) end = common
  }
  return room.toString('utf8', 0, length)
}

/** The rank of an id; -1 for one that is not there. */
export const rankOf = (ids: Ids, id: string): number => {
  let low = 0
  let high = ids.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (idAt(ids, middle) < id) low = middle + 1
    else high = middle
  }
  return low < ids.count && idAt(ids, low) === id ? low : -1
}
