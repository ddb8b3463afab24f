import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** All the chance of one run: the same seed always gives the same. */
export const seededChance = (seed: number) => {
  const generator = xoroshiro128plus(seed)
  const random = () => uniformInt(generator, 0, 0xff_ff_ff_ff) / 2 ** 32

  return {
    /** A number from 0 up to 1. */
    random,
    /** Whether something happens that does in this share of all cases. */
    happens: (share: number) => share > 0 && random() < share,
    between: (from: number, to: number) => from + random() * (to - from),
    pick: <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0],
    bytes: (count: number) => Uint8Array.from({ length: count }, () => uniformInt(generator, 0, 255)),
  }
}

export type Chance = ReturnType<typeof seededChance>
