import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Group } from '../../../../domain/groups/group.ts'
import type { Asking } from '../../../../domain/matching/eligibility.ts'
import { idAt } from '../../../../domain/matching/snapshot/ids.ts'
import { type Snapshot, openSnapshot } from '../../../../domain/matching/snapshot/open.ts'
import { pack } from '../../../../domain/matching/snapshot/pack.ts'
import { searchSnapshot } from '../../../../domain/matching/snapshot/search.ts'
import { anyAsking, anyGroups } from '../../../support/any-groups.ts'
import { aGroup, asking } from '../../../support/builders.ts'
import { plainlyRanked } from '../../../support/plainly-ranked.ts'

const snapshotOf = (groups: readonly Group[], manyInBlock?: number): Snapshot => {
  const opened = openSnapshot(pack(groups, '2026-02-01T00:00:00Z', manyInBlock))
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

  it.each([1, 4])('finds the same where a block is told apart by cell from %i of its groups on', (many) => {
    fc.assert(
      fc.property(anyGroups, anyAsking, (groups, asking) => {
        const { rowsTouched: _, ...found } = searchSnapshot(snapshotOf(groups, many), asking, { limits })

        expect(found).toEqual(firstOf(plainlyRanked(asking, groups)))
      }),
      { numRuns: numRuns / 2 },
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

  const at = (latitude: number, longitude: number) => ({ name: null, address: null, latitude, longitude })
  const personAt = (latitude: number, longitude: number) =>
    asking({
      home: { latitude, longitude, timeZone: 'America/Los_Angeles', usState: 'CA' },
      asks: { topics: ['worry', 'low-mood'], meet: ['in-person'], travelMiles: 50 },
    })
  const finds = (person: Asking, groups: readonly Group[]) => {
    for (const many of [1, 100]) {
      const { rowsTouched: _, ...found } = searchSnapshot(snapshotOf(groups, many), person, { limits })
      expect(found).toEqual(firstOf(plainlyRanked(person, groups)))
    }
    return plainlyRanked(person, groups).places.map(({ groupId }) => groupId)
  }

  it('finds what is across the date line', () => {
    const groups = [179.9, -179.9].map((longitude, index) =>
      aGroup({ groupId: `feed/${index}`, topics: ['worry'], venue: at(-17, longitude) }),
    )

    expect(finds(personAt(-17, 179.95), groups)).toEqual(['feed/0', 'feed/1'])
    expect(finds(personAt(-17, -179.99), groups)).toEqual(['feed/1', 'feed/0'])
  })

  it('looks further than enough groups at the door, for one that is for more of what was asked', () => {
    const near = [1, 2, 3].map((index) =>
      aGroup({ groupId: `feed/near-${index}`, topics: ['worry'], venue: at(37.3, -121.9) }),
    )
    const both = aGroup({ groupId: 'feed/both', topics: ['worry', 'low-mood'], venue: at(37.6, -121.9) })

    expect(finds(personAt(37.3, -121.9), [...near, both])[0]).toBe('feed/both')
  })

  it('looks into a cell further on, for the one of its groups that has what was asked', () => {
    const near = [1, 2, 3].map((index) =>
      aGroup({ groupId: `feed/near-${index}`, topics: ['worry'], offers: [], venue: at(37.3, -121.9) }),
    )
    const further = [4, 5].map((index) =>
      aGroup({
        groupId: `feed/further-${index}`,
        topics: ['worry'],
        offers: index === 4 ? [] : ['captions'],
        venue: at(37.35, -121.9),
      }),
    )
    const person = personAt(37.3, -121.9)
    person.request.wishes = { captions: 'nice' }

    expect(finds(person, [...near, ...further])[0]).toBe('feed/further-5')
  })
})
