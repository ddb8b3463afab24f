import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

import { times } from '../../domain/form/choices.ts'
import { type Format, formats } from '../../domain/groups/format.ts'
import type { Group } from '../../domain/groups/group.ts'
import type { Session } from '../../domain/groups/schedule.ts'
import { topics } from '../../domain/groups/topic.ts'
import {
  type Strength,
  type Wish,
  accessWishes,
  keptForWishes,
  kindWishes,
} from '../../domain/groups/wish.ts'
import type { Asking } from '../../domain/matching/eligibility.ts'
import type { Request } from '../../domain/way/intake.ts'
import { aGroup, asking } from './builders.ts'

/*
 * Groups and people from a small world: everyone is near everyone, and few facts are to be had, so that many groups suit and
 * many are equally good.
 */

const zones = [
  'America/Los_Angeles',
  'America/New_York',
  'America/Phoenix',
  'Asia/Kathmandu',
  // Clocks that move by half an hour, and twice within weeks.
  'Australia/Lord_Howe',
  'Africa/Casablanca',
]

/** Ordinary weeks, and the days around changes of the clocks, when a time is skipped or shown twice. */
const moments = [
  '2026-11-23T17:00:00Z',
  '2026-11-24T02:59:59.999Z',
  '2026-11-24T03:00:00Z',
  '2026-03-05T20:00:00Z',
  '2026-03-08T09:59:00Z',
  '2026-03-08T10:10:00Z',
  '2026-10-31T23:00:00Z',
  '2026-11-01T08:40:00Z',
  '2026-11-01T09:20:00Z',
  '2026-11-02T12:00:00Z',
  '2026-02-10T12:00:00Z',
  '2026-04-04T15:10:00Z',
]

const few = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const some = <T>(values: readonly T[], most = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: most })

const session = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  startsAt: few(
    '00:00',
    '00:30',
    '01:30',
    '02:10',
    '02:30',
    '03:00',
    '07:00',
    '12:00',
    '17:00',
    '19:00',
    '19:15',
    '23:59',
  ),
  durationMinutes: few(60),
})

const coordinate = (around: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -40, max: 40 }).map((step) => around + step / 100) },
    { weight: 2, arbitrary: few(around, around + 0.004) },
    // More digits than ten-millionths hold.
    { weight: 1, arbitrary: few(around + 0.123456789123, around + 1 / 3) },
    { weight: 1, arbitrary: fc.double({ min: around - 3, max: around + 3, noNaN: true }) },
  )

const point = (latitude: number, longitude: number) =>
  fc.record({ latitude: coordinate(latitude), longitude: coordinate(longitude) })

/** San Jose, and an island on the date line. */
const anyPoint = fc.oneof(
  { weight: 5, arbitrary: point(37.3, -121.9) },
  { weight: 1, arbitrary: point(-17, 179.95) },
)
const onTheMap = anyPoint.map(({ latitude, longitude }) => ({
  latitude,
  longitude: longitude > 180 ? longitude - 360 : longitude,
}))

interface Point {
  latitude: number | null
  longitude: number | null
}

const nowhere: Point = { latitude: null, longitude: null }

/** Most have the usual, so that a group and a person often fit, and rules are met one at a time. */
const mostly = <T>(usual: T, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary })

const orNone = <T>(values: readonly T[], list: readonly T[]) =>
  list.length > 0 ? [...list] : values.slice(0, 1)

