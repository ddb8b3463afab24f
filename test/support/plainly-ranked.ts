import type { Group } from '../../domain/groups/group.ts'
import { type Ranked, bestFirst, sortGroups } from '../../domain/matching/choose-group.ts'
import type { Asking } from '../../domain/matching/eligibility.ts'
import type { FoundKind, Hit } from '../../domain/matching/snapshot/search.ts'

const hitOf = ({ suggestion }: Ranked): Hit => ({
  groupId: suggestion.groupId,
  format: suggestion.format,
  score: suggestion.score,
  startsAt: Date.parse(suggestion.nextSessionAt ?? ''),
})

/** What the rules say of every group, one by one, in their own order: what any faster way has to agree with. */
export const plainlyRanked = (
  asking: Asking,
  groups: readonly Group[],
  priceOf: (groupId: string) => number = () => 0,
): Record<FoundKind, Hit[]> => {
  const { places, open, full } = sortGroups(groups, asking)
  const priced = (ranked: readonly Ranked[]) =>
    ranked.map((one) => ({
      ...one,
      suggestion: { ...one.suggestion, score: one.suggestion.score - priceOf(one.group.groupId) },
    }))
  return {
    places: priced(places).toSorted(bestFirst).map(hitOf),
    open: open.toSorted(bestFirst).map(hitOf),
    full: priced(full).toSorted(bestFirst).map(hitOf),
  }
}
