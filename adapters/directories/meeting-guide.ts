import { type GroupFacts, groupFactsSchema } from '../../domain/groups/group.ts'
import { type Programme, programmes } from '../../domain/groups/programme.ts'
import { type Session, isTimeZone } from '../../domain/groups/schedule.ts'
import { clockTime, minutesBetween, minutesOf, usualMinutes, weekdayNamed } from './clock-time.ts'
import { meaningOf } from './meeting-guide-types.ts'
import { type Meeting, notesOf, whereOf } from './meeting-guide-where.ts'
import { oneLine, shortened, webAddress } from './plain-text.ts'
import { type DirectoryReading, UnreadableFile, remarksCounter } from './reading.ts'

type Remark = (sentence: string) => void

interface Options {
  programme: Programme
  /** The zone of meetings that name none, which is nearly all of them. */
  timeZone: string
}

const isObject = (value: unknown): value is Meeting =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Directories kept in a spreadsheet are rows under plain names: "Conference URL" for conference_url, ID for slug. */
const fromTable = ([header, ...rows]: unknown[][]): Meeting[] => {
  const keys = (header ?? []).map((name) => (oneLine(name) ?? '').toLowerCase().replaceAll(/\s+/g, '_'))
  return rows.map((row) => Object.fromEntries(keys.map((key, at) => [key === 'id' ? 'slug' : key, row[at]])))
}

const meetingsIn = (text: string): unknown[] => {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new UnreadableFile(
      'This is not a Meeting Guide file: it is not JSON, or it was cut off on the way.',
    )
  }
  const list = isObject(content) ? (content['meetings'] ?? content['values']) : content
  if (!Array.isArray(list))
    throw new UnreadableFile('This is not a Meeting Guide file: that would be a JSON list of meetings.')
  const meetings = list.length > 0 && list.every(Array.isArray) ? fromTable(list) : list
  const isMeeting = (one: unknown) => isObject(one) && ['name', 'slug', 'meeting'].some((key) => key in one)
  if (meetings.length > 0 && !meetings.some(isMeeting))
    throw new UnreadableFile(
      'This is not a Meeting Guide file: nothing in its list has the name or the slug of a meeting.',
    )
  return meetings
}

const zoneNames: Record<string, string> = {
  e: 'America/New_York',
  c: 'America/Chicago',
  m: 'America/Denver',
  p: 'America/Los_Angeles',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
}

const zoneOf = (meeting: Meeting, { timeZone }: Options, remark: Remark) => {
  const said = oneLine(meeting['timezone'])
  if (said === null) return timeZone
  if (isTimeZone(said)) return said
  const short = /^(?:([ecmp])[sd]?t|(eastern|central|mountain|pacific)( (standard |daylight )?time)?)$/i.exec(
    said,
  )
  const named = zoneNames[(short?.[1] ?? short?.[2] ?? '').toLowerCase()]
  if (named === undefined) remark('with a time zone that does not exist: they were given the one of the file')
  return named ?? timeZone
}

/** A list as it should be, or as a spreadsheet has it: words with commas between. */
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : (oneLine(value) ?? '').split(',')

/** Meeting Guide counts from Sunday as 0. */
const weekdayOf = (day: unknown) => {
  const text = oneLine(day) ?? ''
  return /^[0-6]$/.test(text) ? Number(text) || 7 : weekdayNamed(text)
}

const sessionsOf = (meeting: Meeting, remark: Remark): Session[] => {
  const start = minutesOf(oneLine(meeting['time']) ?? oneLine(meeting['start_time']) ?? '')
  const weekdays = [...new Set(listOf(meeting['day']).map(weekdayOf))].filter((day) => day !== null)
  if (start === null || weekdays.length === 0) {
    remark('without a day or a time: they meet by appointment')
    return []
  }
  const endText = oneLine(meeting['end_time'])
  const end = endText === null ? null : minutesOf(endText)
  const length = end === null ? null : minutesBetween(start, end)
  if (endText !== null && length === null) remark('with an end that cannot be right: they were given an hour')
  const startsAt = clockTime(start)
  const durationMinutes = length ?? usualMinutes
  return weekdays.toSorted((a, b) => a - b).map((weekday) => ({ weekday, startsAt, durationMinutes }))
}

/** No teenager is placed by a machine, and no adult is ever sent to Alateen. */
const oldestTeen = 17

const factsOf = (meeting: Meeting, name: string, options: Options, remark: Remark): GroupFacts => {
  const { programme } = options
  const meaning = meaningOf(
    programme,
    listOf(meeting['types']).map((type) => oneLine(type) ?? ''),
  )
  return {
    name: shortened(name, 255),
    programme,
    topics: meaning.topics ?? [...programmes[programme].topics],
    ledBy: 'peer',
    keptFor: meaning.keptFor,
    offers: ['twelve-step', 'peer-led', 'free', ...meaning.offers],
    languages: meaning.languages.length > 0 ? meaning.languages : ['en'],
    minimumAge: null,
    maximumAge: meaning.isForTeens ? oldestTeen : null,
    timeZone: zoneOf(meeting, options, remark),
    sessions: sessionsOf(meeting, remark),
    startsOn: null,
    ...whereOf(meeting, meaning.isPlaceClosed, remark),
    enrolment: 'open',
    capacity: 0,
    costCents: 0,
    licensedStates: null,
    notes: notesOf(meeting),
    url: webAddress(meeting['url']),
    facilitator: null,
  }
}

const firstOf = (meeting: Meeting, keys: string[]) =>
  keys.map((key) => oneLine(meeting[key])).find((text) => text !== null) ?? null

const unusedId = (id: string, used: Set<string>) => {
  let unused = id
  for (let copy = 1; used.has(unused); copy += 1) unused = `${id}-${copy}`
  used.add(unused)
  return unused
}

/** Reads a directory in the Meeting Guide format (github.com/code4recovery/spec), with the dirt that real feeds have. */
export const readMeetingGuide = (text: string, options: Options): DirectoryReading => {
  const meetings = meetingsIn(text)
  const { remarks, remark } = remarksCounter()
  const reading: DirectoryReading = { groups: [], skipped: [], remarks }
  const ids = new Set<string>()
  for (const [index, meeting] of meetings.entries()) {
    const row = index + 1
    const skip = (name: string | null, externalId: string | null, reason: string) =>
      reading.skipped.push({ row, externalId, name, reason })
    if (!isObject(meeting)) {
      skip(null, null, 'It is not a meeting: it has no fields.')
      continue
    }
    const name = firstOf(meeting, ['name', 'meeting', 'title', 'group', 'location'])
    const said = firstOf(meeting, ['slug', 'post_name', 'ID', 'id']) ?? name
    // It becomes part of a key, which may have 2,048 bytes.
    const slug = said === null ? null : shortened(said, 200)
    if (name === null || slug === null) {
      skip(name, slug, 'It has no name.')
      continue
    }
    const externalId = unusedId(slug, ids)
    if (externalId !== slug) remark('with the id of another row: they were given one of their own')
    const facts = groupFactsSchema.safeParse(factsOf(meeting, name, options, remark))
    if (facts.success) reading.groups.push({ row, externalId, facts: facts.data, status: null })
    else skip(name, externalId, `Its ${facts.error.issues[0]?.path.join(' ')} cannot be read.`)
  }
  return reading
}
