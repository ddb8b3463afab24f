import { deepEqual, ok } from 'node:assert/strict'

import fc from 'fast-check'
import * as z from 'zod/mini'

import { readMeetingGuide } from '../../../adapters/directories/meeting-guide.ts'
import { ownGroupsColumns, readOwnGroups } from '../../../adapters/directories/own-groups-csv.ts'
import { type DirectoryReading, UnreadableFile } from '../../../adapters/directories/reading.ts'
import { formats } from '../../../domain/groups/format.ts'
import { groupFactsSchema } from '../../../domain/groups/group.ts'
import { programmeNames } from '../../../domain/groups/programme.ts'
import { saysWhat, topics } from '../../../domain/groups/topic.ts'
import { keptForWishes } from '../../../domain/groups/wish.ts'
import { entry } from '../entry.ts'
import { brokenText, nearly, oddText, oddValue } from '../odd.ts'

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** A file is read, row by row, or refused with a sentence for the person who chose it. */
const read = (reading: () => DirectoryReading): string[] => {
  let result: DirectoryReading
  try {
    result = reading()
  } catch (failure) {
    if (!(failure instanceof UnreadableFile)) throw failure
    ok(failure.message.length > 20)
    return ['refused']
  }
  for (const { facts, externalId, status } of result.groups) {
    deepEqual(z.parse(groupFactsSchema, JSON.parse(JSON.stringify(facts))), facts)
    ok(externalId.length > 0 && externalId.length <= 210)
    // Half a letter comes back from the table as another one: the group would change every night.
    for (const text of textsIn([facts, externalId, status])) ok(text.isWellFormed(), `Half a letter: ${text}`)
  }
  const ids = result.groups.map(({ externalId }) => externalId)
  ok(new Set(ids).size === ids.length, 'Two groups have one id.')
  for (const { reason, row } of result.skipped) ok(reason.length > 5 && row > 0)
  return [
    ...result.groups.flatMap(({ facts, status }) => [
      'read',
      ...facts.formats.map((format) => `format: ${format}`),
      ...(facts.venue ? ['venue'] : []),
      ...(facts.online ? ['online'] : []),
      ...(facts.sessions.length > 1 ? ['several sessions'] : []),
      ...(facts.keptFor.length > 0 ? ['kept for some'] : []),
      ...(facts.offers.length > 3 ? ['offers'] : []),
      ...(facts.languages[0] === 'en' ? [] : ['another language']),
      ...(facts.notes === null ? [] : ['notes']),
      ...(facts.url === null ? [] : ['url']),
      ...(facts.maximumAge === null ? [] : ['maximum age']),
      ...(facts.facilitator === null ? [] : ['facilitator']),
      ...(facts.startsOn === null ? [] : ['starts on']),
      ...(facts.costCents === null ? [] : ['cost']),
      ...(facts.licensedStates === null ? [] : ['licensed']),
      `enrolment: ${facts.enrolment}`,
      `programme: ${String(facts.programme)}`,
      `status: ${String(status)}`,
    ]),
    ...(result.skipped.length > 0 ? ['skipped'] : []),
    ...Object.keys(result.remarks).map((remark) => `remark: ${remark}`),
  ]
}

const readBranches = [
  'refused',
  'read',
  'skipped',
  ...formats.map((format) => `format: ${format}`),
  'venue',
  'online',
  'several sessions',
  'kept for some',
  'offers',
  'another language',
  'notes',
  'url',
  'maximum age',
  'cost',
  ...programmeNames.map((name) => `programme: ${name}`),
]

const oneOf = (...values: unknown[]) => fc.constantFrom(...values)

/** The fields of the Meeting Guide format, with what feeds write into them. */
const meeting = fc.record(
  {
    name: oneOf(
      'Evening Light',
      'Ma\u00C3\u00B1ana',
      '<b>Big</b> Book &amp; &#128512; &#xD83D;',
      7,
      '"Quoted"',
    ),
    slug: oneOf('evening-light', 'noon', 12, 'noon'),
    day: oneOf(0, '1', 'Tuesday', [1, 3], 'Mon, Wed', 9, null),
    time: oneOf('19:00', '7 PM', 'noon', '25:99', '', 1900),
    end_time: oneOf('20:30', '00:30', '18:00', 'x'),
    timezone: oneOf('America/Denver', 'PST', 'Eastern Time', 'Mars/Olympus'),
    types: oneOf(
      ['W', 'X'],
      'M, S',
      ['TC'],
      ['Y'],
      ['ONL', 'LGBTQ', 'ASL', 'BA'],
      [null, 3],
      'sign language',
    ),
    formatted_address: oneOf('12 Elm St, San Jose, CA 95112, USA', 'San Jose, CA, USA', ''),
    address: oneOf('12 Elm St @ Oak', null),
    city: oneOf('San Jose', ''),
    state: oneOf('CA'),
    postal_code: oneOf('95112', 601, 'SW1A 1AA'),
    country: oneOf('US', 'Canada'),
    approximate: oneOf('yes', 'no'),
    attendance_option: oneOf('online', 'In Person', 'hybrid', 'inactive'),
    latitude: oneOf(37.3, '91', 0, 'x'),
    longitude: oneOf(-121.9, 0),
    coordinates: oneOf('37.3,-121.9', '1,2,3,4'),
    location: oneOf('Riverside Hall', ''),
    conference_url: oneOf('https://zoom.us/j/123', 'zoom.us/j/1', 'javascript:alert(1)'),
    conference_url_notes: oneOf('Passcode 12'),
    conference_phone: oneOf('+1 312 555 0123,,99#', 'call 312-555-0123 at seven', '5'),
    notes: oneOf('Ring<br>twice', `${'x'.repeat(3999)}😀`, ''),
    url: oneOf('https://example.org/x', 'example.org', 'x y'),
  },
  { requiredKeys: [] },
)

