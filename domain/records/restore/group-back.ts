import type { Group } from '../../groups/group.ts'
import { type Referral, holdsPlace } from '../../way/referral.ts'
import type { Back } from './verdict.ts'

/** How many places are taken in each group, by the referrals that hold one. */
export const placesHeld = (referrals: Iterable<Pick<Referral, 'groupId' | 'state'>>) => {
  const held = new Map<string, number>()
  for (const { groupId, state } of referrals)
    if (holdsPlace(state)) held.set(groupId, (held.get(groupId) ?? 0) + 1)
  return held
}

/**
 * A group as it comes back: its facts from the back-up, its places from the referrals of now. Where there is not one
 * referral, these were lost as well: then the places stay as they were, so that none is given away twice.
 */
export const groupBack = (
  restored: Group,
  { live, held }: { live: Group | null; held: ReadonlyMap<string, number> | null },
): Back<Group> => ({
  row: {
    ...restored,
    placesTaken: live?.placesTaken ?? (held ? (held.get(restored.groupId) ?? 0) : restored.placesTaken),
    version: Math.max(restored.version, live ? live.version + 1 : 0),
  },
  because: 'counted-anew',
})