export const anyGroups: fc.Arbitrary<Group[]> = fc
  .array(
    fc.record({
      name: few('Steady Ground', 'steady ground', 'Evening Light', 'Morning Air', 'Luz'),
      status: mostly<Group['status']>('active', few('paused', 'gone')),
      topics: some(topics.slice(0, 2), 2).map((list) => orNone(topics, list)),
      ledBy: few<Group['ledBy']>('peer', 'therapist'),
      keptFor: mostly<Group['keptFor']>([], some(keptForWishes, 2)),
      offers: mostly<Wish[]>(['free'], some([...kindWishes, ...accessWishes], 6)),
      languages: mostly(['en'], few(['en', 'es'], ['es'], ['vi'], ['pt', 'en'])),
      minimumAge: mostly<number | null>(null, few(18, 65)),
      maximumAge: mostly<number | null>(null, few(24, 17)),
      formats: some(formats, 3).map((list) => orNone(['in-person'] as const, list)),
      timeZone: mostly('America/Los_Angeles', few(...zones)),
      sessions: mostly<Session[]>(
        [{ weekday: 2, startsAt: '19:00', durationMinutes: 60 }],
        fc.array(session, { maxLength: 4 }),
      ).chain((usual) =>
        few<Session[]>(usual, [{ weekday: 7, startsAt: '02:30', durationMinutes: 60 }, ...usual]),
      ),
      startsOn: mostly<string | null>(
        null,
        few('2026-01-05', '2026-11-21', '2026-11-25', '2026-12-01', '2027-03-01'),
      ),
      place: mostly<Point>({ latitude: 37.3, longitude: -121.9 }, fc.constant(nowhere)).chain((usual) =>
        usual.latitude === null ? fc.constant(usual) : onTheMap,
      ),
      hasVenue: mostly(true, fc.constant(false)),
      enrolment: few<Group['enrolment']>('open', 'places'),
      placesTaken: few(0, 0, 7, 8),
      costCents: few(null, 0, 4000),
      licensedStates: mostly<Group['licensedStates']>(
        null,
        few(['CA'], ['CA', 'WY'], ['MO'], ['CA', 'MO', 'NY', 'TX'], ['AL', 'NY', 'TX', 'WY'], []),
      ),
    }),
    { minLength: 20, maxLength: 50, size: 'max' },
  )
  .map((all) =>
    all.map(({ place, hasVenue, ...facts }, index) =>
      aGroup({
        ...facts,
        // Ids in another order than the groups.
        groupId: `feed/${String.fromCodePoint(97 + ((index * 7) % 26))}${'é'.repeat(index % 3)}${index}`,
        venue: hasVenue ? { name: null, address: null, ...place } : null,
      }),
    ),
  )

const strength = mostly<Strength>('nice', fc.constant('must'))
const wishesOf = fc
  .array(fc.tuple(fc.constantFrom(...kindWishes, ...accessWishes), strength), { maxLength: 4 })
  .map((pairs) => Object.fromEntries(pairs))

export const anyAsking: fc.Arbitrary<Asking> = fc
  .record({
    language: few<Asking['language']>('en', 'es'),
    place: mostly<Point>({ latitude: 37.3, longitude: -121.9 }, onTheMap).chain((usual) =>
      mostly(usual, fc.constant(nowhere)),
    ),
    timeZone: few(...zones),
    usState: mostly('CA', few('MO', 'WY', '')),
    now: few(...moments),
    excluding: mostly<string[]>([], some(['feed/a0', 'feed/hé1', 'feed/oéé2', 'feed/none'], 2)),
    age: mostly<Request['age']>('25-64', few('18-24', '65-plus', '13-17')),
    topics: some(topics.slice(0, 3), 3).map((list) => orNone(topics, list)),
    meet: mostly<Format[]>([...formats], some(formats, 3)),
    travelMiles: few(5, 10, 25, 50),
    times: mostly<Request['times']>(['not-sure'], some(times, 4)).chain((list) =>
      few(list, times.slice(0, 4)),
    ),
    days: mostly<number[]>([], some([1, 2, 3, 4, 5, 6, 7], 3)),
    timesStrength: few<Strength>('must', 'nice'),
    wishes: wishesOf,
    otherLanguage: few(null, 'vi', 'zz', 'es'),
  })
  .map(({ language, place, timeZone, usState, now, excluding, ...asks }) =>
    asking({
      language,
      home: { ...place, timeZone, usState },
      now: Temporal.Instant.from(now),
      excluding,
      asks,
    }),
  )
