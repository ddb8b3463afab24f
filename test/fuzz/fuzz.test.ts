import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { entries } from './entries.ts'
import { entry } from './entry.ts'
import { type People, openPeople } from './people.ts'

/** A little of what `npm run fuzz` gives, and the same each time. */
const inputs = 1500
const seed = 1

describe('whatever is sent', () => {
  let people: People

  beforeAll(async () => {
    people = await openPeople()
  })
  afterAll(() => people.product.close())

  it.each(Object.entries(entries))('is answered or set aside, and breaks nothing: %s', async (_, open) => {
    const { share, run } = await open(people)

    expect((await run(Math.ceil((inputs * share) / 100), seed)).failures).toEqual([])
  })

  it('would be seen if it broke something, or if a branch were never tried', async () => {
    const given = { share: 1, inputs: fc.nat(9) }
    const broken = entry({
      ...given,
      mustReach: [],
      give: (digit) => {
        if (digit > 6) throw new Error('seven')
        return []
      },
    })
    const untried = entry({ ...given, mustReach: ['0', 'ten'], give: (digit) => [String(digit)] })

    expect((await broken.run(100, 1)).failures[0]).toContain('Counterexample: [7]')
    expect((await untried.run(100, 1)).failures).toEqual(['Not reached: ten'])
  })
})
