import { existsSync, readFileSync } from 'node:fs'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readMeetingGuide } from '../../../adapters/directories/meeting-guide.ts'
import { groupFactsSchema } from '../../../domain/groups/group.ts'
import { planImport } from '../../../domain/groups/import-plan.ts'

const options = { programme: 'aa', timeZone: 'America/Los_Angeles' } as const
const fixture = readFileSync(new URL('../../fixtures/meeting-guide.json', import.meta.url), 'utf8')

const aMeeting = (spoiled: object = {}) => ({
  slug: 'harbor',
  name: 'Harbor Steps',
  day: 2,
  time: '19:00',
  formatted_address: '12 Harbor Street, San Jose, CA 95112, USA',
  ...spoiled,
})

const readOne = (spoiled: object, programme: Parameters<typeof readMeetingGuide>[1]['programme'] = 'aa') =>
  readMeetingGuide(JSON.stringify([aMeeting(spoiled)]), { ...options, programme }).groups[0]!.facts

describe('a table of which a heading is no text', () => {
  it('is read without that column', () => {
    const values = [
      ['name', { toString: 1 }],
      ['Harbor Steps', 'x'],
    ]

    expect(readMeetingGuide(JSON.stringify({ values }), options).groups).toHaveLength(1)
  })
})

describe('half a letter', () => {
  const rows = [
    aMeeting({ slug: `${'x'.repeat(199)}😀`, name: `${'y'.repeat(254)}😀` }),
    aMeeting({ slug: 'half-\uD83D-x', name: 'Harbor &#55357; Steps', latitude: '-0', longitude: '-1' }),
  ]
  const { groups } = readMeetingGuide(JSON.stringify(rows), options)

  it('ends no import: the id of a group is written in an address', () => {
    const now = '2026-11-23T17:00:00.000Z'
    const plan = { current: [], incoming: groups, unread: [], feedId: 'aa', now, allowShrink: false }

    expect(planImport(plan).added).toHaveLength(2)
  })

  it('is where no key is cut, which has to be short whatever a feed calls a meeting', () => {
    const [named] = readMeetingGuide(JSON.stringify([{ name: 'z'.repeat(3000) }]), options).groups

    expect(named?.externalId).toHaveLength(200)
  })

  it('stands nowhere, so that the table gives back what was written', () => {
    expect(groups.map(({ externalId, facts }) => [externalId, facts.name])).toEqual([
      ['x'.repeat(199), 'y'.repeat(254)],
      ['half-\uFFFD-x', 'Harbor Steps'],
    ])
    expect(groups[1]?.facts.venue?.latitude).toBe(0)
  })
})

