import type { Group } from '../../domain/groups/group.ts'
import type { Programme } from '../../domain/groups/programme.ts'
import { programmes } from '../../domain/groups/programme.ts'
import type { Session } from '../../domain/groups/schedule.ts'
import type { Topic } from '../../domain/groups/topic.ts'
import { type UsState, usStates } from '../../domain/groups/us-state.ts'
import { type KeptFor, type Wish, otherLanguages } from '../../domain/groups/wish.ts'
import { type Chance, seededChance } from './chance.ts'
import type { Place } from './homes.ts'

/*
 * Invented groups that are spread over the US as people are. The shares are those of the task (35 % online only, 72 %
 * twelve-step) and, where it names none, of the directories that the importers were tried on.
 */

const fellowships: readonly (readonly [number, Programme])[] = [
  [62, 'aa'],
  [20, 'na'],
  [8, 'al-anon'],
  [3, 'oa'],
  [2, 'ga'],
  [2, 'ca'],
  [1, 'cma'],
  [1, 'ha'],
  [1, 'da'],
]

const peerTopics: readonly (readonly [number, Topic])[] = [
  [22, 'grief'],
  [20, 'low-mood'],
  [16, 'worry'],
  [14, 'loved-one'],
  [10, 'trauma'],
  [8, 'drinking'],
  [5, 'habits'],
  [5, 'food'],
]

const therapyTopics: readonly (readonly [number, Topic])[] = [
  [26, 'worry'],
  [24, 'low-mood'],
  [20, 'trauma'],
  [10, 'grief'],
  [8, 'drinking'],
  [4, 'drugs'],
  [4, 'food'],
  [4, 'loved-one'],
]

const hours: readonly (readonly [number, string])[] = [
  [5, '06:30'],
  [7, '07:00'],
  [4, '08:00'],
  [5, '09:00'],
  [6, '10:00'],
  [14, '12:00'],
  [3, '13:00'],
  [4, '15:30'],
  [8, '17:30'],
  [10, '18:00'],
  [8, '18:30'],
  [16, '19:00'],
  [8, '19:30'],
  [8, '20:00'],
  [2, '21:00'],
  [1, '22:00'],
]

const firsts = [
  'Steady',
  'Evening',
  'Morning',
  'Open',
  'Quiet',
  'New',
  'Living',
  'Second',
  'Early',
  'Common',
] as const
const seconds = [
  'Light',
  'Ground',
  'Hope',
  'Steps',
  'Circle',
  'Door',
  'Chance',
  'Harbor',
  'Serenity',
  'Path',
] as const

const session = ({ below, weighted }: Chance): Session => ({
  weekday: 1 + below(7),
  startsAt: weighted(hours),
  durationMinutes: 60,
})

/** Directories of fellowships list each meeting of a week by itself, with few exceptions; others meet once or twice a week. */
const sessions = (chance: Chance, isFellowship: boolean): Session[] => {
  const one = session(chance)
  const draw = chance.next()
  if (draw < (isFellowship ? 0.92 : 0.75)) return [one]
  if (draw < 0.95) return [one, session(chance)]
  const days = draw < 0.98 ? [1, 2, 3, 4, 5] : [1, 2, 3, 4, 5, 6, 7]
  return days.map((weekday) => ({ ...one, weekday }))
}

/** Of a hundred groups 35 meet online only and 5 both ways. */
const formats = ({ next, isSo }: Chance): Group['formats'] => {
  const draw = next()
  if (draw < 0.6) return ['in-person']
  if (draw < 0.65) return ['in-person', 'video']
  if (isSo(0.08)) return ['phone']
  return isSo(0.2) ? ['video', 'phone'] : ['video']
}

const languages = ({ next, oneOf }: Chance): string[] => {
  const draw = next()
  if (draw < 0.9) return ['en']
  if (draw < 0.95) return ['es']
  return draw < 0.98 ? ['en', 'es'] : ['en', oneOf(otherLanguages)]
}

const some = ({ isSo }: Chance, choices: readonly (readonly [number, Wish])[]): Wish[] =>
  choices.flatMap(([probability, value]) => (isSo(probability) ? [value] : []))

const access: readonly (readonly [number, Wish])[] = [
  [0.35, 'step-free'],
  [0.02, 'asl'],
  [0.05, 'captions'],
  [0.05, 'quiet'],
  [0.04, 'child-care'],
  [0.02, 'rides'],
]

const keptFor = ({ next }: Chance): KeptFor[] => {
  const draw = next()
  if (draw < 0.86) return []
  if (draw < 0.92) return ['women']
  if (draw < 0.96) return ['men']
  if (draw < 0.985) return ['lgbtq']
  return draw < 0.995 ? ['veterans'] : ['people-of-color']
}

const severalTopics = (chance: Chance, choices: readonly (readonly [number, Topic])[]): Topic[] => [
  ...new Set(Array.from({ length: 1 + chance.below(3) }, () => chance.weighted(choices))),
]

