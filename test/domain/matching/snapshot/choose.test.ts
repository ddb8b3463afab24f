import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Group } from '../../../../domain/groups/group.ts'
import { chooseGroup } from '../../../../domain/matching/choose-group.ts'
import type { Asking } from '../../../../domain/matching/eligibility.ts'
import { chooseFromShortlist, idsOf, shortlist } from '../../../../domain/matching/snapshot/choose.ts'
import { openSnapshot } from '../../../../domain/matching/snapshot/open.ts'
import { pack } from '../../../../domain/matching/snapshot/pack.ts'
import type { PlacePrices } from '../../../../domain/placing/place-prices.ts'
import { anyAsking, anyGroups } from '../../../support/any-groups.ts'
import { aGroup, anOpenMeeting, asking } from '../../../support/builders.ts'

const snapshotOf = (groups: readonly Group[]) => {
  const opened = openSnapshot(pack(groups, '2026-02-01T00:00:00Z'))
  if ('unreadable' in opened) throw new Error(opened.unreadable)
  return opened
}

interface Given {
  prices?: PlacePrices | null
  taken?: ReadonlySet<string>
  /** The groups as they are when they are read. */
  now?: readonly Group[]
}

const choose = (
  packed: readonly Group[],
  person: Asking,
  { prices = null, taken, now = packed }: Given = {},
) => {
  const list = shortlist(snapshotOf(packed), person, { prices, ...(taken && { taken }) })
  const ids = idsOf(list)
  return chooseFromShortlist(
    list,
    person,
    now.filter(({ groupId }) => ids.includes(groupId)),
    prices,
  )
}

/** The table gives those that run. */
const running = (groups: readonly Group[]) => groups.filter(({ status }) => status === 'active')

const full = (group: Group) => ({ ...group, placesTaken: group.capacity })

const anyPrices = fc.infiniteStream(fc.constantFrom(0, 0, 25, 50, 300))
const pricesFor = (groups: readonly Group[], stream: Iterator<number>): PlacePrices => ({
  version: 7,
  setAt: '2026-02-01T00:00:00Z',
  byGroup: Object.fromEntries([
    ['another/group', { points: 25, people: 1, places: 1 }],
    ...groups.map(({ groupId }) => [groupId, { points: stream.next().value ?? 0, people: 9, places: 2 }]),
  ]),
})

const numRuns = 400

describe('choosing from the packed groups', () => {
  it('gives the decision that the rules give over all groups, to the last count', () => {
    fc.assert(
      fc.property(anyGroups, anyAsking, (groups, person) => {
        expect(choose(groups, person)).toEqual({ decision: chooseGroup(person, running(groups)) })
      }),
      { numRuns },
    )
  })

  it('gives the same with prices of places, and with places that were refused', () => {
    fc.assert(
      fc.property(anyGroups, anyAsking, anyPrices, fc.nat(3), (groups, person, stream, gone) => {
        const prices = pricesFor(groups, stream)
        const { held, alternatives } = chooseGroup(person, running(groups), prices)
        const taken = new Set([held, ...alternatives].slice(0, gone).flatMap((one) => one?.groupId ?? []))
        const without = groups.map((group) => (taken.has(group.groupId) ? full(group) : group))

        expect(choose(groups, person, { prices, taken, now: without })).toEqual({
          decision: chooseGroup(person, running(without), prices),
        })
      }),
      { numRuns },
    )
  })

  it('reads no more than eleven groups, however many there are', () => {
    fc.assert(
      fc.property(anyGroups, anyAsking, (groups, person) => {
        expect(idsOf(shortlist(snapshotOf(groups), person)).length).toBeLessThanOrEqual(11)
      }),
      { numRuns: 100 },
    )
  })

  const tuesday = aGroup({ groupId: 'a/tuesday', name: 'Tuesday' })
  const spare = aGroup({ groupId: 'b/spare', name: 'Spare' })
  const meeting = anOpenMeeting({ groupId: 'c/meeting', name: 'Meeting', topics: tuesday.topics })

  it.each([
    ['full', full(tuesday)],
    ['paused', { ...tuesday, status: 'paused' as const }],
    ['for another age', { ...tuesday, minimumAge: 65 }],
  ])('names a group that has become %s since it was packed, and chooses without it', (_, changed) => {
    const now = [changed, spare, meeting]

    expect(choose([tuesday, spare, meeting], asking(), { now })).toEqual({ changed: ['a/tuesday'] })
    const second = choose([tuesday, spare, meeting], asking(), { now, taken: new Set(['a/tuesday']) })
    expect(second).toMatchObject({ decision: { held: { groupId: 'b/spare' } } })
  })

  it('names a group that is no longer there, and an open meeting that does not meet any more', () => {
    const paused = { ...meeting, status: 'paused' as const }

    expect(choose([tuesday, spare, meeting], asking(), { now: [tuesday, paused] })).toEqual({
      changed: ['b/spare', 'c/meeting'],
    })
  })

  it('tells of a group as it is now, not as it was packed', () => {
    const moved = { ...tuesday, version: 9, name: 'Tuesday, upstairs' }

    expect(choose([tuesday], asking(), { now: [moved] })).toMatchObject({
      decision: { held: { groupVersion: 9, name: 'Tuesday, upstairs' } },
    })
  })
})
