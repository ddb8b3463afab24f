import type { Group } from '../../domain/groups/group.ts'
import { milesTo } from '../../domain/matching/eligibility.ts'
import type { FilterPeer } from './peer.ts'

/**
 * How tsml-ui narrows its list, by its description: an index of ids for each type and each day, and the lists of what was
 * picked intersected one after the other, each id looked for in the whole of the next list. Nearness is a last filter.
 */
export const tsmlFilter = (groups: readonly Group[], people: number): FilterPeer => {
  const byId = new Map(groups.map((group) => [group.groupId, group]))
  const idsWhere = (is: (group: Group) => boolean) => groups.filter(is).map(({ groupId }) => groupId)
  const ofTopic = new Map<string, string[]>()
  const onDay = new Map<number, string[]>()
  const running = idsWhere(({ status }) => status === 'active')
  return {
    name: "tsml-ui's filter",
    people,
    answer: ({ request, home }) => {
      const union = <Key>(
        keys: readonly Key[],
        index: Map<Key, string[]>,
        has: (group: Group, key: Key) => boolean,
      ) => {
        const all = keys.map((key) => {
          const known = index.get(key) ?? idsWhere((group) => has(group, key))
          index.set(key, known)
          return known
        })
        return [...new Set(all.flat())]
      }
      const picked = [
        union(request.topics, ofTopic, ({ topics }, topic) => topics.some((one) => one === topic)),
        ...(request.days.length > 0
          ? [
              union(request.days, onDay, ({ sessions }, day) =>
                sessions.some(({ weekday }) => weekday === day),
              ),
            ]
          : []),
      ]
      const matched = picked.reduce((left, list) => left.filter((id) => list.includes(id)), running)
      return matched.filter((id) => {
        const group = byId.get(id)
        const miles = group ? milesTo(group, home) : null
        return miles !== null && miles <= request.travelMiles
      })
    },
    close: () => {},
  }
}
