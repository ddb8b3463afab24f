import type { Group } from '../groups/group.ts'
import { type Asking, eligibilityOf } from './eligibility.ts'

interface Waiting {
  intakeId: string
  since: string
  asking: Asking
}

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

const isFor = (group: Group, asking: Asking) =>
  group.enrolment === 'places' && 'format' in eligibilityOf(group, asking)

/** Whoever has the fewest groups to hope for, then whoever has waited longest. */
export const fewestOptionsFirst = <One extends { intakeId: string; since: string; options: number }>(
  waiting: readonly One[],
): One[] =>
  waiting.toSorted(
    (one, other) =>
      one.options - other.options || byText(one.since, other.since) || byText(one.intakeId, other.intakeId),
  )

/**
 * Who is placed first when a group has a place: of those it is right for, whoever has the fewest other groups to hope
 * for, then whoever has waited longest. By score alone, those with a need that few groups meet would wait behind those
 * whom any group suits.
 */
export const inWaitingOrder = (
  group: Group,
  waiting: readonly Waiting[],
  directory: readonly Group[],
): string[] =>
  fewestOptionsFirst(
    waiting
      .filter(({ asking }) => isFor(group, asking))
      .map(({ intakeId, since, asking }) => ({
        intakeId,
        since,
        options: directory.filter((other) => isFor(other, asking)).length,
      })),
  ).map(({ intakeId }) => intakeId)
