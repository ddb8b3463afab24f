import type { Adapters } from '../../../adapters/adapters.ts'
import type { Suggestion } from '../../../domain/matching/decision.ts'
import type { StaffStep, StepProblem } from '../../../domain/staff/step.ts'
import type { Standing } from '../../../domain/way/change.ts'
import { type RankNeeds, rankFor } from './group-choice.ts'

type Picked = { suggestion: Suggestion } | { problems: StepProblem[] } | { taken: string }

const isSameSet = (one: readonly string[], other: readonly string[]) =>
  new Set(one).size === new Set(other).size && one.every((item) => other.includes(item))

/**
 * The group that staff picked, as it is now. One that does not quite fit is taken only when exactly what it does not meet
 * was ticked: a rule that came up since has not been read by anyone.
 */
export const pickedGroup = async (
  { groupId, know }: Extract<StaffStep, { step: 'other-group' }>,
  { intake, referral }: Standing,
  adapters: RankNeeds & Pick<Adapters, 'groups'>,
): Promise<Picked> => {
  const group = await adapters.groups.find(groupId)
  if (group === null) return { problems: [{ field: 'groupId', problem: 'required' }] }
  const { places, near } = await rankFor(intake, referral?.groupId ?? null, [group], adapters)
  const [fits] = places
  if (fits) return { suggestion: fits }
  const [miss] = near
  if (!miss) return { taken: group.name }
  const rules = miss.exclusions.map(({ rule }) => rule)
  return isSameSet(know, rules)
    ? { suggestion: miss.suggestion }
    : { problems: [{ field: 'know', problem: 'not-ticked' }] }
}
