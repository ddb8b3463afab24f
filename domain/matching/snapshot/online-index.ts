import { topics } from '../../groups/topic.ts'
import { usStates } from '../../groups/us-state.ts'
import { minutesAWeek } from './free-hours.ts'
import { anywhere, common, listKey, manyStates, ownWeek, tagCount } from './layout.ts'
import { type Row, byKindAndTopic } from './row.ts'
import { basicsOf, holdsState, licencesIn, needsLicence, setsOf } from './signature.ts'
import { tagsOf } from './tags.ts'
import type { FamilyPlace } from './zone-families.ts'

interface Given {
  signatures: Uint32Array
  licences: Uint32Array
  inFamilies: readonly FamilyPlace[]
  familyCount: number
}

/** A group licensed in more states than this stands in one list with others such, and not in one for each. */
const mostStates = 3

/** What more than one in so many groups has is no way to find those that have it. */
const rareShare = 3

const meetsOnline = ({ group }: Row) => group.formats.some((format) => format !== 'in-person')

/** Where people may join a group from: anywhere, the states of its licences, or many of them. */
const regionsOf = (signature: number, { signatures, licences }: Given) => {
  if (!needsLicence(basicsOf(signatures, signature))) return [anywhere]
  const list = licencesIn(setsOf(signatures, signature))
  const states = [...usStates.keys()].filter((state) => holdsState(licences, list, state))
  return states.length > mostStates ? [manyStates] : states.map((state) => 1 + state)
}

/** How many groups of one kind and topic have each tag; what is common is marked as such. */
const sizesOf = (tagged: readonly (readonly number[])[]) => {
  const sizes = Array.from({ length: tagCount }, () => 0)
  for (const tags of tagged) for (const tag of tags) sizes[tag] = (sizes[tag] ?? 0) + 1
  return sizes.map((size) => (size * rareShare > tagged.length ? common : size))
}

interface Entry {
  slot: number
  row: Row
  tags: readonly number[]
}

/**
 * For each kind and topic the sessions of groups that meet online, in the order of the week: whoever looks for the soonest
 * begins now and stops early. A list for each state that a licence holds in, and each family of zones. `tagged` picks from a
 * list what few of the groups have, by its place there: those who ask for it look at that first.
 */
export const onlineIndex = (rows: readonly Row[], given: Given) => {
  const { inFamilies, familyCount } = given
  const lists = new Map<number, Entry[]>()
  const tagSizes: number[] = []

  const add = (list: number, row: Row, tags: readonly number[]) => {
    const { family, aheadMinutes } = inFamilies[row.zone] ?? { family: 0, aheadMinutes: 0 }
    const isOwn = row.begins > 0
    for (const region of regionsOf(row.signature, given)) {
      const key = listKey(list, region, isOwn ? ownWeek(familyCount) : family, familyCount)
      const entries = lists.get(key) ?? []
      lists.set(key, entries)
      if (isOwn) entries.push({ slot: 0, row, tags: [] })
      else
        for (const slot of row.slots)
          entries.push({ slot: (slot + aheadMinutes + minutesAWeek) % minutesAWeek, row, tags })
    }
  }

  for (const [list, members] of byKindAndTopic(rows.filter(meetsOnline)).entries()) {
    const tagged = members.map((row) => tagsOf(row, list % topics.length, given.signatures))
    const sizes = sizesOf(tagged)
    tagSizes.push(...sizes)
    for (const [index, row] of members.entries())
      add(list, row, tagged[index]?.filter((tag) => sizes[tag] !== common) ?? [])
  }

  const keys: number[] = []
  const starts: number[] = []
  const slots: number[] = []
  const slotRows: number[] = []
  const tags: number[] = []
  const tagStarts: number[] = []
  const taggedStarts: number[] = []
  const tagged: number[] = []
  for (const [key, entries] of [...lists].toSorted(([one], [other]) => one - other)) {
    keys.push(key)
    starts.push(slots.length)
    tagStarts.push(tags.length)
    entries.sort((one, other) => one.slot - other.slot || one.row.rank - other.row.rank)
    const picks = new Map<number, number[]>()
    for (const [place, entry] of entries.entries()) {
      slots.push(entry.slot)
      slotRows.push(entry.row.index)
      for (const tag of entry.tags) {
        const places = picks.get(tag) ?? []
        picks.set(tag, places)
        places.push(place)
      }
    }
    for (const [tag, places] of picks) {
      tags.push(tag)
      taggedStarts.push(tagged.length)
      for (const place of places) tagged.push(place)
    }
  }
  starts.push(slots.length)
  tagStarts.push(tags.length)
  taggedStarts.push(tagged.length)
  return { keys, starts, slots, slotRows, tags, tagStarts, tagged, taggedStarts, tagSizes }
}
