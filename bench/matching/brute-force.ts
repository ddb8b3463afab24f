import type { Group } from '../../domain/groups/group.ts'
import { bestFirst, sortGroups } from '../../domain/matching/choose-group.ts'
import { type Asking, barsGroup } from '../../domain/matching/eligibility.ts'
import { type Answer, type Peer, limit, told } from './peer.ts'

/**
 * The rules themselves over groups one by one: the oracle. What no way of meeting can mend (`barsGroup`) is looked at first,
 * and the ways only of groups that are left.
 */
export const rankAll = (asking: Asking, groups: readonly Group[]): Answer => {
  const left = groups.filter((group) => barsGroup(group, asking).length === 0)
  const { places, open } = sortGroups(left, asking)
  const best = (ranked: typeof places) =>
    ranked
      .toSorted(bestFirst)
      .slice(0, limit)
      .map(({ suggestion }) => told(suggestion.groupId, suggestion.score))
  return { places: best(places), open: best(open) }
}

export const bruteForce = (groups: readonly Group[], people: number): Peer => ({
  name: 'brute force',
  people,
  answer: (asking) => rankAll(asking, groups),
  close: () => {},
})
