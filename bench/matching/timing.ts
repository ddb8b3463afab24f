import type { Asking } from '../../domain/matching/eligibility.ts'

const middle = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0
/** What this part of the values, in order, is not more than. */
export const share = (sorted: readonly number[], part: number) =>
  sorted[Math.ceil(sorted.length * part) - 1] ?? 0

const figuresOf = (took: readonly number[][], of: (values: readonly number[]) => number = middle) => {
  const each = took.map(of).toSorted((one, other) => one - other)
  return { p50Ms: share(each, 0.5), p99Ms: share(each, 0.99) }
}

/**
 * Asks a peer and us in turn, person by person, so that whatever else the machine does meets both. Each is asked `rounds`
 * times for each person after a first for nothing, and the median of those counts; 0 rounds: the first counts.
 */
export const beside = async <Told>(
  people: readonly Asking[],
  rounds: number,
  us: (asking: Asking) => unknown,
  peer: (asking: Asking) => Told | Promise<Told>,
) => {
  const answers: Told[] = []
  const took: number[][] = people.map(() => [])
  const tookUs: number[][] = people.map(() => [])
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, asking] of people.entries()) {
      const begun = performance.now()
      us(asking)
      const between = performance.now()
      const given = peer(asking)
      answers[index] = given instanceof Promise ? await given : given
      const ended = performance.now()
      if (round === 0 && rounds > 0) continue
      tookUs[index]?.push(between - begun)
      took[index]?.push(ended - between)
    }
  return { answers, figures: { people: people.length, ...figuresOf(took), us: figuresOf(tookUs) } }
}

/** A round of us is over in a tenth of a second, and takes longer while the processor and its caches have other work in mind. */
const roundsForNothing = 10

/**
 * Asks each by itself, everyone one after the other: a round of the peer, then rounds of us until we are warm, and one that
 * counts. And so again, because a machine that others share has better minutes and worse. Of each person the middle time counts, and,
 * told apart from it, the fastest: that is the one in which least came between.
 */
export const roundByRound = async (
  people: readonly Asking[],
  turns: number,
  us: (asking: Asking) => unknown,
  peer: (asking: Asking) => unknown,
) => {
  const took: number[][] = people.map(() => [])
  const tookUs: number[][] = people.map(() => [])
  const askAll = async (answer: (asking: Asking) => unknown, into: number[][] | null) => {
    for (const [index, asking] of people.entries()) {
      const begun = performance.now()
      const given = answer(asking)
      if (given instanceof Promise) await given
      into?.[index]?.push(performance.now() - begun)
    }
  }
  await askAll(peer, null)
  for (let turn = 0; turn < turns; turn += 1) {
    await askAll(peer, took)
    for (let warm = 0; warm < roundsForNothing; warm += 1) await askAll(us, null)
    await askAll(us, tookUs)
  }
  const fastest = (values: readonly number[]) => Math.min(...values)
  return {
    middle: { ...figuresOf(took), us: figuresOf(tookUs) },
    fastest: { ...figuresOf(took, fastest), us: figuresOf(tookUs, fastest) },
  }
}

/** Milliseconds, the median of seven times. */
export const manyTimes = (what: () => unknown) =>
  middle(
    Array.from({ length: 7 }, () => {
      const begun = performance.now()
      what()
      return performance.now() - begun
    }),
  )
