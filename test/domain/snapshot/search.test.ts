import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Group } from '../../../domain/group.ts'
import { idAt } from '../../../domain/snapshot/ids.ts'
import { type Snapshot, openSnapshot } from '../../../domain/snapshot/open.ts'
import { pack } from '../../../domain/snapshot/pack.ts'
import { searchSnapshot } from '../../../domain/snapshot/search.ts'
import { anyAsking, anyGroups } from '../../support/any-groups.ts'
import { plainlyRanked } from '../../support/plainly-ranked.ts'

const snapshotOf = (groups: readonly Group[], packedAt = '2026-02-01T00:00:00Z'): Snapshot => {
  const opened = openSnapshot(pack(groups, packedAt))
  if ('unreadable' in opened) throw new Error(opened.unreadable)
  return opened
}

const limits = { places: 3, open: 3, full: 3 }
const firstOf = (ranked: ReturnType<typeof plainlyRanked>) => ({
  places: ranked.places.slice(0, 3),
  open: ranked.open.slice(0, 3),
  full: ranked.full.slice(0, 3),
})

const numRuns = 800

describe('searching the snapshot', () => {
  it('finds the same groups with the same points in the same order as the rules do one by one', () => {
    fc.assert(
      fc.property(anyGroups, anyAsking, (groups, asking) => {
        const { rowsTouched: _, ...found } = searchSnapshot(snapshotOf(groups), asking, { limits })

        expect(found).toEqual(firstOf(plainlyRanked(asking, groups)))
      }),
      { numRuns },
    )
  })

  it('finds the same when places have prices', () => {
    fc.assert(
      fc.property(
        anyGroups,
        anyAsking,
        fc.infiniteStream(fc.constantFrom(0, 0, 25, 200, 1200)),
        (groups, asking, stream) => {
          const snapshot = snapshotOf(groups)
          const prices = Int16Array.from(groups, () => stream.next().value ?? 0)
          const priceOf = (id: string) =>
            prices[groups.findIndex((_, rank) => idAt(snapshot.ids, rank) === id)] ?? 0
          const { rowsTouched: _, ...found } = searchSnapshot(snapshot, asking, { limits, prices })

          expect(found).toEqual(firstOf(plainlyRanked(asking, groups, priceOf)))
        },
      ),
      { numRuns: numRuns / 4 },
    )
  })
})
