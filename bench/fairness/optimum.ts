import { freePlaces } from '../../domain/groups/group.ts'
import { bestPlacing } from '../../domain/placing/best-placing.ts'
import type { Option } from '../../domain/placing/placing-problem.ts'
import { type Measure, type Placed, patienceDays, valueOf } from './policies.ts'
import type { Person, Region } from './region.ts'

/**
 * The best placing that someone could have found who knew from the first day who would ask and which places would be given
 * up: every place free at first, and every one given up later, to whom it is worth most to all together, within each
 * person's patience. No policy can know that much: it is what they are measured against.
 */
export const optimumOf = ({ groups, arrivals, releases }: Region, by: Measure): Map<Person, Placed> => {
  const places = [
    ...groups.map((group) => ({ groupId: group.groupId, from: -Infinity, count: freePlaces(group) })),
    ...releases.map(({ at, groupId }) => ({ groupId, from: at, count: 1 })),
  ].filter(({ count }) => count > 0)
  const placesOf = Map.groupBy(places.keys(), (place) => places[place]?.groupId ?? '')
  const placedAt = (person: Person, place: number): Placed => {
    const { groupId = '', from = 0 } = places[place] ?? {}
    return { groupId, waited: Math.max(0, from - person.arrives) }
  }
  const optionsOf = (person: Person): Option[] =>
    person.suited
      .flatMap(({ groupId }) => placesOf.get(groupId) ?? [])
      .filter((place) => placedAt(person, place).waited <= patienceDays)
      .map((place) => ({ place, worth: valueOf(person, placedAt(person, place), by) }))
      .filter(({ worth }) => worth > 0)

  const { placeOf } = bestPlacing({
    capacities: places.map(({ count }) => count),
    people: arrivals.map(optionsOf),
  })
  return new Map(
    arrivals.flatMap((person, number) => {
      const place = placeOf[number] ?? null
      return place === null ? [] : [[person, placedAt(person, place)]]
    }),
  )
}
