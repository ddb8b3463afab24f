import type { Group } from '../../groups/group.ts'
import type { Session } from '../../groups/schedule.ts'
import { topics } from '../../groups/topic.ts'
import { usStates } from '../../groups/us-state.ts'
import { cellOf, latitudeCell, longitudeCell } from './cells.ts'
import { kindOf, kinds, licencesOf } from './signature.ts'

/** A group on its way into a snapshot, with what decides where it will stand there. */
export interface Spot {
  group: Group
  /** Its place in the order of ids. */
  rank: number
  /** Where it meets in the room; Infinity for a group that does not, or that is not on the map. */
  cell: number
  kind: number
  /** Minutes of the week at which it begins, by its own clock. */
  slots: readonly number[]
  /** The first topic that it is looked for under, and the first state that it is licensed in: -1 where it needs no licence. */
  topic: number
  state: number
}

const slotOf = ({ weekday, startsAt }: Session) =>
  (weekday - 1) * 1440 + Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3))

const isLocated = ({ formats, venue }: Group) =>
  formats.includes('in-person') && venue !== null && venue.latitude !== null && venue.longitude !== null

const cellOfVenue = ({ venue }: Group) =>
  cellOf(latitudeCell(venue?.latitude ?? 0), longitudeCell(venue?.longitude ?? 0))

export const spotOf = (group: Group, rank: number): Spot => ({
  group,
  rank,
  cell: isLocated(group) ? cellOfVenue(group) : Infinity,
  kind: kinds.indexOf(kindOf(group)),
  slots: [...new Set(group.sessions.map(slotOf))].toSorted((one, other) => one - other),
  topic: topics.findIndex((topic) => group.topics.includes(topic)),
  state:
    licencesOf(group) === null ? -1 : usStates.findIndex((state) => group.licensedStates?.includes(state)),
})

/**
 * What is looked at one after the other lies side by side, for a search waits for memory more than for anything else: groups on
 * the map by cell, and after them those that are joined from home, in the order of the lists that they stand in.
 */
export const besideEachOther = (one: Spot, other: Spot) => {
  if (one.cell !== other.cell) return one.cell - other.cell
  if (one.cell !== Infinity) return one.rank - other.rank
  return (
    one.kind - other.kind ||
    one.topic - other.topic ||
    one.state - other.state ||
    (one.slots[0] ?? 0) - (other.slots[0] ?? 0) ||
    one.rank - other.rank
  )
}
