import { type Unreadable, unseal } from './container.ts'
import type { Ids } from './ids.ts'
import { type About, listsHere, oddPlace, perDegree, snapshotVersion } from './layout.ts'

/** Whole numbers, as long as the largest of them needs. */
type Whole = Uint8Array | Uint16Array | Uint32Array

/** The columns of a snapshot, laid over its bytes. Rows are groups, in the order in which `pack` put them. */
export interface Snapshot {
  about: About
  ids: Ids
  /** Where each group stands in the order of ids, and a number for its name: groups of one name share it. */
  rank: Uint32Array
  name: Uint32Array
  signature: Whole
  schedule: Whole
  /** Of the located groups, which come first. */
  latitudes: Int32Array
  longitudes: Int32Array
  oddPlaces: Float64Array
  signatures: Uint32Array
  licences: Uint32Array
  /** The codes of each set of languages. */
  languageSets: readonly (readonly string[])[]
  scheduleZone: Whole
  scheduleBegins: Whole
  sessionStarts: Uint32Array
  sessions: Uint16Array
  /** Where groups meet in the room: by kind and topic first the blocks that have some, then the cells of those that have many. */
  squares: Uint32Array
  squareStarts: Uint32Array
  squareRows: Uint32Array
  squareDirectory: Uint32Array
  /** A bit for each tag that some group in the room has: for each kind and topic, and for each cell. */
  roomTags: Uint32Array
  cellTags: Uint32Array
  /** Lists of sessions that are joined from home: what each is of, where it begins, and its sessions in order of the week. */
  listKeys: Uint32Array
  listStarts: Uint32Array
  listSlots: Uint16Array
  listRows: Uint32Array
  /** For each list its tags, and for each of those the places in the list of what has it. */
  listTagStarts: Uint32Array
  listTags: Whole
  taggedStarts: Uint32Array
  tagged: Whole
  tagSizes: Uint32Array
  /** All that it takes in memory. */
  bytes: number
}

/** Lays a snapshot over its bytes, which must not change after. Nothing is copied or parsed but the table of contents. */
export const openSnapshot = (bytes: Uint8Array): Snapshot | { unreadable: Unreadable } => {
  const opened = unseal(snapshotVersion, bytes)
  if ('unreadable' in opened) return opened
  // Written by `pack`, as the version and the checksum say.
  const about = opened.about as About
  if (about.lists !== listsHere) return { unreadable: 'other-version' }
  // `pack` writes each column in the type that is asked for here.
  const words = (name: string) => opened.column(name) as Uint32Array
  const slots = (name: string) => opened.column(name) as Uint16Array
  const degrees = (name: string) => opened.column(name) as Int32Array
  const whole = (name: string) => opened.column(name) as Whole
  return {
    about,
    ids: { blocks: words('idBlocks'), text: opened.column('idText') as Uint8Array, count: about.groups },
    rank: words('rank'),
    name: words('name'),
    signature: whole('signature'),
    schedule: whole('schedule'),
    latitudes: degrees('latitudes'),
    longitudes: degrees('longitudes'),
    oddPlaces: opened.column('oddPlaces') as Float64Array,
    signatures: words('signatures'),
    licences: words('licences'),
    languageSets: about.languageSets.map((codes) => codes.split(',')),
    scheduleZone: whole('scheduleZone'),
    scheduleBegins: whole('scheduleBegins'),
    sessionStarts: words('sessionStarts'),
    sessions: slots('sessions'),
    squares: words('squares'),
    squareStarts: words('squareStarts'),
    squareRows: words('squareRows'),
    squareDirectory: words('squareDirectory'),
    roomTags: words('roomTags'),
    cellTags: words('cellTags'),
    listKeys: words('listKeys'),
    listStarts: words('listStarts'),
    listSlots: slots('listSlots'),
    listRows: words('listRows'),
    listTagStarts: words('listTagStarts'),
    listTags: whole('listTags'),
    taggedStarts: words('taggedStarts'),
    tagged: whole('tagged'),
    tagSizes: words('tagSizes'),
    bytes: bytes.byteLength,
  }
}

/** The place of a located group on the map, exactly as its directory gave it. */
export const latitudeOf = ({ latitudes, longitudes, oddPlaces }: Snapshot, row: number) => {
  const latitude = latitudes[row] ?? 0
  return latitude === oddPlace ? (oddPlaces[longitudes[row] ?? 0] ?? 0) : latitude / perDegree
}

export const longitudeOf = ({ latitudes, longitudes, oddPlaces }: Snapshot, row: number) => {
  const longitude = longitudes[row] ?? 0
  return latitudes[row] === oddPlace ? (oddPlaces[longitude + 1] ?? 0) : longitude / perDegree
}
