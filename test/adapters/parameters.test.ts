import { describe, expect, it } from 'vitest'

import { parameters } from '../../adapters/parameters.ts'

const minute = 60_000

/** A Parameter Store whose one key is `stored`, or that is away. */
const open = (now: () => number) => {
  const store = { stored: 'first', isAway: false, asked: 0 }
  const read = parameters(
    {
      getParameters: async ({ Names: [Name = ''] }) => {
        store.asked += 1
        if (store.isAway) throw new Error('away')
        return { Parameters: [{ Name, Value: store.stored }] }
      },
    },
    ['/key', '/other'],
    now,
  )
  return { store, read }
}

describe('parameters', () => {
  it('are read in one call, and not again for a quarter of an hour', async () => {
    let now = 0
    const { store, read } = open(() => now)

    await Promise.all([read.get('/key'), read.get('/key')])
    now = 14 * minute
    await read.get('/key')

    expect(store.asked).toBe(1)
  })

  it('that were rotated reach a running function within a quarter of an hour', async () => {
    let now = 0
    const { store, read } = open(() => now)
    await read.get('/key')
    store.stored = 'second'

    now = 16 * minute

    expect(await read.get('/key')).toBe('second')
  })

  it('serve on as they were while Parameter Store is away', async () => {
    let now = 0
    const { store, read } = open(() => now)
    await read.get('/key')
    store.isAway = true

    now = 16 * minute

    expect(await read.get('/key')).toBe('first')
  })

  it('that could not be read at first are asked for again, and one that is missing names itself', async () => {
    const { store, read } = open(() => 0)
    store.isAway = true
    await expect(read.get('/key')).rejects.toThrow('away')
    store.isAway = false

    expect(await read.get('/key')).toBe('first')
    await expect(read.get('/other')).rejects.toThrow('/other')
  })
})