const asTable = (rows: readonly Record<string, unknown>[]) => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [
    names.map((name) => name.replaceAll('_', ' ').toUpperCase()),
    ...rows.map((row) => names.map((one) => row[one])),
  ]
}

const feeds = fc
  .tuple(fc.array(meeting, { minLength: 1, maxLength: 4 }), fc.constantFrom('list', 'meetings', 'values'))
  .map(([meetings, shape]): unknown => {
    if (shape === 'list') return meetings
    return shape === 'meetings' ? { meetings } : { values: asTable(meetings) }
  })

const feedTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: feeds.map((feed) => JSON.stringify(feed)) },
  { weight: 5, arbitrary: nearly(feeds).map((feed) => JSON.stringify(feed) ?? '') },
  { weight: 1, arbitrary: brokenText(feeds.map((feed) => `\uFEFF${JSON.stringify(feed)}`)) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      oddText,
      oddValue.map((value) => JSON.stringify(value)),
    ),
  },
)

/** Directories in the Meeting Guide format, read for each programme. */
export const meetingGuideFiles = () =>
  entry<[text: string, programme: (typeof programmeNames)[number]]>({
    share: 10,
    inputs: fc.tuple(feedTexts, fc.constantFrom(...programmeNames)),
    mustReach: readBranches,
    give: ([text, programme]) =>
      read(() => readMeetingGuide(text, { programme, timeZone: 'America/Los_Angeles' })),
  })

type Column = (typeof ownGroupsColumns)[number]

const nothing = ['', '']
const usual: Record<Column, readonly string[]> = {
  id: ['tuesday-grief', 'online', 'third', 'tuesday-grief'],
  name: ['Tuesday grief group', '"Quoted"', 'Ma\u00C3\u00B1ana &#xDC00;'],
  topics: topics.filter(saysWhat),
  'led by': ['therapist', 'peer'],
  formats: [...formats, 'video; phone', 'In person'],
  sessions: ['Tue 19:00 90', 'Mon 7pm; Thu 19:00 60', '', 'Tuesday noon'],
  'time zone': ['America/Los_Angeles', '', 'PST'],
  enrolment: ['open', 'places'],
  places: ['10', '1', '0'],
  programme: [...nothing, ...programmeNames],
  'kept for': [...nothing, ...keptForWishes],
  offers: [...nothing, 'step-free; quiet; free; asl', 'fz'],
  languages: [...nothing, 'English; Spanish', 'es', 'ko', 'Klingon'],
  'minimum age': [...nothing, '18', '-1'],
  'maximum age': [...nothing, '99', '17.5'],
  'starts on': [...nothing, '2026-12-01', '2026-02-30'],
  'venue name': [...nothing, 'Riverside Hall'],
  address: ['1 Quay Street, San Jose, CA', ''],
  zip: ['95112', '601', '00000'],
  latitude: [...nothing, '37.3', '91'],
  longitude: [...nothing, '-121.9'],
  'online link': ['https://meet.example.org/x', '', 'x y'],
  'online phone': ['+15555550100', ''],
  'online notes': [...nothing, 'Number 12'],
  'cost USD': [...nothing, '15.50', 'free', '1e3'],
  'licensed states': [...nothing, 'CA; NV', 'ZZ'],
  notes: [...nothing, 'Ring\ntwice', `${'x'.repeat(3999)}😀`],
  link: [...nothing, 'example.org/x'],
  'facilitator name': [...nothing, 'Robin Vale', `${'x'.repeat(254)}😀`],
  'facilitator email': [...nothing, 'robin@example.org', 'robin@'],
  status: [...nothing, 'active', 'paused'],
}

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A row of right or wrong cells: most of the first that a column has, so that rows come through. */
const rows = fc.tuple(
  ...ownGroupsColumns.map((column) =>
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.constantFrom(usual[column][0] ?? '', usual[column][0] ?? '', ...usual[column]),
      },
      { weight: 12, arbitrary: fc.constant(usual[column][0] ?? '') },
      { weight: 1, arbitrary: oddText },
    ),
  ),
)

const tables = fc
  .tuple(fc.array(rows, { minLength: 1, maxLength: 3 }), fc.array(oddText, { maxLength: 1 }))
  .map(([all, odd]) =>
    [[...ownGroupsColumns, ...odd], ...all].map((row) => row.map(cell).join(',')).join('\n'),
  )

/** One right value of each cell of a column, in rows that are right beside it. */
const eachCell = ownGroupsColumns.flatMap((column) =>
  usual[column].map((value) => {
    const row = ownGroupsColumns.map((one) => cell(one === column ? value : (usual[one][0] ?? '')))
    return `${ownGroupsColumns.join(',')}\n${row.join(',')}`
  }),
)

/** Files of an organisation's own groups. */
export const ownGroupFiles = () =>
  entry<string>({
    share: 10,
    first: [...eachCell, 'a,b\n1,2', '"'],
    inputs: fc.oneof(
      { weight: 9, arbitrary: tables },
      { weight: 4, arbitrary: brokenText(tables) },
      { weight: 1, arbitrary: oddText },
    ),
    mustReach: [
      ...readBranches,
      'facilitator',
      'starts on',
      'licensed',
      'enrolment: open',
      'enrolment: places',
      'programme: null',
      'status: active',
      'status: paused',
      'status: null',
    ],
    give: (text) => read(() => readOwnGroups(text, { timeZone: null })),
  })
