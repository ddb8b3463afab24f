/** People to place and places to place them in: the problem that prices of places are the answer to. */
export interface PlacingProblem {
  /** How many people each place takes: whole numbers, 0 for one that is full. */
  capacities: readonly number[]
  /** For each person the places that would do, by their number in `capacities`, and what each is worth: above 0. */
  people: readonly (readonly Option[])[]
}

export interface Option {
  place: number
  worth: number
}

export interface BestPlacing {
  /** What all placings are worth together: no other way of placing is worth more. */
  worth: number
  /** For each person the number of their place; null for whom none was left, or whom it would cost others too much. */
  placeOf: (number | null)[]
  /** What all win together when there is one more of these; 0 where some stay free. */
  prices: number[]
}

/** How a place is reached on the way from someone new: by whom, who moves over to it, and from where. */
interface Reached {
  distance: number
  person: number
  from: number | null
}

/**
 * Places people so that it is worth most to all together. Exact: people come one after the other, and each makes others
 * move over along the way that costs least (successive shortest paths in the flow of people to places; the prices are
 * its dual variables, which keep every distance above 0, so that Dijkstra's search finds that way).
 *
 * Our own because the well-kept solvers that npm has (HiGHS in WebAssembly) weigh megabytes in a function that wakes up
 * once a night, and give some dual variables of the many that are right; these are the lowest, which answer "what would one
 * more bring". That the answer is the best is checked without trusting the way to it: see the test.
 */
export const bestPlacing = ({ capacities, people }: PlacingProblem): BestPlacing => {
  const prices = capacities.map(() => 0)
  const placeOf = people.map((): number | null => null)
  const placedIn = capacities.map(() => new Set<number>())
  /** What each person has from their place beyond its price; nobody is placed at a loss. */
  const gains = people.map(() => 0)

  const worthOf = (person: number, place: number) =>
    people[person]?.find((option) => option.place === place)?.worth ?? 0
  const priceOf = (place: number) => prices[place] ?? 0
  const gainOf = (person: number) => gains[person] ?? 0
  const isFree = (place: number) => (placedIn[place]?.size ?? 0) < (capacities[place] ?? 0)

  const moveTo = (person: number, place: number | null) => {
    const before = placeOf[person]
    if (before !== null && before !== undefined) placedIn[before]?.delete(person)
    placeOf[person] = place
    if (place !== null) placedIn[place]?.add(person)
  }

  const place = (newcomer: number) => {
    gains[newcomer] = Math.max(
      0,
      ...(people[newcomer] ?? []).map((option) => option.worth - priceOf(option.place)),
    )
    const open = new Map<number, Reached>()
    const done = new Map<number, Reached>()
    /** The cheapest way out: into a free place, or someone stays without one. */
    let end: { distance: number; place: number | null; leaves: number | null } = {
      distance: gainOf(newcomer),
      place: null,
      leaves: newcomer,
    }

    const lookFrom = (person: number, from: number | null, distance: number) => {
      for (const option of people[person] ?? []) {
        const reached = distance + gainOf(person) + priceOf(option.place) - option.worth
        if ((capacities[option.place] ?? 0) === 0 || done.has(option.place) || reached >= end.distance)
          continue
        if (reached >= (open.get(option.place)?.distance ?? Infinity)) continue
        open.set(option.place, { distance: reached, person, from })
        if (isFree(option.place)) end = { distance: reached, place: option.place, leaves: null }
      }
    }

    lookFrom(newcomer, null, 0)
    for (;;) {
      let nearest: number | null = null
      let distance = end.distance
      for (const [candidate, reached] of open)
        if (reached.distance < distance) [nearest, distance] = [candidate, reached.distance]
      const reached = nearest === null ? undefined : open.get(nearest)
      if (nearest === null || reached === undefined) break
      open.delete(nearest)
      done.set(nearest, reached)
      for (const person of placedIn[nearest] ?? []) {
        if (distance + gainOf(person) < end.distance)
          end = { distance: distance + gainOf(person), place: nearest, leaves: person }
        lookFrom(person, nearest, distance)
      }
    }

    // What was nearer than the way out becomes dearer by the difference, and those in it keep that much less.
    for (const [near, { distance }] of done) {
      prices[near] = priceOf(near) + end.distance - distance
      for (const person of placedIn[near] ?? []) gains[person] = gainOf(person) - end.distance + distance
    }
    gains[newcomer] = gainOf(newcomer) - end.distance

    if (end.leaves !== null) moveTo(end.leaves, null)
    for (let to = end.place; to !== null;) {
      const reached: Reached | undefined = done.get(to) ?? open.get(to)
      if (reached === undefined)
        throw new Error('A way of placing leads through a place that was not reached.')
      moveTo(reached.person, to)
      to = reached.from
    }
  }

  for (const person of people.keys()) place(person)

  return {
    worth: placeOf.reduce<number>((sum, at, person) => sum + (at === null ? 0 : worthOf(person, at)), 0),
    placeOf,
    prices: withNoMoreThanIsWon(prices, { placeOf, people, gains }),
  }
}

/**
 * Where some prices are as right as others, the lowest: what is won when a place comes, not what is lost when one goes. Each
 * place becomes cheaper by as much as it can before someone would rather have it than what they have.
 */
const withNoMoreThanIsWon = (
  prices: readonly number[],
  given: { placeOf: BestPlacing['placeOf']; people: PlacingProblem['people']; gains: readonly number[] },
) => {
  const { placeOf, people, gains } = given
  const slack = [...prices]
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const [person, options] of people.entries()) {
      const at = placeOf[person] ?? null
      const before = (gains[person] ?? 0) + (at === null ? 0 : (slack[at] ?? 0))
      for (const { place, worth } of options) {
        const way = before + (prices[place] ?? 0) - worth
        if (place === at || way >= (slack[place] ?? 0)) continue
        slack[place] = way
        isSettled = false
      }
    }
  }
  return prices.map((price, place) => price - (slack[place] ?? 0))
}
