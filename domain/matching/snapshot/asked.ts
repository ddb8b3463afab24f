import { saysWhat, topics } from '../../groups/topic.ts'
import { usStates } from '../../groups/us-state.ts'
import { type Wish, wishes } from '../../groups/wish.ts'
import type { Request } from '../../way/intake.ts'
import { type Asking, bands, followed } from '../eligibility.ts'
import { points } from '../preferences.ts'
import { type FreeHours, freeHoursOf } from './free-hours.ts'
import { rankOf } from './ids.ts'
import { setsWithAny } from './languages.ts'
import type { Snapshot } from './open.ts'
import {
  formatBits,
  keptForAt,
  keptForIn,
  languagesAt,
  mostYears,
  oldestAt,
  wishBits,
  wishesIn,
  wordsOfSignature,
  youngestAt,
} from './signature.ts'
import { type SteadyClock, steadyClock } from './steady-clock.ts'

/** What a person asks, in the bits of the signatures. */
export interface Asked {
  topics: number
  /** The same topics by their place in the list. */
  topicIndexes: number[]
  formats: number
  wishes: number
  musts: number
  wishCount: number
  /** For each set of languages whether they can follow a group in one of them, and whether it has the one they wish for. */
  follows: readonly boolean[]
  hasOtherLanguage: readonly boolean[]
  /** Whether that language is one that groups are listed by: not English, and not Spanish. */
  otherIsListed: boolean
  youngest: number
  oldest: number
  usState: number
  latitude: number | null
  longitude: number | null
  travelMiles: number
  now: number
  home: SteadyClock
  free: FreeHours
  mustFitTimes: boolean
  /** Points for a session at one of the times they picked; none for someone who picked none. */
  timePoints: number
  /** Ranks of groups that they tried. */
  excluded: ReadonlySet<number>
}

const otherLanguageBit = wishBits((wish) => wish === 'other-language')

const none: ReadonlySet<number> = new Set()
const stateNames: readonly string[] = usStates

const topicsAsked = ({ topics: named }: Request) => {
  let bits = 0
  for (const topic of named) if (saysWhat(topic)) bits |= 1 << topics.indexOf(topic)
  return bits
}

const formatsAsked = ({ meet }: Request) => {
  let bits = 0
  for (const format of meet) bits |= formatBits[format]
  return bits
}

const wishesAsked = ({ wishes: asked }: Request, isCounted: (wish: Wish) => boolean) => {
  let bits = 0
  // A request has no keys but wishes.
  for (const wish of Object.keys(asked) as Wish[]) if (isCounted(wish)) bits |= 1 << wishes.indexOf(wish)
  return bits
}

/** Without a loop, whose end no processor can guess: bits are added up in pairs, in fours, in eights (Hacker's Delight, 5-1). */
export const countBits = (bits: number) => {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const placesOfBits = (bits: number) => {
  const places: number[] = []
  for (let place = 0; bits >>> place !== 0; place += 1) if ((bits >>> place) & 1) places.push(place)
  return places
}

export const askedOf = (snapshot: Snapshot, asking: Asking): Asked => {
  const { request, home, excluding } = asking
  const now = asking.now.epochMilliseconds
  const [youngest, oldest] = bands[request.age]
  const askedTopics = topicsAsked(request)
  const askedWishes = wishesAsked(request, () => true)
  const { otherLanguage } = request
  return {
    topics: askedTopics,
    topicIndexes: placesOfBits(askedTopics),
    formats: formatsAsked(request),
    wishes: askedWishes,
    wishCount: countBits(askedWishes),
    musts: wishesAsked(request, (wish) => request.wishes[wish] === 'must'),
    follows: setsWithAny(snapshot, followed(asking)),
    hasOtherLanguage: setsWithAny(snapshot, otherLanguage === null ? [] : [otherLanguage]),
    otherIsListed: otherLanguage !== 'en' && otherLanguage !== 'es',
    youngest,
    oldest,
    usState: stateNames.indexOf(home.usState),
    latitude: home.latitude,
    longitude: home.longitude,
    travelMiles: request.travelMiles,
    now,
    home: steadyClock(home.timeZone, now),
    free: freeHoursOf(request),
    mustFitTimes: request.timesStrength === 'must',
    timePoints: request.times.includes('not-sure') ? 0 : points.time,
    excluded: excluding.length === 0 ? none : new Set(excluding.map((id) => rankOf(snapshot.ids, id))),
  }
}

/** Wishes that groups meet, in the bits of wishes: by what they offer, by whom they are kept for, or by what they speak. */
export const metBy = (needs: number, languages: number, { hasOtherLanguage }: Asked) =>
  wishesIn(needs) | keptForIn(needs) | (hasOtherLanguage[languages] === true ? otherLanguageBit : 0)

/**
 * Points of groups of one signature for what they are for and whom they suit; -1 when none of them is for this person. Each
 * group that is looked at is asked this, so it is told in bits and not in the words of `signature.ts`.
 */
export const basePoints = ({ signatures }: Snapshot, signature: number, asked: Asked) => {
  const at = signature * wordsOfSignature
  const basics = signatures[at] ?? 0
  const shared = basics & asked.topics
  if (shared === 0) return -1
  const needs = signatures[at + 1] ?? 0
  const keptFor = needs >>> keptForAt
  if ((keptFor & ~asked.wishes) !== 0) return -1
  if (basics >>> oldestAt < asked.youngest || ((basics >>> youngestAt) & mostYears) > asked.oldest) return -1
  const languages = (signatures[at + 2] ?? 0) >>> languagesAt
  if (asked.follows[languages] !== true) return -1
  const met = needs | keptFor | (asked.hasOtherLanguage[languages] === true ? otherLanguageBit : 0)
  if ((asked.musts & ~met) !== 0) return -1
  return (
    points.topic + points.moreTopics * (countBits(shared) - 1) + points.wish * countBits(met & asked.wishes)
  )
}
