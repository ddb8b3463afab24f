import type { Temporal } from 'temporal-polyfill'

import type { Format } from '../groups/format.ts'
import { type Group, freePlaces } from '../groups/group.ts'
import { type HourOfWeek, type Session, nextStart, partOfWeek } from '../groups/schedule.ts'
import { saysWhat } from '../groups/topic.ts'
import type { Wish } from '../groups/wish.ts'
import type { Language } from '../person/language.ts'
import type { Request } from '../way/intake.ts'
import type { Exclusion, Home } from './decision.ts'
import { milesBetween } from './distance.ts'

/** What a choice is made from, for one person. */
export interface Asking {
  request: Request
  /** The language the person wrote to us in. */
  language: Language
  home: Home
  now: Temporal.Instant
  /** Groups this person has tried, or has been declined by. */
  excluding: readonly string[]
}

export type Candidate = Pick<Group, 'offers' | 'languages' | 'ledBy' | 'costCents'>

/** Whether a group has what a wish asks for. */
export const offersWish = (group: Candidate, wish: Wish, otherLanguage: string | null): boolean => {
  switch (wish) {
    case 'spanish':
      return group.languages.includes('es')
    case 'other-language':
      return otherLanguage !== null && group.languages.includes(otherLanguage)
    case 'therapist-led':
      return group.ledBy === 'therapist'
    case 'peer-led':
      return group.ledBy === 'peer'
    case 'free':
      return group.costCents === 0 || group.offers.includes('free')
    default:
      return group.offers.includes(wish)
  }
}

/** Ages of each band, both ends included. A group is open to a band when any age of the band may join. */
export const bands = {
  'under-13': [0, 12],
  '13-17': [13, 17],
  '18-24': [18, 24],
  '25-64': [25, 64],
  '65-plus': [65, 120],
} as const

/** What a person was told of the next starts so far: a directory has many groups, and few hours at which they meet. */
const startsSeen = new WeakMap<Asking, Map<string, Temporal.ZonedDateTime>>()

const seenBy = (asking: Asking) => {
  const seen = startsSeen.get(asking) ?? new Map<string, Temporal.ZonedDateTime>()
  startsSeen.set(asking, seen)
  return seen
}

/** The next start of one session as this person would meet it: by the wall clock of the venue, or of their own home. */
export const startFor = (session: Session, group: Group, format: Format, asking: Asking) => {
  const { home, now } = asking
  const isInPerson = format === 'in-person'
  const key = `${session.weekday} ${session.startsAt} ${group.timeZone} ${group.startsOn} ${isInPerson}`
  const seen = seenBy(asking)
  const known = seen.get(key)
  if (known) return known
  const start = nextStart(session, group.timeZone, now, group.startsOn)
  const met = isInPerson ? start : start.withTimeZone(home.timeZone)
  seen.set(key, met)
  return met
}

/** Whether someone could come to a session that begins at this hour of the week, by the clock they go by. */
export const fitsTimes = (start: HourOfWeek, { times, days }: Pick<Request, 'times' | 'days'>) => {
  const isOnADay = days.length === 0 || days.includes(start.dayOfWeek)
  const part = partOfWeek(start)
  return isOnADay && (times.includes('not-sure') || (part !== 'small-hours' && times.includes(part)))
}

/** The sessions this person could go to in this way of meeting; all of them when other times may do as well. */
export const sessionsThatFit = (group: Group, format: Format, asking: Asking): Session[] =>
  group.sessions.filter((session) => fitsTimes(startFor(session, group, format, asking), asking.request))

/** How far a group meets from a person's home; null when either is not known. */
export const milesTo = (group: Group, home: Home): number | null => {
  const { latitude, longitude } = group.venue ?? { latitude: null, longitude: null }
  if (latitude === null || longitude === null || home.latitude === null || home.longitude === null)
    return null
  return milesBetween({ latitude, longitude }, { latitude: home.latitude, longitude: home.longitude })
}

