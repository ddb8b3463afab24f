import type { PlacingProblem } from './placing-problem.ts'
import { type WhoWouldCome, nowhere, whoWouldCome } from './who-would-come.ts'

export interface BestPlacing {
  /** What all placings are worth together: no other way of placing is worth more. */
  worth: number
  /** For each person the number of their place; null for whom none was left, or whom it would cost others too much. */
  placeOf: (number | null)[]
  /** What all win together when there is one more of these; 0 where some stay free. */
  prices: number[]
}

/**
 * How far off each place is for those without one: by how much what they hope for has to fall before one of them comes to it,
 * others moving over along the way. Dijkstra's search, from all of them at once, to the nearest places with room.
 */
const searchOf = (who: WhoWouldCome, prices: Int32Array) => {
  const { hasRoom, firstFor, worthToFirst, moves, movesFrom } = who
  const places = prices.length
  /** How far off each place is, less its price: most moves lead nowhere new, which is seen by this one number. */
  const bars = new Int32Array(places)
  /** Who makes the last move of the way to a place, and from where. */
  const movedBy = new Int32Array(places)
  const comesFrom = new Int32Array(places)
  /** The full places that were looked from, and those as far off as is looked at now. */
  const isDone = new Uint8Array(places)
  const open: number[] = []
  /** How far off the nearest place with room is. */
  let end = 0

  const priceOf = (place: number) => prices[place] ?? 0
  const distanceOf = (place: number) => (bars[place] ?? 0) + priceOf(place)

  const lookFromOutside = (hope: number) => {
    end = hope
    for (let place = 0; place < places; place += 1) {
      bars[place] = hope - worthToFirst(place)
      if (hasRoom(place)) end = Math.min(end, distanceOf(place))
    }
    // What is farther than the nearest place with room is not looked at.
    const beyond = Math.min(hope, end + 1)
    for (let place = 0; place < places; place += 1) {
      if (distanceOf(place) >= beyond) {
        bars[place] = beyond - priceOf(place)
        continue
      }
      movedBy[place] = firstFor(place)
      comesFrom[place] = nowhere
    }
  }

  const lookFrom = (from: number) => {
    const { start, end: last } = movesFrom(from)
    const bar = bars[from] ?? 0
    const own = distanceOf(from)
    for (let move = start; move < last; move += 3) {
      const place = moves[move] ?? 0
      const reached = bar + (moves[move + 2] ?? 0)
      if (reached >= (bars[place] ?? 0) || reached + priceOf(place) > end) continue
      bars[place] = reached
      movedBy[place] = moves[move + 1] ?? 0
      comesFrom[place] = from
      if (hasRoom(place)) end = distanceOf(place)
      else if (distanceOf(place) === own) open.push(place)
    }
  }

  /** Opens the nearest of the full places that are left, and says how far off they are. */
  const openNearest = () => {
    let nearest = Infinity
    for (let place = 0; place < places; place += 1) {
      const distance = distanceOf(place)
      if (distance > nearest || isDone[place] === 1 || hasRoom(place)) continue
      if (distance < nearest) open.length = 0
      nearest = distance
      open.push(place)
    }
    return nearest
  }

  const lookFromOpen = () => {
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (isDone[place] === 1) continue
      isDone[place] = 1
      lookFrom(place)
    }
  }

  return {
    movedBy,
    comesFrom,
    distanceOf,
    /** Looks as far as the nearest place with room, and says how far that is: as far as they hope, when there is none. */
    look: (hope: number) => {
      isDone.fill(0)
      lookFromOutside(hope)
      for (let near = openNearest(); near < hope && near <= end; near = openNearest()) lookFromOpen()
      open.length = 0
      return end
    },
  }
}

/**
 * Places people so that it is worth most to all together, and exactly so: the Hungarian method, for all who have no place at
 * once. At first everyone hopes for the most that any place is worth to anybody. Then what those without a place hope for
 * falls. Where a place with room is worth that much someone comes in, others moving over along the way at no loss; and a full
 * place that would be worth more than that becomes dearer by as much. When there is nothing left to hope for, all is done.
 *
 * No price rises before it must, so they are the lowest of those that are right: what one place more would bring. For from
 * each place with a price leads a chain of people, each of whom would as well have the next place, to somebody without one, or
 * to a place that costs nothing.
 *
 * Our own because the well-kept solvers that npm has (HiGHS in WebAssembly) weigh megabytes in a function that wakes up
 * once a night, and give some dual variables of the many that are right. That the answer is the best is checked without
 * trusting the way to it: see the test.
 */
export const bestPlacing = (problem: PlacingProblem): BestPlacing => {
  const prices = new Int32Array(problem.capacities.length)
  const places = [...problem.capacities.keys()]
  const who = whoWouldCome(problem)
  const { hasRoom, firstFor, worthToFirst, putIn, placeOf } = who
  const { look, distanceOf, movedBy, comesFrom } = searchOf(who, prices)

  /** From each person without a place goes one way at most: the moves of another may be gone by then. */
  const moveOver = (end: number) => {
    const way: number[] = []
    for (let place = end; place !== nowhere; place = comesFrom[place] ?? nowhere) way.push(place)
    const newcomer = movedBy[way.at(-1) ?? end] ?? 0
    if (placeOf[newcomer] !== nowhere) return
    for (const place of way) putIn(movedBy[place] ?? 0, place)
  }

  let hope = Math.max(0, ...places.map(worthToFirst))
  while (hope > 0) {
    for (const place of places)
      while (hasRoom(place) && worthToFirst(place) === hope) putIn(firstFor(place), place)
    const fall = look(hope)
    const ends = fall < hope ? places.filter((place) => hasRoom(place) && distanceOf(place) === fall) : []
    for (const place of places) prices[place] = (prices[place] ?? 0) + Math.max(0, fall - distanceOf(place))
    hope -= fall
    for (const end of ends) moveOver(end)
  }

  return {
    worth: who.worth(),
    placeOf: Array.from(placeOf, (place) => (place === nowhere ? null : place)),
    prices: [...prices],
  }
}
