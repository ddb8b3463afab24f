import type { Session } from '../domain/groups/schedule.ts'
import type { Suggestion } from '../domain/matching/decision.ts'
import type { Language } from '../domain/person/language.ts'
import { clock, formatted, inFirstWeek, listed, momentLine, weekday } from './times.ts'
import type { GroupWords } from './words/group-words.ts'

type Weekly = Pick<Session, 'weekday' | 'startsAt'>

const minutesADay = 24 * 60
const minutesAWeek = 7 * minutesADay

/** Whose clock and calendar a group is told by: its own for those who go there, else the reader's. */
export const readersZone = ({ format, timeZone }: Suggestion, homeTimeZone: string) =>
  format === 'in-person' ? timeZone : homeTimeZone

/** What the clock on a wall shows, counted as if it were UTC, so that two of them can be compared. */
const wallMinutes = (iso: string, timeZone: string) => {
  const shown = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const
  const part = formatted(iso, 'en', { ...shown, timeZone, hourCycle: 'h23' })
  const number = (type: keyof typeof shown) => Number(part(type))
  return (
    Date.UTC(number('year'), number('month') - 1, number('day'), number('hour'), number('minute')) / 60_000
  )
}

/** The same session by a clock that is so many minutes ahead. */
const shifted = ({ weekday, startsAt }: Weekly, minutes: number): Weekly => {
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number)
  const sum = (weekday - 1) * minutesADay + hour * 60 + minute + minutes
  const ofWeek = (sum + minutesAWeek) % minutesAWeek
  const twoDigits = (count: number) => String(count).padStart(2, '0')
  return {
    weekday: Math.floor(ofWeek / minutesADay) + 1,
    startsAt: `${twoDigits(Math.floor(ofWeek / 60) % 24)}:${twoDigits(ofWeek % 60)}`,
  }
}

/** The days that share a time, once for each time. */
const byTime = (sessions: readonly Weekly[], language: Language) => {
  const inOrder = sessions.map(inFirstWeek).toSorted()
  return [...Map.groupBy(inOrder, (iso) => iso.slice(11)).values()].map((together) => ({
    days: listed([...new Set(together.map((iso) => weekday(iso, 'UTC', language)))], language),
    time: clock(together[0] ?? '', 'UTC', language),
  }))
}

type Times = ReturnType<typeof byTime>

const inFull = (times: Times) => times.map(({ days, time }) => `${days} ${time}`).join('; ')

/** Behind the reader's times the group's days are said again only where they are other days. */
const behind = (there: Times, here: Times, language: Language) =>
  there.every(({ days }, place) => days === here[place]?.days)
    ? listed(
        there.map(({ time }) => time),
        language,
      )
    : inFull(there)

/**
 * When a group meets, by the reader's clock. Where the group lives by another one, its own times stand behind, for that
 * is how the group speaks of them. The two clocks are compared on the day the group next meets. Where that day is not
 * known the group's times are given with the name of their zone.
 */
export const sessionLine = (suggestion: Suggestion, homeTimeZone: string, words: GroupWords) => {
  const { language, matching } = words
  const { nextSessionAt: at, timeZone, sessions } = suggestion
  const [first] = sessions
  if (first === undefined) return matching.askForTimes

  const there = byTime(sessions, language)
  const zone = zoneName(at ?? inFirstWeek(first), timeZone, words)
  const reader = readersZone(suggestion, homeTimeZone)
  if (at === null) return reader === timeZone ? inFull(there) : `${inFull(there)} ${zone}`
  const ahead = wallMinutes(at, reader) - wallMinutes(at, timeZone)
  if (ahead === 0) return inFull(there)

  const here = byTime(
    sessions.map((session) => shifted(session, ahead)),
    language,
  )
  const yours = here.length === 1 ? matching.yourTime(inFull(here)) : matching.yourTimes(inFull(here))
  return `${yours} (${behind(there, here, language)} ${zone})`
}

/** "Pacific time": how people who live there call it. */
export const zoneName = (iso: string, timeZone: string, { language, matching }: GroupWords) =>
  matching.zone(formatted(iso, language, { timeZone, timeZoneName: 'longGeneric' })('timeZoneName'))

/** The day and hour someone is awaited for the first time, by the clock where they are then. */
export const firstSessionLine = (
  group: Suggestion,
  at: string,
  homeTimeZone: string,
  { language }: Pick<GroupWords, 'language'>,
) => momentLine(at, readersZone(group, homeTimeZone), language)

/** A moment with its day, by the clock of a zone and with the zone's name. */
export const zonedMoment = (iso: string, timeZone: string, words: GroupWords) =>
  `${momentLine(iso, timeZone, words.language)} ${zoneName(iso, timeZone, words)}`
