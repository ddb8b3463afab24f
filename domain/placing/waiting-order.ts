import type { Group } from '../groups/group.ts'
import type { Asking } from '../matching/eligibility.ts'
import { type Worth, bestWorth, whatSuits } from './what-suits.ts'

interface Waiting {
  intakeId: string
  since: string
  asking: Asking
}

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** What is shared among the groups that suit someone: whoever has one alone has all of it there. In points, as groups differ by. */
const claimInAll = 400

/** How strong someone's claim to a place in one of the groups is that suit them: the fewer those are, and the better this one. */
const claimTo = (groupId: string, suited: readonly Worth[]) => {
  const worth = suited.find((one) => one.groupId === groupId)?.worth ?? 0
  return claimInAll / suited.length - (bestWorth - worth)
}

/** Of those whom this group suits, whoever has the strongest claim to a place in it first, then whoever has waited longest. */
export const strongestClaimFirst = <
  One extends { intakeId: string; since: string; suited: readonly Worth[] },
>(
  groupId: string,
  waiting: readonly One[],
): One[] =>
  waiting
    .map((one) => ({ one, claim: claimTo(groupId, one.suited) }))
    .toSorted(
      ({ one, claim }, { one: other, claim: otherClaim }) =>
        otherClaim - claim || byText(one.since, other.since) || byText(one.intakeId, other.intakeId),
    )
    .map(({ one }) => one)

/**
 * Who is placed first when a group has a place: of those it is right for, whoever has the fewest other groups to hope for,
 * unless it suits another so much better. By points alone, those with a need that few groups meet would wait behind those
 * whom any group suits; by their number alone, a place would go to someone whom it hardly suits.
 */
export const inWaitingOrder = (
  group: Group,
  waiting: readonly Waiting[],
  directory: readonly Group[],
): string[] =>
  strongestClaimFirst(
    group.groupId,
    waiting
      // Few of those who wait could come here, and only of them all groups are asked.
      .filter(({ asking }) => whatSuits(asking, [group]).length > 0)
      .map(({ asking, ...who }) => ({ ...who, suited: whatSuits(asking, directory) })),
  ).map(({ intakeId }) => intakeId)
