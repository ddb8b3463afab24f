import type { Session } from '../domain/groups/schedule.ts'
import type { Language } from '../domain/person/language.ts'

const locales: Record<Language, string> = { en: 'en-US', es: 'es-US' }

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter takes longer than all that it ever formats, so each is made once. */
const formatterFor = (language: Language, options: Intl.DateTimeFormatOptions) => {
  const key = JSON.stringify([language, options])
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locales[language], options)
  formatters.set(key, formatter)
  return formatter
}

export const formatted = (iso: string, language: Language, options: Intl.DateTimeFormatOptions) => {
  const parts = formatterFor(language, options).formatToParts(new Date(iso))
  return (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
}

/** "Thursday, November 26" or "jueves 26 de noviembre". */
export const dateLine = (iso: string, timeZone: string, language: Language) => {
  const part = formatted(iso, language, { timeZone, weekday: 'long', month: 'long', day: 'numeric' })
  return language === 'en'
    ? `${part('weekday')}, ${part('month')} ${part('day')}`
    : `${part('weekday')} ${part('day')} de ${part('month')}`
}

/** "November 23, 2027" or "23 de noviembre de 2027": for what is kept over years. */
export const dayOfYear = (iso: string, timeZone: string, language: Language) => {
  const part = formatted(iso, language, { timeZone, year: 'numeric', month: 'long', day: 'numeric' })
  return language === 'en'
    ? `${part('month')} ${part('day')}, ${part('year')}`
    : `${part('day')} de ${part('month')} de ${part('year')}`
}

/** "7:00 pm" or "7:00 p.m.", put together by hand because runtimes differ in the space they put before it. */
export const clock = (iso: string, timeZone: string, language: Language) => {
  const part = formatted(iso, language, { timeZone, hour: 'numeric', minute: '2-digit', hour12: true })
  return `${part('hour')}:${part('minute')} ${part('dayPeriod').toLowerCase()}`
}

/** "Saturday, November 28, 9:00 am" or "sábado 28 de noviembre, 9:00 a.m.". */
export const momentLine = (iso: string, timeZone: string, language: Language) =>
  `${dateLine(iso, timeZone, language)}, ${clock(iso, timeZone, language)}`

export const weekday = (iso: string, timeZone: string, language: Language) =>
  formatted(iso, language, { timeZone, weekday: 'long' })('weekday')

/** 1 January 2024 was a Monday, so day `n` of that month is weekday `n`. */
export const inFirstWeek = ({ weekday, startsAt }: Pick<Session, 'weekday' | 'startsAt'>) =>
  `2024-01-0${weekday}T${startsAt}:00Z`

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** As a choice to pick, which begins like all others; inside a line, Spanish writes its days small. */
export const weekdayName = (day: number, language: Language) =>
  capital(weekday(inFirstWeek({ weekday: day, startsAt: '12:00' }), 'UTC', language))

export const listed = (items: readonly string[], language: Language) =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items)

/** "Thu 5 pm": short enough for the subject of an e-mail to staff. */
export const shortTime = (iso: string, timeZone: string) => {
  const part = formatted(iso, 'en', { timeZone, weekday: 'short', hour: 'numeric', minute: '2-digit' })
  const minutes = part('minute') === '00' ? '' : `:${part('minute')}`
  return `${part('weekday')} ${part('hour')}${minutes} ${part('dayPeriod').toLowerCase()}`
}

/** "Thu", for the subject of an e-mail that asks for a day and not for an hour. */
export const shortDay = (iso: string, timeZone: string) =>
  formatted(iso, 'en', { timeZone, weekday: 'short' })('weekday')

/** The language's own name for itself would serve its speakers best, but the asker may be a helper. */
export const languageName = (code: string, language: Language) =>
  capital(new Intl.DisplayNames([locales[language]], { type: 'language' }).of(code) ?? code)
