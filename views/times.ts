import type { Suggestion } from '../domain/decision.ts'
import type { Language } from '../domain/language.ts'
import type { Session } from '../domain/schedule.ts'
import type { Words } from './words/en.ts'

const locales: Record<Language, string> = { en: 'en-US', es: 'es-US' }

const formatted = (iso: string, language: Language, options: Intl.DateTimeFormatOptions) => {
  const parts = new Intl.DateTimeFormat(locales[language], options).formatToParts(new Date(iso))
  return (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
}

/** "Thursday, November 26" or "jueves 26 de noviembre". */
export const dateLine = (iso: string, timeZone: string, language: Language) => {
  const part = formatted(iso, language, { timeZone, weekday: 'long', month: 'long', day: 'numeric' })
  return language === 'en'
    ? `${part('weekday')}, ${part('month')} ${part('day')}`
    : `${part('weekday')} ${part('day')} de ${part('month')}`
}

/** "7:00 pm" or "7:00 p.m.", put together by hand because runtimes differ in the space they put before it. */
const clock = (iso: string, timeZone: string, language: Language) => {
  const part = formatted(iso, language, { timeZone, hour: 'numeric', minute: '2-digit', hour12: true })
  return `${part('hour')}:${part('minute')} ${part('dayPeriod').toLowerCase()}`
}

const weekday = (iso: string, timeZone: string, language: Language) =>
  formatted(iso, language, { timeZone, weekday: 'long' })('weekday')

/** 1 January 2024 was a Monday, so day `n` of that month is weekday `n`. */
const inFirstWeek = ({ weekday, startsAt }: Pick<Session, 'weekday' | 'startsAt'>) =>
  `2024-01-0${weekday}T${startsAt}:00Z`

export const weekdayName = (day: number, language: Language) =>
  weekday(inFirstWeek({ weekday: day, startsAt: '12:00' }), 'UTC', language)

const zoneName = (iso: string, timeZone: string, { language, matching }: Words) =>
  matching.zone(formatted(iso, language, { timeZone, timeZoneName: 'longGeneric' })('timeZoneName'))

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * When a group meets, by the clock on its own wall: "Tuesday 7:00 pm". For those who join from afar and live by another
 * clock, the zone has its name and their own time stands beside it.
 */
export const sessionLine = (suggestion: Suggestion, homeTimeZone: string, words: Words) => {
  const { language, matching } = words
  const { nextSessionAt: at, timeZone, sessions, format } = suggestion
  const times = sessions.map((session) => sayTime(inFirstWeek(session), 'UTC', language))
  if (at === null) return times.length === 0 ? matching.askForTimes : listed(times, language)
  const next = sayTime(at, timeZone, language)
  const others = times.filter((time) => time !== next)
  const home = sayTime(at, homeTimeZone, language)
  const isElsewhere = format !== 'in-person' && home !== next
  const isSameDay = weekday(at, timeZone, language) === weekday(at, homeTimeZone, language)
  const yours = matching.yourTime(isSameDay ? clock(at, homeTimeZone, language) : home)
  const there = isElsewhere ? `${next} ${zoneName(at, timeZone, words)} (${yours})` : next
  return capital([there, ...others].join('; '))
}

const sayTime = (iso: string, timeZone: string, language: Language) =>
  `${weekday(iso, timeZone, language)} ${clock(iso, timeZone, language)}`

export const listed = (items: readonly string[], language: Language) =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items)

/** "Thu 5 pm": short enough for the subject of an e-mail to staff. */
export const shortTime = (iso: string, timeZone: string) => {
  const part = formatted(iso, 'en', { timeZone, weekday: 'short', hour: 'numeric', minute: '2-digit' })
  const minutes = part('minute') === '00' ? '' : `:${part('minute')}`
  return `${part('weekday')} ${part('hour')}${minutes} ${part('dayPeriod').toLowerCase()}`
}

/** The language's own name for itself would serve its speakers best, but the asker may be a helper. */
export const languageName = (code: string, language: Language) =>
  capital(new Intl.DisplayNames([locales[language]], { type: 'language' }).of(code) ?? code)