describe('a Meeting Guide file', () => {
  const reading = readMeetingGuide(fixture, options)
  const named = (id: string) => reading.groups.find(({ externalId }) => externalId === id)!

  it('becomes a group for each meeting that has a name, with the number of its row', () => {
    expect(reading.groups.map(({ row, externalId }) => [row, externalId])).toEqual([
      [1, '101'],
      [2, 'every-noon'],
      [3, 'closed-hall'],
      [4, 'closed-hall-1'],
      [5, 'north-of-the-border'],
      [6, 'new-england'],
      [7, 'by-appointment'],
    ])
  })

  it('says which rows it skipped, and why', () => {
    expect(reading.skipped).toEqual([
      { row: 8, externalId: 'nameless', name: null, reason: 'It has no name.' },
      { row: 9, externalId: null, name: null, reason: 'It is not a meeting: it has no fields.' },
    ])
  })

  it('becomes an open, free, peer-led twelve-step group of that programme', () => {
    expect(named('101').facts).toEqual({
      name: 'Harbor Steps',
      programme: 'aa',
      topics: ['drinking'],
      ledBy: 'peer',
      keptFor: ['women'],
      offers: ['twelve-step', 'peer-led', 'free', 'step-free'],
      languages: ['en'],
      minimumAge: null,
      maximumAge: null,
      timeZone: 'America/Los_Angeles',
      sessions: [{ weekday: 2, startsAt: '19:00', durationMinutes: 75 }],
      startsOn: null,
      formats: ['in-person'],
      online: null,
      venue: {
        name: 'Harbor Hall',
        address: '12 Harbor Street, San Jose, CA 95112',
        latitude: 37.345,
        longitude: -121.883,
      },
      enrolment: 'open',
      capacity: 0,
      costCents: 0,
      licensedStates: null,
      notes: 'Bring a cup.\nAll welcome & safe.\n\nSide door.',
      url: 'https://example.org/harbor-steps',
      facilitator: null,
    })
  })

  it('never brings a contact or a contribution along', () => {
    expect(JSON.stringify(reading)).not.toMatch(/Robin V|robin@|555-0100|harbor@|venmo|@harbor/)
  })

  it('makes one group of a meeting on several days, whichever way the days are written', () => {
    expect(named('every-noon').facts.sessions).toEqual([
      { weekday: 1, startsAt: '12:00', durationMinutes: 60 },
      { weekday: 3, startsAt: '12:00', durationMinutes: 60 },
      { weekday: 7, startsAt: '12:00', durationMinutes: 60 },
    ])
  })

  it('finds the link and the number among words, and keeps the words', () => {
    expect(named('every-noon').facts).toMatchObject({
      formats: ['video', 'phone'],
      venue: null,
      languages: ['es', 'en'],
      keptFor: ['lgbtq'],
      online: { url: 'https://meet.example.org/noon?pwd=abc', phone: '4085550121' },
    })
    expect(named('every-noon').facts.online?.notes).toContain('Passcode: noon')
    expect(named('every-noon').facts.online?.notes).toContain('and wait')
  })

  it('sends nobody to a place that is closed for now', () => {
    expect(named('closed-hall').facts).toMatchObject({ formats: [], venue: null })
    expect(named('closed-hall-1').facts).toMatchObject({ formats: ['video'], venue: null })
  })

  it('gives an hour to a meeting whose end cannot be right, and lets one run past midnight', () => {
    expect(named('closed-hall-1').facts.sessions).toEqual([
      { weekday: 4, startsAt: '18:30', durationMinutes: 60 },
    ])
    expect(named('new-england').facts.sessions[0]?.durationMinutes).toBe(105)
  })

  it('keeps the zone of a meeting that names one, and gives the others that of the file', () => {
    expect(named('closed-hall-1').facts.timeZone).toBe('America/Los_Angeles')
    expect(named('north-of-the-border').facts.timeZone).toBe('America/Edmonton')
    expect(named('new-england').facts.timeZone).toBe('America/Los_Angeles')
  })

  it('places a meeting without coordinates in its US ZIP code, and never in the Gulf of Guinea', () => {
    const { latitude, longitude } = named('new-england').facts.venue!

    expect(latitude).toBeCloseTo(42.36, 1)
    expect(longitude).toBeCloseTo(-71.1, 1)
    expect(named('new-england').facts.venue?.address).toBe('9 Elm Street, Cambridge, MA 02139')
    expect(named('north-of-the-border').facts).toMatchObject({
      formats: ['in-person'],
      venue: { latitude: null, longitude: null },
    })
  })

  it('keeps a meeting by appointment, without a session, and opens no link that is not one', () => {
    expect(named('by-appointment').facts).toMatchObject({ sessions: [], formats: [], online: null })
  })

  it.each([
    ['MaÃ±ana', 'Mañana'],
    ['Itâ€™s time', 'It’s time'],
    ['Mañana', 'Mañana'],
    ["O\\'Hara &#038; sons", "O'Hara & sons"],
    ['<b>Harbor</b>  <i>Steps</i>', 'Harbor Steps'],
    ['3 < 4 and 5 > 2', '3 < 4 and 5 > 2'],
  ])('has plain text where the file has %j', (name, plain) => {
    expect(readOne({ name }).name).toBe(plain)
  })

  it('counts what it had to make of the file', () => {
    expect(reading.remarks).toEqual({
      'closed for now, with no way to join from home: nobody is sent there': 1,
      'put in the middle of their ZIP code, for want of coordinates': 1,
      'with a time zone that does not exist: they were given the one of the file': 1,
      'with an end that cannot be right: they were given an hour': 1,
      'with neither an address to go to nor a way to join from home: nobody is sent there': 1,
      'with the id of another row: they were given one of their own': 1,
      'without a day or a time: they meet by appointment': 1,
      'without a place on the map: they are not offered for meeting in person': 1,
    })
  })
})

