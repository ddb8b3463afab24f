import { type Asking, bands, followed } from '../eligibility.ts'
import { points } from '../preferences.ts'
import { saysWhat, topics } from '../topic.ts'
import { usStates } from '../us-state.ts'
import { type FreeHours, freeHoursOf } from './free-hours.ts'
import { rankOf } from './ids.ts'
import type { Snapshot } from './open.ts'
import {
  formatBits,
  keptForOf,
  languagesIn,
  oldestOf,
  topicBits,
  topicsOf,
  wishBits,
  wishesOf,
  youngestOf,
} from './signature.ts'
import { type ZoneClock, zoneClock } from './zone-clock.ts'

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
  follows: boolean[]
  hasOtherLanguage: boolean[]
  youngest: number
  oldest: number
  usState: number
  latitude: number | null
  longitude: number | null
  travelMiles: number
  now: number
  home: ZoneClock
  free: FreeHours
  mustFitTimes: boolean
  /** Points for a session at one of the times they picked; none for someone who picked none. */
  timePoints: number
  /** Ranks of groups that they tried. */
  excluded: ReadonlySet<number>
}

const otherLanguageBit = wishBits((wish) => wish === 'other-language')

const none: ReadonlySet<number> = new Set()

export const askedOf = (snapshot: Snapshot, asking: Asking): Asked => {
  const { request, home, excluding } = asking
  const now = asking.now.epochMilliseconds
  const languages = followed(asking)
  const [youngest, oldest] = bands[request.age]
  const asked = topicBits((topic) => saysWhat(topic) && request.topics.includes(topic))
  return {
    topics: asked,
    topicIndexes: [...topics.keys()].filter((index) => (asked >>> index) & 1),
    formats: request.meet.reduce((bits, format) => bits | formatBits[format], 0),
    wishes: wishBits((wish) => request.wishes[wish] !== undefined),
    wishCount: Object.keys(request.wishes).length,
    musts: wishBits((wish) => request.wishes[wish] === 'must'),
    follows: snapshot.languageSets.map((codes) => codes.some((code) => languages.includes(code))),
    hasOtherLanguage: snapshot.languageSets.map((codes) =>
      codes.some((code) => code === request.otherLanguage),
    ),
    youngest,
    oldest,
    usState: usStates.findIndex((state) => state === home.usState),
    latitude: home.latitude,
    longitude: home.longitude,
    travelMiles: request.travelMiles,
    now,
    home: zoneClock(home.timeZone, now),
    free: freeHoursOf(request),
    mustFitTimes: request.timesStrength === 'must',
    timePoints: request.times.includes('not-sure') ? 0 : points.time,
    excluded: excluding.length === 0 ? none : new Set(excluding.map((id) => rankOf(snapshot.ids, id))),
  }
}

export const countBits = (bits: number) => {
  let left = bits
  let count = 0
  for (; left !== 0; count += 1) left &= left - 1
  return count
}

/** Wishes that groups of a signature meet: by what they offer, or by whom they are kept for. */
export const metBy = ({ signatures }: Snapshot, signature: number, { hasOtherLanguage }: Asked) =>
  wishesOf(signatures, signature) |
  keptForOf(signatures, signature) |
  (hasOtherLanguage[languagesIn(signatures, signature)] === true ? otherLanguageBit : 0)

/** Points of groups of one signature for what they are for and whom they suit; -1 when none of them is for this person. */
export const basePoints = (snapshot: Snapshot, signature: number, asked: Asked) => {
  const { signatures } = snapshot
  const shared = topicsOf(signatures, signature) & asked.topics
  if (shared === 0 || (keptForOf(signatures, signature) & ~asked.wishes) !== 0) return -1
  if (youngestOf(signatures, signature) > asked.oldest || oldestOf(signatures, signature) < asked.youngest)
    return -1
  if (asked.follows[languagesIn(signatures, signature)] !== true) return -1
  const met = metBy(snapshot, signature, asked)
  if ((asked.musts & ~met) !== 0) return -1
  return (
    points.topic + points.moreTopics * (countBits(shared) - 1) + points.wish * countBits(met & asked.wishes)
  )
}
