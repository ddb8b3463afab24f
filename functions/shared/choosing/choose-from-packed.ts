import type { Adapters } from '../../../adapters/adapters.ts'
import type { Decision } from '../../../domain/matching/decision.ts'
import type { Asking } from '../../../domain/matching/eligibility.ts'
import { chooseFromShortlist, idsOf, shortlist } from '../../../domain/matching/snapshot/choose.ts'
import type { Snapshot } from '../../../domain/matching/snapshot/open.ts'
import type { PlacePrices } from '../../../domain/placing/place-prices.ts'
import { readGroups } from './read-groups.ts'

/** If so many shortlists in a row name groups that have changed, the packing is of no use any more. */
const mostShortlists = 10

/**
 * Chooses from the packed groups, and reads by key the few that it names: those are as they are now. A group that refuses
 * is read once more, because something in it may have changed; if it refuses again, it counts as full.
 */
export const chooseFromPacked = (
  snapshot: Snapshot,
  { groupsByKey }: Pick<Adapters, 'groupsByKey'>,
  prices: PlacePrices | null,
) => {
  const taken = new Set<string>()
  const refusedOnce = new Set<string>()

  return {
    /** Null when nearly every group that it would name has changed since. */
    async choose(asking: Asking): Promise<Decision | null> {
      for (let tries = 0; tries < mostShortlists; tries += 1) {
        const list = shortlist(snapshot, asking, { prices, taken })
        const groups = await readGroups(groupsByKey.find(idsOf(list)))
        const chosen = chooseFromShortlist(list, asking, groups, prices)
        if ('decision' in chosen) return chosen.decision
        for (const groupId of chosen.changed) taken.add(groupId)
      }
      return null
    },
    refused(groupId: string) {
      if (refusedOnce.has(groupId)) taken.add(groupId)
      refusedOnce.add(groupId)
      groupsByKey.forget(groupId)
    },
  }
}