describe('the types of a meeting', () => {
  it.each([
    [['G'], ['lgbtq']],
    [['bi', 'T', 'NB'], ['lgbtq']],
    [
      ['POC', 'M'],
      ['people-of-color', 'men'],
    ],
    [['W', 'M'], []],
    [['Women'], ['women']],
    [['Y', 'SEN', 'P'], []],
  ])('%j keep it for %j', (types, keptFor) => {
    expect(readOne({ types }).keptFor).toEqual(keptFor)
  })

  it('promise child care when there is a babysitter, not when children may come', () => {
    expect(readOne({ types: ['BA'] }).offers).toContain('child-care')
    expect(readOne({ types: ['CF'] }).offers).not.toContain('child-care')
  })

  it('tell a secular meeting, a sign-language one and a step-free one', () => {
    expect(readOne({ types: ['A', 'ASL', 'X'] }).offers).toEqual(
      expect.arrayContaining(['not-faith', 'asl', 'step-free']),
    )
  })

  it('mean what they mean in their own programme', () => {
    expect(readOne({ types: ['AR'] }, 'aa').languages).toEqual(['ar'])
    expect(readOne({ types: ['AR'] }, 'da').languages).toEqual(['en'])
    expect(readOne({ types: ['GL'] }, 'na').keptFor).toEqual(['lgbtq'])
    expect(readOne({ types: ['GL'] }, 'aa').keptFor).toEqual([])
    expect(readOne({ types: ['GAM'] }, 'ga').topics).toEqual(['loved-one'])
  })

  it('never send an adult to Alateen', () => {
    expect(readOne({ types: ['Y'] }, 'al-anon').maximumAge).toBe(17)
    expect(readOne({ types: ['Y'] }, 'aa').maximumAge).toBeNull()
  })
})

describe('where a meeting is', () => {
  it.each([
    ['a street', { formatted_address: '12 Harbor Street, San Jose, CA 95112, USA' }, true],
    ['a street without a country', { formatted_address: '12 Harbor Street, San Jose, CA 95112' }, true],
    ['a town', { formatted_address: 'San Jose, CA, USA' }, false],
    ['a quarter', { formatted_address: 'Wicker Park, Chicago, IL, USA' }, false],
    [
      'a hall with its ZIP code',
      { formatted_address: 'Alano Hall, Main at 4th, San Jose, CA 95112, USA' },
      true,
    ],
    ['a street marked approximate', { approximate: 'yes' }, false],
    ['a town marked exact', { formatted_address: 'San Jose, CA, USA', approximate: 'no' }, true],
    ['a street of an online meeting', { attendance_option: 'online' }, false],
    ['nothing', { formatted_address: '' }, false],
  ])('%s is a place to go to: %j %s', (_what, spoiled, isInPerson) => {
    expect(readOne(spoiled).formats.includes('in-person')).toBe(isInPerson)
  })

  it('takes a coordinate of zero beside one that is not', () => {
    expect(readOne({ latitude: 0, longitude: '-78.5' }).venue).toMatchObject({
      latitude: 0,
      longitude: -78.5,
    })
  })

  it('reads two numbers of `coordinates` as a place, and four as no place', () => {
    expect(readOne({ coordinates: '37.1,-121.5' }).venue).toMatchObject({ latitude: 37.1, longitude: -121.5 })
    expect(readOne({ coordinates: '37,-122,38,-121' }).venue?.latitude).toBeCloseTo(37.345, 2)
  })

  it('never takes a Mexican postal code for a US one', () => {
    const { venue } = readOne({ formatted_address: '12 Calle Mar, Tijuana, BC 22000, Mexico' })

    expect(venue).toMatchObject({ latitude: null, longitude: null })
  })
})

