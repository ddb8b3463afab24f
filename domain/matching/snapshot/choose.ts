import type { Group } from '../../groups/group.ts'
import type { PlacePrices } from '../../placing/place-prices.ts'
import { type Sorted, decide, howMany, openWithinMs, sortGroups } from '../choose-group.ts'
import type { Decision } from '../decision.ts'
import type { Asking } from '../eligibility.ts'
import { exclusionsOf } from './exclusions.ts'
import { idAt, rankOf } from './ids.ts'
import type { Snapshot } from './open.ts'
import { type PricesByRank, newQuery } from './query.ts'
import { searchSnapshot } from './search.ts'

/** The few groups that a decision for one person names, and what it says of all others. */
export interface Shortlist extends Pick<Decision, 'excluded' | 'groupsConsidered'> {
  places: string[]
  openMeetings: string[]
  nearMisses: string[]
}

const byRank = new WeakMap<PlacePrices, { snapshot: Snapshot; prices: PricesByRank }>()

/** Prices as a search reads them; the same two are asked for again and again. */
const pricesByRank = (snapshot: Snapshot, prices: PlacePrices): PricesByRank => {
  const known = byRank.get(prices)
  if (known?.snapshot === snapshot) return known.prices
  const made = new Int16Array(snapshot.about.groups)
  for (const [groupId, { points }] of Object.entries(prices.byGroup)) {
    const rank = rankOf(snapshot.ids, groupId)
    if (rank >= 0) made[rank] = points
  }
  byRank.set(prices, { snapshot, prices: made })
  return made
}

/** Finds which groups have to be read for this person. `taken` names groups that refused, or are not as they were packed. */
export const shortlist = (
  snapshot: Snapshot,
  asking: Asking,
  { prices = null, taken = new Set() }: { prices?: PlacePrices | null; taken?: ReadonlySet<string> } = {},
): Shortlist => {
  const leftOut = new Set([...taken].map((groupId) => rankOf(snapshot.ids, groupId)))
  const search = (given: Partial<Parameters<typeof searchSnapshot>[2]>) =>
    searchSnapshot(snapshot, asking, { limits: {}, taken: leftOut, ...given })
  const { places } = search({
    limits: { places: 1 + howMany.alternatives },
    prices: prices && pricesByRank(snapshot, prices),
  })
  const { open } = search({
    limits: { open: howMany.openMeetings },
    oneOfEachName: true,
    latestStart: asking.now.epochMilliseconds + openWithinMs,
  })
  const { excluded, near } = exclusionsOf(
    newQuery(snapshot, asking, { taken: leftOut }),
    asking,
    howMany.nearMisses,
  )
  return {
    places: places.map(({ groupId }) => groupId),
    openMeetings: open.map(({ groupId }) => groupId),
    nearMisses: near.map((rank) => idAt(snapshot.ids, rank)),
    excluded,
    groupsConsidered: snapshot.about.active,
  }
}

export const idsOf = ({ places, openMeetings, nearMisses }: Shortlist) => [
  ...places,
  ...openMeetings,
  ...nearMisses,
]

/** Groups of a shortlist that are now something else to this person than they were when they were packed. */
const changedSince = (list: Shortlist, sorted: Sorted): string[] => {
  const isAmong = (groups: readonly { group: Group }[]) => {
    const ids = new Set(groups.map(({ group }) => group.groupId))
    return (groupId: string) => ids.has(groupId)
  }
  const isPlace = isAmong(sorted.places)
  const isOpen = isAmong(sorted.open)
  const isNear = isAmong(sorted.near)
  return [
    ...list.places.filter((id) => !isPlace(id)),
    ...list.openMeetings.filter((id) => !isOpen(id)),
    ...list.nearMisses.filter((id) => !isNear(id)),
  ]
}

/**
 * The decision that `chooseGroup` makes over the whole directory, from a shortlist and its groups as they are now, by the
 * same rules. Or the groups that are no longer what they were packed as: then it takes another shortlist, without them.
 */
export const chooseFromShortlist = (
  list: Shortlist,
  asking: Asking,
  groups: readonly Group[],
  prices: PlacePrices | null = null,
): { decision: Decision } | { changed: string[] } => {
  const sorted = sortGroups(groups, asking, prices)
  const changed = changedSince(list, sorted)
  if (changed.length > 0) return { changed }
  const { excluded, groupsConsidered } = list
  const decision = decide({ ...sorted, excluded }, { asking, prices, groupsConsidered })
  return { decision: { ...decision, isFull: decision.held === null && (excluded.full ?? 0) > 0 } }
}