/** A compact that most states have joined is one list of states, the same for all who practise under it. */
const compact = usStates.filter((_, index) => index % 4 !== 0)

/** Most therapists are licensed at home, some next door as well, and a few by a compact of many states. */
const licences = (chance: Chance, home: UsState): UsState[] => {
  const draw = chance.next()
  if (draw > 0.95 && compact.includes(home)) return compact
  const next = usStates[(usStates.indexOf(home) + 1) % usStates.length] ?? home
  return draw < 0.8 ? [home] : [home, next]
}

const day = (now: number, days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10)

const places = (chance: Chance) => {
  const capacity = 8 + chance.below(8)
  return {
    enrolment: 'places' as const,
    capacity,
    placesTaken: chance.isSo(0.25) ? capacity : chance.below(capacity),
  }
}

type Character = Pick<
  Group,
  | 'programme'
  | 'topics'
  | 'ledBy'
  | 'offers'
  | 'enrolment'
  | 'capacity'
  | 'placesTaken'
  | 'costCents'
  | 'licensedStates'
  | 'minimumAge'
  | 'maximumAge'
  | 'startsOn'
>

const open = { enrolment: 'open' as const, capacity: 0, placesTaken: 0, costCents: 0, startsOn: null }
const anyAge = { minimumAge: null, maximumAge: null, licensedStates: null }

const twelveStep = (chance: Chance): Character => {
  const programme = chance.weighted(fellowships)
  return {
    ...open,
    ...anyAge,
    programme,
    topics: [...programmes[programme].topics],
    ledBy: 'peer',
    offers: ['twelve-step', 'free', ...some(chance, access)],
  }
}

const peer = (chance: Chance): Character => ({
  ...open,
  ...anyAge,
  ...(chance.isSo(0.4) && places(chance)),
  programme: null,
  topics: severalTopics(chance, peerTopics),
  ledBy: 'peer',
  offers: ['free', ...some(chance, [[0.1, 'faith'], [0.2, 'not-faith'], ...access])],
  minimumAge: chance.isSo(0.6) ? 18 : null,
  maximumAge: chance.isSo(0.05) ? 24 : null,
})

const therapy = (chance: Chance, { usState }: Place, now: number): Character => ({
  ...places(chance),
  programme: null,
  topics: severalTopics(chance, therapyTopics),
  ledBy: 'therapist',
  offers: some(chance, [[0.3, 'not-faith'], [0.05, 'faith'], ...access]),
  costCents: chance.isSo(0.1) ? 0 : 2_000 + 500 * chance.below(16),
  licensedStates: licences(chance, usState),
  minimumAge: 18,
  maximumAge: chance.isSo(0.05) ? 24 : null,
  startsOn: chance.isSo(0.15) ? day(now, chance.below(130) - 60) : null,
})

const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

/** Somewhere around the middle of the ZIP code, to the six decimals that directories give. */
const near = ({ normal }: Chance, degrees: number) => Math.round((degrees + 0.02 * normal()) * 1e6) / 1e6

/** `count` groups as they are at `now`, the same for the same seed. */
export const syntheticGroups = (
  count: number,
  { homeOf, now, seed = 1 }: { homeOf: (chance: Chance) => Place; now: number; seed?: number },
): Group[] => {
  const chance = seededChance(seed)
  const named = new Map<string, number>()
  return Array.from({ length: count }, (_, index) => {
    const place = homeOf(chance)
    const draw = chance.next()
    const character =
      draw < 0.72 ? twelveStep(chance) : draw < 0.88 ? peer(chance) : therapy(chance, place, now)
    const ways = formats(chance)
    const meetsInPerson = ways.includes('in-person')
    const name = `${place.city} ${chance.oneOf(firsts)} ${chance.oneOf(seconds)}`
    const feedId = `${character.programme ?? 'care'}-${place.usState.toLowerCase()}`
    // The second of a name gets a 2, as in the directories.
    const key = `${feedId}/${slug(name)}`
    const sameName = (named.get(key) ?? 0) + 1
    named.set(key, sameName)
    const externalId = sameName === 1 ? slug(name) : `${slug(name)}-${sameName}`
    return {
      ...character,
      schema: 1,
      groupId: `${feedId}/${externalId}`,
      feedId,
      externalId,
      status: chance.isSo(0.02) ? 'paused' : 'active',
      version: 1,
      verifiedAt: new Date(now).toISOString(),
      name,
      keptFor: keptFor(chance),
      languages: languages(chance),
      formats: ways,
      timeZone: place.timeZone,
      sessions: sessions(chance, character.programme !== null),
      venue: meetsInPerson
        ? {
            name: 'Community House',
            address: `12 Elm Street, ${place.city}, ${place.usState} ${place.zip}`,
            latitude: near(chance, place.latitude),
            longitude: near(chance, place.longitude),
          }
        : null,
      online:
        ways.length === 1 && meetsInPerson
          ? null
          : { url: `https://meet.example.org/${index}`, phone: null, notes: null },
      notes: null,
      url: null,
      facilitator: null,
    }
  })
}
