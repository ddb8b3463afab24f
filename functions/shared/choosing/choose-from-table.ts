import type { Adapters } from '../../../adapters/adapters.ts'
import type { Group } from '../../../domain/groups/group.ts'
import { chooseGroup } from '../../../domain/matching/choose-group.ts'
import type { Decision } from '../../../domain/matching/decision.ts'
import type { Asking } from '../../../domain/matching/eligibility.ts'
import type { PlacePrices } from '../../../domain/placing/place-prices.ts'
import { readGroups } from './read-groups.ts'

const withoutPlaces = (groups: readonly Group[], groupId: string) =>
  groups.map((group) => (group.groupId === groupId ? { ...group, placesTaken: group.capacity } : group))

/**
 * Chooses from all groups of the table. When a place is gone by the time it is taken, or when all seem to be full, what we
 * had read may be old: the groups are read afresh, once. After that a group that refuses counts as full.
 */
export const chooseFromTable = (
  { directory }: Pick<Adapters, 'directory'>,
  prices: PlacePrices | null,
  /** All seemed full already, by something that may be older than the table. */
  seemsFull: boolean,
) => {
  let groups: readonly Group[] | null = null
  let isFresh = false
  const readAfresh = async () => {
    isFresh = true
    return (groups = await readGroups(directory.freshGroups()))
  }

  return {
    async choose(asking: Asking): Promise<Decision> {
      groups ??= seemsFull ? await readAfresh() : await readGroups(directory.groups())
      const decision = chooseGroup(asking, groups, prices)
      return decision.isFull && !isFresh ? chooseGroup(asking, await readAfresh(), prices) : decision
    },
    async refused(groupId: string) {
      groups = isFresh && groups ? withoutPlaces(groups, groupId) : await readAfresh()
    },
  }
}