/** What bars a person from meeting this group in this one way. */
const barsFormat = (group: Group, format: Format, asking: Asking): Exclusion[] => {
  const { request, home } = asking
  const barred: Exclusion[] = []
  if (format === 'in-person') {
    const miles = milesTo(group, home)
    if (home.latitude === null) barred.push({ rule: 'home-unknown' })
    else if (miles === null) barred.push({ rule: 'place-unknown' })
    else if (miles > request.travelMiles) barred.push({ rule: 'too-far', miles: Math.ceil(miles) })
  } else if (group.ledBy === 'therapist' && group.licensedStates !== null) {
    // A therapist's licence ends at the state line for people who join from home; it does not bind those in the room.
    const states: readonly string[] = group.licensedStates
    if (!states.includes(home.usState)) barred.push({ rule: 'not-licensed-there' })
  }
  if (group.sessions.length === 0) barred.push({ rule: 'no-session-known' })
  else if (request.timesStrength === 'must' && sessionsThatFit(group, format, asking).length === 0)
    barred.push({ rule: 'other-time' })
  return barred
}

/** A place held for longer than this would stand empty while others wait for one. */
export const startsWithinDays = 56

const startsTooLate = ({ startsOn }: Group, now: Temporal.Instant) =>
  startsOn !== null && Date.parse(startsOn) - now.epochMilliseconds > startsWithinDays * 86_400_000

/**
 * Languages this person can follow a group in: the one they wrote in and those they wished for. English is taken as read
 * beside Spanish, unless they said that Spanish is a must.
 */
export const followed = ({ request, language }: Pick<Asking, 'request' | 'language'>) => [
  'en',
  ...(language === 'es' || request.wishes.spanish ? ['es'] : []),
  ...(request.wishes['other-language'] && request.otherLanguage ? [request.otherLanguage] : []),
]

/** What bars a person from this group however it meets. */
export const barsGroup = (group: Group, asking: Asking): Exclusion[] => {
  const { request, excluding, now } = asking
  const barred: Exclusion[] = []
  if (group.status !== 'active') barred.push({ rule: 'not-running' })
  if (excluding.includes(group.groupId)) barred.push({ rule: 'already-tried' })
  if (!request.topics.some((topic) => saysWhat(topic) && group.topics.includes(topic)))
    barred.push({ rule: 'other-topic' })
  const keptFor = group.keptFor.find((kept) => request.wishes[kept] === undefined)
  if (keptFor) barred.push({ rule: 'kept-for-others', wish: keptFor })
  if (!group.languages.some((code) => followed(asking).includes(code)))
    barred.push({ rule: 'other-language' })
  if (startsTooLate(group, now)) barred.push({ rule: 'starts-later' })
  const [youngest, oldest] = bands[request.age]
  if ((group.minimumAge ?? 0) > oldest || (group.maximumAge ?? 120) < youngest)
    barred.push({ rule: 'other-age' })
  for (const [wish, strength] of Object.entries(request.wishes) as [Wish, 'must' | 'nice'][])
    if (
      strength === 'must' &&
      !offersWish(group, wish, request.otherLanguage) &&
      !group.keptFor.some((kept) => kept === wish)
    )
      barred.push({ rule: 'wish-not-met', wish })
  return barred
}

/** A group that a person may be offered, in the one way of meeting that suits best; or every rule that stands in the way. */
export type Eligibility = { format: Format } | { exclusions: Exclusion[] }

/** In the room when the person would come, else by video, else by phone: the order people hold on to longest. */
const formatOrder = ['in-person', 'video', 'phone'] as const

/** The ways of meeting that a group and a person share, the one with the fewest bars first. */
const sharedFormats = (group: Group, asking: Asking) =>
  formatOrder
    .filter((format) => group.formats.includes(format) && asking.request.meet.includes(format))
    .map((format) => ({ format, bars: barsFormat(group, format, asking) }))
    .toSorted((one, other) => one.bars.length - other.bars.length)

/**
 * Every rule a group fails for this person, never only the first: what would make it fit is part of the answer. When a
 * group meets in several ways the one with the fewest bars counts.
 */
export const eligibilityOf = (group: Group, asking: Asking): Eligibility => {
  const barred = barsGroup(group, asking)
  const [best] = sharedFormats(group, asking)
  if (best === undefined) return { exclusions: [...barred, { rule: 'other-format' }] }
  if (best.bars.length + barred.length > 0) return { exclusions: [...barred, ...best.bars] }
  return { format: best.format }
}

/** The way of meeting that comes closest, for a group that does not quite fit; null for one that says none at all. */
export const closestFormat = (group: Group, asking: Asking): Format | null =>
  sharedFormats(group, asking)[0]?.format ??
  formatOrder.find((format) => group.formats.includes(format)) ??
  null

export const isFull = (group: Group) => group.enrolment === 'places' && freePlaces(group) === 0
