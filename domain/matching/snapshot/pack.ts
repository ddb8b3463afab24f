import type { Group } from '../../groups/group.ts'
import { type Column, seal, shortest } from './container.ts'
import { packIds } from './ids.ts'
import { inPersonIndex } from './in-person-index.ts'
import { type About, listsHere, oddPlace, perDegree, snapshotVersion } from './layout.ts'
import { onlineIndex } from './online-index.ts'
import type { Row } from './row.ts'
import { kinds, licencesOf, signatureOf, wordsOfSignature } from './signature.ts'
import { besideEachOther, spotOf } from './spot.ts'
import { dayMs } from './zone-clock.ts'
import { zoneFamilies } from './zone-families.ts'

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

const distinct = <Key>() => {
  const known = new Map<Key, number>()
  return {
    known,
    indexOf: (key: Key) => {
      const found = known.get(key)
      if (found !== undefined) return found
      known.set(key, known.size)
      return known.size - 1
    },
  }
}

const dayOf = (date: string) => Date.parse(date) / dayMs

/** A beginning two days ago is past in every zone, and a group that has begun meets like any other. */
const beginsOn = ({ startsOn }: Group, packedAt: string) => {
  const day = startsOn === null ? 0 : dayOf(startsOn)
  return day * dayMs < Date.parse(packedAt) - 2 * dayMs ? 0 : day
}

/** Where located groups meet; whatever is not a whole number of ten-millionths is kept as it is. */
const placesOf = (rows: readonly Row[]) => {
  const latitudes = new Int32Array(rows.length)
  const longitudes = new Int32Array(rows.length)
  const odd: number[] = []
  for (const [index, { group }] of rows.entries()) {
    const { latitude, longitude } = {
      latitude: group.venue?.latitude ?? 0,
      longitude: group.venue?.longitude ?? 0,
    }
    const isWhole = [latitude, longitude].every(
      (degrees) => Math.round(degrees * perDegree) / perDegree === degrees,
    )
    latitudes[index] = isWhole ? Math.round(latitude * perDegree) : oddPlace
    longitudes[index] = isWhole ? Math.round(longitude * perDegree) : odd.length
    if (!isWhole) odd.push(latitude, longitude)
  }
  return { latitudes, longitudes, oddPlaces: Float64Array.from(odd) }
}

/** From so many groups of a kind and topic on, a block is told apart by cell: that takes twelve bytes a cell, and spares looking at most. */
const manyInBlock = 32

/** The columns that a search reads, of every group there is, as one piece of memory. `packedAt` is when they were read. */
export const pack = (groups: readonly Group[], packedAt: string, many = manyInBlock): Uint8Array => {
  const sorted = groups.toSorted((one, other) => byText(one.groupId, other.groupId))
  const zones = distinct<string>()
  const names = distinct<string>()
  const signatureWords: number[] = []
  const signatureKeys = distinct<string>()
  const licenceWords: number[] = []
  const licenceKeys = distinct<string>()
  const schedules: Pick<Row, 'slots' | 'begins' | 'zone'>[] = []
  const scheduleKeys = distinct<string>()

  const licencesFor = (group: Group) => {
    const licences = licencesOf(group) ?? [0, 0]
    const found = licenceKeys.indexOf(licences.join())
    if (2 * found === licenceWords.length) licenceWords.push(...licences)
    return found
  }
  const languageSets = distinct<string>()
  const languagesFor = (group: Group) => languageSets.indexOf(group.languages.toSorted(byText).join())
  const signatureFor = (group: Group) => {
    const words = signatureOf(group, licencesFor(group), languagesFor(group))
    const found = signatureKeys.indexOf(words.join())
    if (wordsOfSignature * found === signatureWords.length) signatureWords.push(...words)
    return found
  }
  const spots = sorted.map(spotOf).toSorted(besideEachOther)
  const rows = spots.map((spot, index): Row => {
    const { group, slots } = spot
    const zone = zones.indexOf(group.timeZone)
    const begins = beginsOn(group, packedAt)
    const schedule = scheduleKeys.indexOf(`${zone} ${begins} ${slots.join()}`)
    if (schedule === schedules.length) schedules.push({ slots, begins, zone })
    return { ...spot, index, signature: signatureFor(group), schedule, begins, zone }
  })
  const located = rows.filter(({ cell }) => cell !== Infinity)
  const signatures = Uint32Array.from(signatureWords)
  const licences = Uint32Array.from(licenceWords)
  const families = zoneFamilies([...zones.known.keys()], Date.parse(packedAt))
  const ids = packIds(sorted.map(({ groupId }) => groupId))
  const inPerson = inPersonIndex(located, signatures, many)
  const online = onlineIndex(rows, {
    signatures,
    licences,
    inFamilies: families.places,
    familyCount: families.firsts.length,
  })
  const sessionStarts = [0]
  for (const { slots } of schedules) sessionStarts.push((sessionStarts.at(-1) ?? 0) + slots.length)

  const about: About = {
    packedAt,
    groups: rows.length,
    active: rows.filter(({ kind }) => kinds[kind] !== 'not-running').length,
    located: located.length,
    zones: [...zones.known.keys()],
    families: families.firsts,
    inFamilies: families.places,
    languageSets: [...languageSets.known.keys()],
    lists: listsHere,
  }
  return seal(snapshotVersion, about, {
    ...placesOf(located),
    idBlocks: ids.blocks,
    idText: ids.text,
    rank: Uint32Array.from(rows, ({ rank }) => rank),
    name: Uint32Array.from(rows, ({ group }) => names.indexOf(group.name.toLowerCase())),
    signature: shortest(rows.map(({ signature }) => signature)),
    schedule: shortest(rows.map(({ schedule }) => schedule)),
    signatures,
    licences,
    scheduleZone: shortest(schedules.map(({ zone }) => zone)),
    scheduleBegins: shortest(schedules.map(({ begins }) => begins)),
    sessionStarts: Uint32Array.from(sessionStarts),
    sessions: Uint16Array.from(schedules.flatMap(({ slots }) => slots)),
    squares: Uint32Array.from(inPerson.squares),
    squareStarts: Uint32Array.from(inPerson.starts),
    squareRows: Uint32Array.from(inPerson.rows),
    squareDirectory: Uint32Array.from(inPerson.directory),
    roomTags: Uint32Array.from(inPerson.listTags),
    cellTags: Uint32Array.from(inPerson.cellTags),
    listKeys: Uint32Array.from(online.keys),
    listStarts: Uint32Array.from(online.starts),
    listSlots: Uint16Array.from(online.slots),
    listRows: Uint32Array.from(online.slotRows),
    listTagStarts: Uint32Array.from(online.tagStarts),
    listTags: shortest(online.tags),
    taggedStarts: Uint32Array.from(online.taggedStarts),
    tagged: shortest(online.tagged),
    tagSizes: Uint32Array.from(online.tagSizes),
  } satisfies Record<string, Column>)
}
