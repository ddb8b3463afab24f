import type { Group } from '../../domain/groups/group.ts'
import type { Asking } from '../../domain/matching/eligibility.ts'

/** The ten best of each kind: id and points, best first. */
export interface Answer {
  places: string[]
  open: string[]
}

export const limit = 10

/** What a person is told, as text that two engines can be compared by. */
export const told = (groupId: string, score: number) => `${groupId} ${score}`

export interface Peer {
  name: string
  /** How many of the people it is asked for at most: some take too long for all. */
  people: number
  answer: (asking: Asking) => Answer | Promise<Answer>
  close: () => Promise<void> | void
}

/** A peer that answers with other things than ours, and how many of its answers were not what it should have said. */
export interface FilterPeer {
  name: string
  people: number
  answer: (asking: Asking) => string[] | Promise<string[]>
  close: () => Promise<void> | void
}

/** What products that filter can be asked: the topic, the days, and how far. */
export const plainFilter =
  (groups: readonly Group[], isNear: (group: Group, asking: Asking) => boolean) => (asking: Asking) => {
    const { topics, days } = asking.request
    return groups
      .filter(
        (group) =>
          group.status === 'active' &&
          topics.some((topic) => group.topics.includes(topic)) &&
          (days.length === 0 || group.sessions.some(({ weekday }) => days.includes(weekday))) &&
          isNear(group, asking),
      )
      .map(({ groupId }) => groupId)
      .toSorted()
  }
