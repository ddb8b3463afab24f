import type { Group } from '../groups/group.ts'
import type { PlacePrices } from '../placing/place-prices.ts'
import { type Ranked, bestFirst, isWithinThought, sortGroups, suggest } from './choose-group.ts'
import type { Exclusion, Suggestion } from './decision.ts'
import { type Asking, closestFormat, eligibilityOf, isFull } from './eligibility.ts'

/** Rules that no member of staff can set aside: the law, the group's own, or that there is no place. */
const cannotBeSetAside: ReadonlySet<string> = new Set([
  'not-running',
  'other-age',
  'not-licensed-there',
  'full',
])

/** A group with a place that does not quite fit, as it would be if staff and the person let go of what it does not meet. */
export interface NearMiss {
  suggestion: Suggestion
  exclusions: Exclusion[]
}

interface Ranking {
  /** Groups that fit and have a place, best first. */
  places: Suggestion[]
  /** Groups that fit and have no place now. */
  full: Suggestion[]
  /** What staff could still pick, knowing what it does not meet; what has least in its way first. */
  near: NearMiss[]
}

const isForSomethingElse = (exclusions: readonly Exclusion[]) =>
  exclusions.some(({ rule }) => rule === 'other-topic')

/** A reason that a group does not have must not be given for it: not here, and not in the letter to the person. */
const withoutTopic = ({ suggestion, group }: Ranked): Ranked => {
  const reasons = suggestion.reasons.filter(({ because }) => because !== 'topic')
  const score = reasons.reduce((sum, { points }) => sum + points, 0)
  return { group, suggestion: { ...suggestion, reasons, score } }
}

const nearMissOf = (group: Group, asking: Asking, prices: PlacePrices | null): (Ranked & NearMiss)[] => {
  const eligibility = eligibilityOf(group, asking)
  const format = closestFormat(group, asking)
  if (!('exclusions' in eligibility) || format === null) return []
  const { exclusions } = eligibility
  const isOut =
    group.enrolment === 'open' ||
    isFull(group) ||
    exclusions.some((one) => cannotBeSetAside.has(one.rule) || !isWithinThought(one, asking))
  if (isOut) return []
  const ranked = suggest(group, format, asking, prices)
  return [{ ...(isForSomethingElse(exclusions) ? withoutTopic(ranked) : ranked), exclusions }]
}

/** What a member of staff picks from by hand: the order of the machine's own choice, and what stands in the way of others. */
export const rankGroups = (
  asking: Asking,
  directory: readonly Group[],
  prices: PlacePrices | null = null,
): Ranking => {
  const { places, full } = sortGroups(directory, asking, prices)
  const near = directory
    .flatMap((group) => nearMissOf(group, asking, prices))
    .toSorted((one, other) => one.exclusions.length - other.exclusions.length || bestFirst(one, other))
  return {
    places: places.toSorted(bestFirst).map(({ suggestion }) => suggestion),
    full: full.toSorted(bestFirst).map(({ suggestion }) => suggestion),
    near: near.map(({ suggestion, exclusions }) => ({ suggestion, exclusions })),
  }
}
