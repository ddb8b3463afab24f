import { cellsAround } from './cells.ts'

/**
 * Squares around a home, by how many cells away they are, each with the topic that it is looked in for. `first` names a square of
 * each ring and `next` the one after each, by their places here; -1 ends a ring. What was added last comes first.
 */
export interface Rings {
  first: Int32Array
  next: Int32Array
  square: Int32Array
  topic: Int32Array
  count: number
}

/** Every search uses this room again, for none waits in the middle: a new one each time would push what it reads out of reach. */
const room: Rings = {
  first: new Int32Array(cellsAround),
  next: new Int32Array(1024),
  square: new Int32Array(1024),
  topic: new Int32Array(1024),
  count: 0,
}

const twiceAsLong = (values: Int32Array) => {
  const longer = new Int32Array(2 * values.length)
  longer.set(values)
  return longer
}

export const emptyRings = (howMany: number): Rings => {
  room.first.fill(-1, 0, howMany)
  room.count = 0
  return room
}

export const addToRing = (rings: Rings, ring: number, square: number, topic: number) => {
  const at = rings.count
  if (at === rings.square.length) {
    rings.next = twiceAsLong(rings.next)
    rings.square = twiceAsLong(rings.square)
    rings.topic = twiceAsLong(rings.topic)
  }
  rings.square[at] = square
  rings.topic[at] = topic
  rings.next[at] = rings.first[ring] ?? -1
  rings.first[ring] = at
  rings.count += 1
}
