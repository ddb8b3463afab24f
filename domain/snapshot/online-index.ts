import { usStates } from '../us-state.ts'
import { minutesAWeek } from './free-hours.ts'
import { noFamily, regions } from './layout.ts'
import { type Row, byKindAndTopic } from './row.ts'
import { holdsState, licencesIn, needsLicence } from './signature.ts'
import type { FamilyPlace } from './zone-families.ts'

interface Given {
  signatures: Uint32Array
  licences: Uint32Array
  inFamilies: readonly FamilyPlace[]
}

const meetsOnline = ({ group }: Row) => group.formats.some((format) => format !== 'in-person')

/** Where people may join a run from: anywhere, or the states of its licences. */
const regionsOf = (signature: number, { signatures, licences }: Given) => {
  if (!needsLicence(signatures, signature)) return [0]
  const list = licencesIn(signatures, signature)
  return [...usStates.keys()].filter((state) => holdsState(licences, list, state)).map((state) => 1 + state)
}

/**
 * For each kind and topic, runs of groups that meet online and differ in no more than when and by what name, in the order of
 * the week: whoever looks for the soonest begins now and stops early. Each run is listed by where it may be joined from.
 */
export const onlineIndex = (rows: readonly Row[], given: Given) => {
  const { inFamilies } = given
  const runs = { signatures: [] as number[], families: [] as number[], starts: [] as number[] }
  const slots: number[] = []
  const slotRows: number[] = []
  const lists: number[] = []
  const listStarts = [0]

  const keyOf = ({ signature, zone, begins }: Row) =>
    signature * 2 ** 16 + (begins > 0 ? noFamily : (inFamilies[zone]?.family ?? 0))
  const slotsInFamily = ({ slots, zone, begins }: Row) =>
    begins > 0
      ? [0]
      : slots.map((slot) => (slot + (inFamilies[zone]?.aheadMinutes ?? 0) + minutesAWeek) % minutesAWeek)

  const addRun = (key: number, members: readonly Row[]) => {
    runs.signatures.push(Math.floor(key / 2 ** 16))
    runs.families.push(key % 2 ** 16)
    runs.starts.push(slots.length)
    const entries = members
      .flatMap((row) => slotsInFamily(row).map((slot) => ({ slot, row })))
      .toSorted((one, other) => one.slot - other.slot || one.row.rank - other.row.rank)
    for (const { slot, row } of entries) {
      slots.push(slot)
      slotRows.push(row.index)
    }
  }

  for (const ofTopic of byKindAndTopic(rows.filter(meetsOnline))) {
    const byRegion: number[][] = Array.from({ length: regions }, () => [])
    // The largest first: they fill the list of the best, and most of the others need no more than a glance.
    const largestFirst = [...Map.groupBy(ofTopic, keyOf)].toSorted(
      ([, one], [, other]) => other.length - one.length,
    )
    for (const [key, members] of largestFirst) {
      for (const region of regionsOf(Math.floor(key / 2 ** 16), given))
        byRegion[region]?.push(runs.starts.length)
      addRun(key, members)
    }
    for (const list of byRegion) {
      for (const run of list) lists.push(run)
      listStarts.push(lists.length)
    }
  }
  runs.starts.push(slots.length)
  return { runs, slots, slotRows, lists, listStarts }
}
