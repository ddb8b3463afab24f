/** Chance that is the same at every run: the mulberry32 sequence of a seed. */
export const seededChance = (seed: number) => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  const oneOf = <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0]
  /** One of these, each as likely as its weight says. */
  const weighted = <T>(choices: readonly (readonly [number, T])[]): T => {
    let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, value] of choices) if ((left -= weight) < 0) return value
    const last = choices.at(-1)
    if (!last) throw new Error('There is nothing to choose from.')
    return last[1]
  }
  const isSo = (probability: number) => next() < probability
  /** Around zero, by the normal distribution. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return { next, below, oneOf, weighted, isSo, normal }
}

export type Chance = ReturnType<typeof seededChance>
