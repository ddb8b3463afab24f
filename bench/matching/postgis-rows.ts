import type { Temporal } from 'temporal-polyfill'

import { type Group, freePlaces } from '../../domain/groups/group.ts'
import { nextStart } from '../../domain/groups/schedule.ts'
import { topics } from '../../domain/groups/topic.ts'
import { usStates } from '../../domain/groups/us-state.ts'
import { type Wish, keptForWishes, wishes } from '../../domain/groups/wish.ts'
import { startsWithinDays } from '../../domain/matching/eligibility.ts'

export const hoursAWeek = 168
export const minuteMs = 60_000
/** A bit for each of these that is so, by its place among them. */
export const bits = <T>(all: readonly T[], has: (one: T) => boolean) =>
  all.reduce((sum, one, index) => (has(one) ? sum | (1 << index) : sum), 0)

export const formatBits = { 'in-person': 1, video: 2, phone: 4 } as const

const offered = (group: Group, wish: Wish) => {
  if (wish === 'spanish') return group.languages.includes('es')
  if (wish === 'therapist-led') return group.ledBy === 'therapist'
  if (wish === 'peer-led') return group.ledBy === 'peer'
  if (wish === 'free') return group.costCents === 0 || group.offers.includes('free')
  return wish !== 'other-language' && group.offers.includes(wish)
}

export const bitString = (isSet: (hour: number) => boolean) =>
  Array.from({ length: hoursAWeek }, (_, hour) => (isSet(hour) ? '1' : '0')).join('')

/** Hours since Monday 00:00. */
const hourOf = (start: Temporal.ZonedDateTime) => (start.dayOfWeek - 1) * 24 + start.hour

/** The rows of both tables, in the order of their indexes, as COPY reads them. */
export const linesOf = (groups: readonly Group[], now: Temporal.Instant, languages: readonly string[]) => {
  const room: { key: string; line: string }[] = []
  const home: { key: string; line: string }[] = []
  const starts = new Map<string, { start: number; roomHour: number; utcHour: number }>()
  for (const group of groups) {
    if (group.status !== 'active' || group.sessions.length === 0) continue
    if (
      group.startsOn !== null &&
      Date.parse(group.startsOn) - now.epochMilliseconds > startsWithinDays * 86_400_000
    )
      continue
    const sessions = group.sessions.map((session) => {
      const key = `${session.weekday} ${session.startsAt} ${group.timeZone} ${group.startsOn}`
      const known = starts.get(key)
      if (known) return known
      const next = nextStart(session, group.timeZone, now, group.startsOn)
      const made = {
        start: next.epochMilliseconds / minuteMs,
        roomHour: hourOf(next),
        utcHour: hourOf(next.withTimeZone('UTC')),
      }
      starts.set(key, made)
      return made
    })
    const kind = group.enrolment === 'open' ? 1 : freePlaces(group) === 0 ? 2 : 0
    const { latitude, longitude } = group.venue ?? { latitude: null, longitude: null }
    const isLocated = group.formats.includes('in-person') && latitude !== null && longitude !== null
    const isLimited = group.ledBy === 'therapist' && group.licensedStates !== null
    const regions = isLimited ? (group.licensedStates ?? []).map((state) => 1 + usStates.indexOf(state)) : [0]
    const rest = (hours: 'roomHour' | 'utcHour', start: number, hour: number) =>
      [
        group.groupId,
        start,
        hour,
        bitString((one) => sessions.some((session) => session[hours] === one)),
        bitString((one) => sessions.some(({ roomHour }) => roomHour === one)),
        isLocated ? latitude : '\\N',
        isLocated ? longitude : '\\N',
        bits(topics, (topic) => group.topics.includes(topic)),
        bits(keptForWishes, (kept) => group.keptFor.includes(kept)),
        bits(wishes, (wish) => offered(group, wish)),
        bits(languages, (code) => group.languages.includes(code)),
        group.minimumAge ?? 0,
        group.maximumAge ?? 120,
        group.formats.reduce((sum, format) => sum | formatBits[format], 0),
      ].join('\t')
    for (const name of group.topics) {
      const topic = topics.indexOf(name)
      for (const { start, roomHour, utcHour } of sessions) {
        if (isLocated)
          room.push({
            key: `${topic} ${kind} ${Math.floor(((latitude ?? 0) + 90) * 4)} ${Math.floor(((longitude ?? 0) + 180) * 4)}`,
            line: `${topic}\t${kind}\t0\t${rest('roomHour', start, roomHour)}\n`,
          })
        if (group.formats.some((format) => format !== 'in-person'))
          for (const region of regions)
            home.push({
              key: `${topic} ${kind} ${region}`,
              line: `${topic}\t${kind}\t${region}\t${rest('utcHour', start, utcHour)}\n`,
            })
      }
    }
  }
  const inOrder = (all: typeof room) =>
    all
      .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
      .map(({ line }) => line)
  return { room: inOrder(room), home: inOrder(home) }
}
