import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { ownGroupsColumns, readOwnGroups } from '../../../adapters/directories/own-groups-csv.ts'

const columns: Record<string, string> = {
  id: 'tuesday-grief',
  name: 'Tuesday grief group',
  topics: 'grief',
  'led by': 'therapist',
  formats: 'in-person',
  sessions: 'Tue 19:00 90',
  'time zone': 'America/Los_Angeles',
  enrolment: 'places',
  places: '10',
  address: '1 Quay Street, San Jose, CA',
  zip: '95112',
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const csvOf = (...rows: Record<string, string>[]) => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n')
}
const read = (spoiled: Record<string, string> = {}) =>
  readOwnGroups(csvOf({ ...columns, ...spoiled }), { timeZone: null })
const facts = (spoiled: Record<string, string> = {}) => read(spoiled).groups[0]?.facts
const reason = (spoiled: Record<string, string>) => read(spoiled).skipped[0]?.reason

const ourFile = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

describe('the groups of an organisation', () => {
  it('are read as they are written', () => {
    expect(
      facts({
        'kept for': 'women; veterans',
        offers: 'step-free; quiet',
        languages: 'English; Spanish; ht',
        'minimum age': '18',
        'starts on': '2026-12-01',
        'venue name': 'Riverside Hall',
        'licensed states': 'CA; mo',
        'cost USD': '$15.50',
        notes: 'Ring twice.\nThen wait.',
        'facilitator name': 'Robin Vale',
        'facilitator email': 'robin@example.org',
        link: 'https://example.org/grief',
      }),
    ).toEqual({
      name: 'Tuesday grief group',
      programme: null,
      topics: ['grief'],
      ledBy: 'therapist',
      keptFor: ['women', 'veterans'],
      offers: ['step-free', 'quiet'],
      languages: ['en', 'es', 'ht'],
      minimumAge: 18,
      maximumAge: null,
      formats: ['in-person'],
      timeZone: 'America/Los_Angeles',
      sessions: [{ weekday: 2, startsAt: '19:00', durationMinutes: 90 }],
      startsOn: '2026-12-01',
      venue: {
        name: 'Riverside Hall',
        address: '1 Quay Street, San Jose, CA',
        latitude: 37.345,
        longitude: -121.883,
      },
      online: null,
      enrolment: 'places',
      capacity: 10,
      costCents: 1550,
      licensedStates: ['CA', 'MO'],
      notes: 'Ring twice.\nThen wait.',
      url: 'https://example.org/grief',
      facilitator: { name: 'Robin Vale', email: 'robin@example.org' },
    })
  })

  it('may be headed in capitals, with other spaces, after a byte order mark', () => {
    const text = csvOf(columns).replace('"led by"', '" Led_By "').replace('"name"', '"NAME"')

    expect(readOwnGroups(`\uFEFF${text}`, { timeZone: null }).groups).toHaveLength(1)
  })

  it.each([
    ['Tue 7:00 pm', [{ weekday: 2, startsAt: '19:00', durationMinutes: 60 }]],
    [
      'Tuesday 19:00 90; Thu 12:15 45',
      [
        { weekday: 2, startsAt: '19:00', durationMinutes: 90 },
        { weekday: 4, startsAt: '12:15', durationMinutes: 45 },
      ],
    ],
  ])('meet on %s', (sessions, read) => {
    expect(facts({ sessions })?.sessions).toEqual(read)
  })

  it('keep the time of their ZIP code when no zone is named anywhere', () => {
    expect(facts({ 'time zone': '', zip: '64110' })?.timeZone).toBe('America/Chicago')
  })

  it('are found by a ZIP code that a spreadsheet took for a number', () => {
    expect(facts({ zip: '2139' })?.venue?.latitude).toBeCloseTo(42.36, 1)
  })

  it('stay as staff have set them when the file does not say', () => {
    expect(read().groups[0]?.status).toBeNull()
    expect(read({ status: 'Paused' }).groups[0]?.status).toBe('paused')
  })

  it('are plain text, whatever a spreadsheet would make of it', () => {
    const formula = '=HYPERLINK("https://example.org","Press")'

    expect(facts({ name: formula })?.name).toBe(formula)
  })
})