describe('a file that is no Meeting Guide file', () => {
  it.each([
    ['a web page', '<html>Not found</html>', 'it is not JSON'],
    ['half a file', '[{"name":"Har', 'it is not JSON'],
    ['one object', '{"name":"Harbor"}', 'a JSON list of meetings'],
    ['a BMLT answer', '[{"id_bigint":"1","meeting_name":"Harbor"}]', 'nothing in its list has the name'],
    ['nothing', '', 'it is not JSON'],
  ])('is refused in one sentence: %s', (_what, text, sentence) => {
    expect(() => readMeetingGuide(text, options)).toThrow(sentence)
  })

  it('is not one from a spreadsheet, nor one with a byte order mark', () => {
    const table = [
      ['ID', 'Name', 'Day', 'Time', 'Conference URL'],
      ['7', 'Harbor', 'Monday', '7 PM', 'https://meet.example.org/7'],
    ]

    const reading = readMeetingGuide(`\uFEFF${JSON.stringify(table)}`, options)

    expect(reading.groups[0]).toMatchObject({
      externalId: '7',
      facts: { formats: ['video'], sessions: [{ weekday: 1, startsAt: '19:00' }] },
    })
  })

  it('is read without a fault whatever its fields hold', () => {
    const key = fc.constantFrom(
      ...Object.keys(JSON.parse(fixture)[0]),
      'types',
      'conference_url',
      'coordinates',
    )
    const meeting = fc.dictionary(key, fc.jsonValue())
    fc.assert(
      fc.property(fc.array(meeting, { minLength: 1 }), (meetings) => {
        const list = [aMeeting(), ...meetings.map((one, at) => ({ ...aMeeting({ slug: at }), ...one }))]

        const reading = readMeetingGuide(JSON.stringify(list), options)

        expect(reading.groups.length + reading.skipped.length).toBe(list.length)
        for (const { facts } of reading.groups) expect(groupFactsSchema.safeParse(facts).success).toBe(true)
      }),
    )
  })
})

/** Published feeds, kept beside the project and never in it. Counted without our reader: rows, rows to skip, Spanish. */
const feeds = [
  ['aa-edmonton', 'America/Edmonton', 315, 0, 11],
  ['aa-kansas-city', 'America/Chicago', 206, 0, 0],
  ['aa-san-jose.2019', 'America/Los_Angeles', 570, 0, 17],
  ['aa-san-jose.2021', 'America/Los_Angeles', 670, 0, 44],
  ['aa-santa-cruz-benlomond', 'America/Los_Angeles', 35, 0, 0],
  ['aa-sf-marin.2021', 'America/Los_Angeles', 658, 0, 11],
  ['al-anon', 'America/New_York', 360, 0, 2],
] as const
const fileOf = (feed: string) =>
  new URL(`../../../../shared/data/meeting-guide/${feed}.json`, import.meta.url)
const areFeedsHere = existsSync(fileOf('al-anon'))

describe(`real feeds${areFeedsHere ? '' : ' (not on this machine, so not read)'}`, () => {
  it.skipIf(!areFeedsHere).each(feeds)(
    '%s is read whole, and changes nothing the second time',
    (feed, timeZone, rows, skipped, spanish) => {
      const programme = feed.startsWith('aa') ? 'aa' : 'al-anon'
      const text = readFileSync(fileOf(feed), 'utf8')

      const reading = readMeetingGuide(text, { programme, timeZone })

      const now = '2026-11-23T12:00:00Z'
      const firstTime = { incoming: reading.groups, feedId: feed, now }
      const { added } = planImport({ ...firstTime, current: [] })
      const second = planImport({ ...firstTime, current: added })

      expect(second).toMatchObject({ added: [], changed: [], removed: [], returned: [] })
      expect(second.unchanged).toHaveLength(rows)
      expect(reading.groups).toHaveLength(rows)
      expect(reading.skipped).toHaveLength(skipped)
      expect(reading.groups.filter(({ facts }) => facts.languages.includes('es'))).toHaveLength(spanish)
      expect(reading.groups.filter(({ facts }) => facts.sessions.length !== 1)).toEqual([])
      expect(JSON.stringify(reading.groups.map(({ facts }) => [facts.name, facts.notes]))).not.toMatch(
        /<br|&amp;|&#/,
      )
    },
  )

  it.skipIf(!areFeedsHere)('says of each meeting in San Jose what the directory itself says', () => {
    const text = readFileSync(fileOf('aa-san-jose.2021'), 'utf8')
    const said: { attendance_option: string }[] = JSON.parse(text)

    const { groups } = readMeetingGuide(text, options)

    const ours = groups.map(({ facts: { formats } }) => {
      if (formats.length === 0) return 'inactive'
      if (!formats.includes('in-person')) return 'online'
      return formats.length > 1 ? 'hybrid' : 'in_person'
    })
    expect(ours).toEqual(said.map(({ attendance_option: option }) => option))
  })
})
