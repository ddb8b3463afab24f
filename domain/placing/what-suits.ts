import type { Group } from '../groups/group.ts'
import { sortGroups } from '../matching/choose-group.ts'
import type { Asking } from '../matching/eligibility.ts'

/** A group that someone could go to, and what a place in it is worth to them, beside what theirs are worth to others. */
export interface Worth {
  groupId: string
  worth: number
}

export interface Suited extends Worth {
  /** Before any price. */
  points: number
}

/**
 * What a place is worth in the group that suits someone best: for everyone the same. Points tell groups apart for one person,
 * and not people: whoever asks for much could have many points, and does not count for more because of that.
 */
export const bestWorth = 1000

/**
 * Every group with places that suits someone, full ones too, each worth as much less than the best as it has fewer points, before
 * any price. What shares no topic with them never suits, and is left out before the rules are read one by one: many are asked
 * about at once.
 */
export const whatSuits = (asking: Asking, directory: readonly Group[]): Suited[] => {
  const { topics } = asking.request
  const candidates = directory.filter(
    (group) => group.enrolment === 'places' && group.topics.some((topic) => topics.includes(topic)),
  )
  const { places, full } = sortGroups(candidates, asking)
  const suggestions = [...places, ...full].map(({ suggestion }) => suggestion)
  const most = Math.max(...suggestions.map(({ score }) => score))
  return suggestions.map(({ groupId, score }) => ({
    groupId,
    points: score,
    worth: bestWorth - (most - score),
  }))
}
