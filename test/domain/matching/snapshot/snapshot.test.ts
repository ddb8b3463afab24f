import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { openHomes } from '../../../../bench/matching/homes.ts'
import { syntheticGroups } from '../../../../bench/matching/synthetic-groups.ts'
import { syntheticPeople } from '../../../../bench/matching/synthetic-people.ts'
import { idAt, packIds, rankOf } from '../../../../domain/matching/snapshot/ids.ts'
import { openSnapshot } from '../../../../domain/matching/snapshot/open.ts'
import { pack } from '../../../../domain/matching/snapshot/pack.ts'
import { searchSnapshot } from '../../../../domain/matching/snapshot/search.ts'
import { aGroup, anOpenMeeting } from '../../../support/builders.ts'

const now = Date.parse('2026-11-23T17:00:00Z')
const packedAt = new Date(now).toISOString()
const packed = () => pack([aGroup(), anOpenMeeting()], packedAt)

describe('a snapshot of the groups', () => {
  it('opens as it was packed', () => {
    const opened = openSnapshot(packed())

    expect(opened).toMatchObject({ about: { groups: 2, active: 2, packedAt } })
  })

  it('can be opened wherever its bytes begin', () => {
    const bytes = packed()
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)

    expect(openSnapshot(moved.subarray(3))).toMatchObject({ about: { groups: 2 } })
  })

  it('is not opened when any bit of it is not as it was written', () => {
    fc.assert(
      fc.property(fc.nat(packed().length * 8 - 1), (bit) => {
        const bytes = packed()
        bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) ^ (1 << (bit & 7))

        expect(openSnapshot(bytes)).toHaveProperty('unreadable')
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['empty', new Uint8Array()],
    ['a piece of it', packed().subarray(0, 256)],
    ['something else', new TextEncoder().encode('<html>Not here</html>   ')],
  ])('is not opened from bytes that are %s', (_, bytes) => {
    expect(openSnapshot(bytes)).toHaveProperty('unreadable')
  })

  it('is left to code that knows its version', () => {
    const bytes = packed()
    bytes[4] = 99

    expect(openSnapshot(bytes)).toEqual({ unreadable: 'other-version' })
  })

  it('keeps every id, and finds each', () => {
    const anyIds = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 120 })
    fc.assert(
      fc.property(anyIds, (given) => {
        const ids = given.toSorted((one, other) => (one < other ? -1 : 1))
        const kept = packIds(ids)

        expect(ids.map((_, rank) => idAt(kept, rank))).toEqual(ids)
        expect(ids.map((id) => rankOf(kept, id))).toEqual([...ids.keys()])
        expect(rankOf(kept, 'not one of them')).toBe(-1)
      }),
      { numRuns: 100 },
    )
  })

  /** Counts, and no times: they are the same on every machine. */
  it('lets a search of 100,000 groups look at no more than 2,500, and takes 48 bytes for each', () => {
    const homeOf = openHomes()
    const snapshot = openSnapshot(pack(syntheticGroups(100_000, { homeOf, now }), packedAt))
    if ('unreadable' in snapshot) throw new Error(snapshot.unreadable)

    const touched = syntheticPeople(1_000, { homeOf, now })
      .map((asking) => searchSnapshot(snapshot, asking, { limits: { places: 10, open: 10 } }).rowsTouched)
      .toSorted((one, other) => one - other)

    expect(touched[989]).toBeLessThanOrEqual(2_500)
    expect(snapshot.bytes / 100_000).toBeLessThanOrEqual(48)
  })
})
