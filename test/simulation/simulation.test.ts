import { beforeAll, describe, expect, it } from 'vitest'

import { promises } from './promises.ts'
import { type SeedResult, runSeed } from './run-seed.ts'

const seeds = 100

describe(`whatever goes wrong, in ${seeds} histories of bad days at AWS`, () => {
  const results: SeedResult[] = []

  beforeAll(async () => {
    for (let seed = 1; seed <= seeds; seed += 1) results.push(await runSeed(seed))
  }, 540_000)

  it.each(Object.keys(promises))('%s', (promise) => {
    const broken = results.flatMap(({ seed, violations }) =>
      violations.filter((one) => one.promise === promise).map(({ how }) => `seed ${seed}: ${how}`),
    )

    expect(broken).toEqual([])
  })

  it('does go wrong, in each of them and often, and letters go out all the same', () => {
    expect(results.filter(({ troubledCalls }) => troubledCalls < 20)).toEqual([])
    expect(results.filter(({ letters }) => letters === 0)).toEqual([])
  })

  it('is the same history for the same seed', async () => {
    const [first, second] = [results[0], await runSeed(1)]

    expect(second.fingerprint).toBe(first?.fingerprint)
    expect(second.calls).toBe(first?.calls)
  })
})
