import type { PlacingProblem } from './placing-problem.ts'

/** Stands where the number of a place would, and that of a person, when there is none. */
export const nowhere = -1
const nobody = -1

const worthTo = (options: PlacingProblem['people'][number], at: number) =>
  options.find(({ place }) => place === at)?.worth ?? 0

/** For each place those who want it, the one to whom it is worth most last. */
const wantingOf = ({ capacities, people }: PlacingProblem) => {
  const wanting = capacities.map((): { person: number; worth: number }[] => [])
  for (const [person, options] of people.entries())
    for (const { place, worth } of options) wanting[place]?.push({ person, worth })
  for (const all of wanting) all.sort((one, other) => one.worth - other.worth || other.person - one.person)
  return wanting
}

/**
 * Who is placed where, and who would come to a place: of those without one, and of those in another. What a move loses hangs
 * on no price, so it is counted anew only for a place whose people have changed. Typed arrays, because that is where a
 * night's time goes.
 */
export const whoWouldCome = (problem: PlacingProblem) => {
  const { capacities, people } = problem
  const count = capacities.length
  const placeOf = new Int32Array(people.length).fill(nowhere)
  const room = Int32Array.from(capacities)
  const placedIn = capacities.map((): number[] => [])

  const wanting = wantingOf(problem)
  /** For each place who of those without one wants it most, and what it is worth to them. */
  const firsts = new Int32Array(count).fill(nobody)
  const worths = new Int32Array(count)

  /** Whoever has a place by now keeps that or another. */
  const renewFirst = (place: number) => {
    const all = wanting[place] ?? []
    let first = all.at(-1)
    while (first && placeOf[first.person] !== nowhere) {
      all.pop()
      first = all.at(-1)
    }
    firsts[place] = first?.person ?? nobody
    worths[place] = first?.worth ?? 0
  }
  for (const place of capacities.keys()) renewFirst(place)

  const keepFirst = (place: number) => {
    const first = firsts[place] ?? nobody
    if (first !== nobody && placeOf[first] !== nowhere) renewFirst(place)
  }

  /**
   * For each place a row: the other places that someone in it could go to, each with who loses least by that, and how much.
   * Three numbers side by side, in one array for all places, because a search mostly waits for memory.
   */
  const moves = new Int32Array(3 * count * count)
  const rowOf = (from: number) => 3 * count * from
  const ends = new Int32Array(count)
  const isRenewed = new Uint8Array(count)
  /** While a row is made, where in it the move to each place stands. */
  const moveTo = new Int32Array(count).fill(nowhere)

  const renewMoves = (from: number) => {
    let end = rowOf(from)
    for (const person of placedIn[from] ?? []) {
      const options = people[person] ?? []
      const has = worthTo(options, from)
      for (const { place, worth } of options) {
        const known = moveTo[place] ?? nowhere
        if (known !== nowhere && has - worth >= (moves[known + 2] ?? 0)) continue
        const move = known === nowhere ? end : known
        if (known === nowhere) end += 3
        moveTo[place] = move
        moves[move] = place
        moves[move + 1] = person
        moves[move + 2] = has - worth
      }
    }
    for (let move = rowOf(from); move < end; move += 3) moveTo[moves[move] ?? 0] = nowhere
    ends[from] = end
    isRenewed[from] = 1
  }

  return {
    placeOf,
    hasRoom: (place: number) => (room[place] ?? 0) > 0,
    /** Of those without a place the one to whom this one is worth most. */
    firstFor: (place: number) => {
      keepFirst(place)
      return firsts[place] ?? nobody
    },
    /** What it is worth to that one; 0 when nobody is left who wants it. */
    worthToFirst: (place: number) => {
      keepFirst(place)
      return worths[place] ?? 0
    },
    moves,
    /** Where the moves from a place begin and end. */
    movesFrom: (from: number) => {
      if (isRenewed[from] === 0) renewMoves(from)
      return { start: rowOf(from), end: ends[from] ?? 0 }
    },
    putIn: (person: number, place: number) => {
      const before = placeOf[person] ?? nowhere
      if (before !== nowhere) {
        placedIn[before]?.splice(placedIn[before].indexOf(person), 1)
        room[before] = (room[before] ?? 0) + 1
      }
      placeOf[person] = place
      placedIn[place]?.push(person)
      room[place] = (room[place] ?? 0) - 1
      isRenewed[place] = 0
    },
    /** What all have together. */
    worth: () =>
      people.reduce((sum, options, person) => sum + worthTo(options, placeOf[person] ?? nowhere), 0),
  }
}

export type WhoWouldCome = ReturnType<typeof whoWouldCome>
