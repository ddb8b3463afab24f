import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { sealer } from '../../adapters/seals.ts'

const content = z.object({ staffId: z.string() })
const ada = { staffId: 'ada-brook' }
const old = { 1: 'the first key of the ring, long enough' }
const both = { ...old, 2: 'the second key of the ring, long enough' }

const withRing = (ring: Record<string, string>) => sealer(async () => JSON.stringify(ring))

describe('what is sealed', () => {
  it('opens for its purpose alone', async () => {
    const seals = withRing(old)
    const sealed = await seals.seal('session', ada)

    expect(await seals.open('session', sealed, content)).toEqual(ada)
    expect(await seals.open('form-token', sealed, content)).toBeNull()
    expect(await seals.open('signing-in', sealed, content)).toBeNull()
  })

  it('opens after a new key came, and is then sealed with the new one', async () => {
    const before = await withRing(old).seal('session', ada)
    const after = await withRing(both).seal('session', ada)

    expect(await withRing(both).open('session', before, content)).toEqual(ada)
    expect(await withRing(old).open('session', after, content)).toBeNull()
  })

  it('is over when its key is taken away', async () => {
    const sealed = await withRing(old).seal('session', ada)

    expect(await withRing({ 2: both[2] }).open('session', sealed, content)).toBeNull()
  })

  it('cannot be read, and is never the same twice', async () => {
    const seals = withRing(old)
    const [one, other] = [await seals.seal('session', ada), await seals.seal('session', ada)]

    expect(one).not.toBe(other)
    for (const part of one.split('.'))
      expect(Buffer.from(part, 'base64url').toString('latin1')).not.toContain('ada')
  })

  it.each([
    undefined,
    '',
    'x',
    '....',
    'eyJhbGciOiJub25lIn0.e30.',
    'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0....',
  ])('is nothing that anyone else can write: %s', async (forged) => {
    expect(await withRing(old).open('session', forged, content)).toBeNull()
  })

  it('is nothing that no longer has the shape it should have', async () => {
    const seals = withRing(old)

    expect(await seals.open('session', await seals.seal('session', { id: 'ada' }), content)).toBeNull()
  })
})