describe('a row with a mistake', () => {
  it.each([
    [
      'starts on',
      '2026-02-30',
      'starts on: "2026-02-30" is a day that the calendar does not have; write another, such as 2026-12-01.',
    ],
    [
      'starts on',
      '12/01/2026',
      'starts on: "12/01/2026" is not a date; write the year, the month and the day, such as 2026-12-01.',
    ],
    ['led by', 'nobody', 'led by: "nobody" is not known; write therapist or peer.'],
    ['time zone', 'Pacific', 'time zone: "Pacific" is not known; write it as America/Los_Angeles.'],
    ['zip', '00000', 'zip: "00000" is no US ZIP code; write its five digits, such as 95112.'],
    ['places', '0', 'places: "0" is not a whole number from 1 to 10000; write one, or nothing.'],
    ['places', '', 'places: it is empty; write how many people the group takes.'],
    ['places', '2.5', 'places: "2.5" is not a whole number from 1 to 10000; write one, or nothing.'],
    [
      'cost USD',
      'ten',
      'cost USD: "ten" is not an amount in dollars; write 15 or 15.50, or 0 when it is free.',
    ],
    [
      'sessions',
      'Tue 25:00',
      'sessions: "Tue 25:00" is not known; write the day, the time and the minutes, such as Tue 19:00 90, with ; between them.',
    ],
    [
      'languages',
      'Klingon',
      'languages: "Klingon" is not known; write English, Spanish or a two-letter code (ISO 639-1), with ; between them.',
    ],
    [
      'licensed states',
      'ZZ',
      'licensed states: "ZZ" is not known; write states by their two letters, such as CA, with ; between them.',
    ],
    [
      'facilitator email',
      'robin',
      'facilitator email: "robin" is no e-mail address; write one, or nothing. facilitator name: it is empty; the e-mail address needs the name of the person.',
    ],
    ['address', '', 'address: it is empty; a group that meets in person needs the street and the town.'],
    [
      'link',
      'javascript:alert(1)',
      'link: "javascript:alert(1)" is no web address; write it whole, with https:// before it.',
    ],
    [
      'id',
      '',
      'id: it is empty; give each group a name of its own that stays the same, such as tuesday-grief.',
    ],
    ['status', 'asleep', 'status: "asleep" is not known; write active or paused.'],
  ])('is skipped with a sentence: %s %j', (column, cell, sentence) => {
    expect(reason({ [column]: cell })).toBe(sentence)
  })

  it('lists the topics there are', () => {
    expect(reason({ topics: 'grief; sorrow' })).toBe(
      'topics: "sorrow" is not known; write any of worry, low-mood, trauma, grief, drinking, drugs, habits, food, loved-one, with ; between them.',
    )
  })

  it('has a sentence for each field that is wrong', () => {
    expect(
      reason({ enrolment: 'maybe', formats: 'letters', 'minimum age': '40', 'maximum age': '30' }),
    ).toMatch(/enrolment: .*formats: .*minimum age: /)
  })

  it('needs a way in when an open group meets online, and none when the facilitator sends it', () => {
    expect(reason({ enrolment: 'open', formats: 'video' })).toContain('online link: it is empty')
    expect(reason({ enrolment: 'open', formats: 'phone' })).toContain('online phone: it is empty')
    expect(facts({ formats: 'video' })?.online).toBeNull()
  })

  it('is named by the number a spreadsheet shows, past cells of several lines and empty rows', () => {
    const text = `${csvOf({ ...columns, notes: 'Two\nlines' })}\r\n\r\n${quoted('second')},${quoted('No topic')}`

    const { groups, skipped } = readOwnGroups(text, { timeZone: null })

    expect(groups.map(({ row }) => row)).toEqual([2])
    expect(skipped).toMatchObject([{ row: 4, name: 'No topic', externalId: 'second' }])
  })

  it('is one that repeats the id of another', () => {
    const { groups, skipped } = readOwnGroups(csvOf(columns, { ...columns, name: 'Another' }), {
      timeZone: null,
    })

    expect(groups).toHaveLength(1)
    expect(skipped[0]).toMatchObject({
      row: 3,
      reason: expect.stringContaining('is the id of row 2 as well'),
    })
  })
})

describe('a file that cannot be read', () => {
  it('says which columns are missing', () => {
    expect(() => readOwnGroups('name,topics\nHarbor,grief', { timeZone: null })).toThrow(
      'This file has no column id, led by, formats, enrolment',
    )
  })

  it('says where a quotation mark is left open', () => {
    expect(() => readOwnGroups('id,name\n1,"Harbor', { timeZone: null })).toThrow('quotation mark')
  })

  it('is told apart from one with a column too many, which is read without it', () => {
    expect(read({ mood: 'blue' }).remarks).toEqual({
      'with something in the column "mood", which is not one of ours and was not read': 1,
    })
  })
})

describe('what a table would give back as something else', () => {
  it('is never half a letter, where a text is cut', () => {
    const long = facts({ notes: `${'x'.repeat(3999)}😀`, name: 'Grief &#xD83D; group' })

    expect(long?.notes).toBe('x'.repeat(3999))
    expect(long?.name).toBe('Grief group')
  })

  it('is no minus zero', () => {
    expect(facts({ 'minimum age': '-0', latitude: '-0', longitude: '-121.9' })).toMatchObject({
      minimumAge: 0,
      venue: { latitude: 0 },
    })
  })
})

describe('our own files', () => {
  it.each(['docs/groups-template.csv', 'local/demo-groups.csv'])(
    '%s has every column and no mistake',
    (path) => {
      const { groups, skipped, remarks } = readOwnGroups(ourFile(path), { timeZone: null })

      expect(skipped).toEqual([])
      expect(remarks).toEqual({})
      expect(groups.length).toBeGreaterThan(0)
      expect(ourFile(path).split('\n')[0]).toBe(ownGroupsColumns.join(','))
    },
  )

  it('explain every column in docs/groups.md', () => {
    const page = ourFile('docs/groups.md')

    expect(ownGroupsColumns.filter((column) => !page.includes(`\`${column}\``))).toEqual([])
  })
})
