import { Temporal } from 'temporal-polyfill'

import type { Session } from '../../domain/groups/schedule.ts'
import { otherLanguages } from '../../domain/groups/wish.ts'
import { clockTime, minutesOf, usualMinutes, weekdayNamed } from './clock-time.ts'
import { oneLine, plainText } from './plain-text.ts'

type Row = Record<string, string>

const asCode = (words: string) =>
  words
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')

const englishNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const codeOfLanguage = new Map(
  ['en', 'es', ...otherLanguages].map((code) => [englishNames.of(code)?.toLowerCase() ?? code, code]),
).set('tagalog', 'tl')

const language = (words: string) => {
  const said = words.trim().toLowerCase()
  const code = codeOfLanguage.get(said) ?? said
  return /^[a-z]{2}$/.test(code) && englishNames.of(code) ? code : null
}

const sessionPattern = /^([a-z]+)\.? ([\d:.]+(?: ?[ap]\.?m\.?)?)(?: (\d+) ?(?:min|minutes)?)?$/i

const session = (words: string): Session | null => {
  const [, day = '', time = '', minutes] = sessionPattern.exec(words.trim().replaceAll(/\s+/g, ' ')) ?? []
  const weekday = weekdayNamed(day)
  const start = minutesOf(time)
  const durationMinutes = Number(minutes ?? usualMinutes)
  if (weekday === null || start === null || durationMinutes < 5 || durationMinutes > 24 * 60) return null
  return { weekday, startsAt: clockTime(start), durationMinutes }
}

/** Reads the cells of one row, and keeps a sentence for each that is wrong: which, what is wrong, how to put it right. */
export const fieldsOf = (row: Row) => {
  const problems: string[] = []

  const text = (column: string) => oneLine(row[column] ?? '')
  const wrong = (column: string, advice: string) => {
    problems.push(`${column}: "${(text(column) ?? '').slice(0, 60)}" ${advice}`)
    return null
  }
  const needed = (column: string, advice: string) => {
    problems.push(`${column}: it is empty; ${advice}`)
    return null
  }

  const oneOf = <Option extends string>(column: string, options: readonly Option[]): Option | null => {
    const said = text(column)
    if (said === null) return null
    return (
      options.find((one) => one === asCode(said)) ??
      wrong(column, `is not known; write ${options.join(' or ')}.`)
    )
  }

  /** The parts of a cell that `read` understands; a sentence for the first that it does not. */
  const parts = <Part>(column: string, read: (words: string) => Part | null, advice: string): Part[] => {
    const cells = (text(column) ?? '')
      .split(/[;,]/)
      .filter((words) => words.trim() !== '')
      .map((words) => ({ words: words.trim(), part: read(words) }))
    const unread = cells.find(({ part }) => part === null)
    if (unread) problems.push(`${column}: "${unread.words.slice(0, 60)}" is not known; ${advice}`)
    return cells.map(({ part }) => part).filter((part) => part !== null)
  }

  const someOf = <Option extends string>(
    column: string,
    options: readonly Option[],
    which = `any of ${options.join(', ')}`,
  ) => [
    ...new Set(
      parts(
        column,
        (words) => options.find((one) => one.toLowerCase() === asCode(words)) ?? null,
        `write ${which}, with ; between them.`,
      ),
    ),
  ]

  const number = (column: string, lowest: number, highest: number, isWhole = true) => {
    const said = text(column)
    if (said === null) return null
    // A table gives minus zero back as zero: the group would change every night.
    const value = /^[+-]?\d+(\.\d+)?$/.test(said) ? Number(said) + 0 : Number.NaN
    if (value >= lowest && value <= highest && (!isWhole || Number.isInteger(value))) return value
    return wrong(
      column,
      `is not a ${isWhole ? 'whole ' : ''}number from ${lowest} to ${highest}; write one, or nothing.`,
    )
  }

  return {
    problems,
    text,
    wrong,
    needed,
    oneOf,
    someOf,
    number,
    paragraphs: (column: string) => plainText(row[column] ?? ''),

    languages: (column: string) =>
      parts(
        column,
        language,
        'write English, Spanish or a two-letter code (ISO 639-1), with ; between them.',
      ),

    sessions: (column: string) =>
      parts(
        column,
        session,
        'write the day, the time and the minutes, such as Tue 19:00 90, with ; between them.',
      ),

    date: (column: string) => {
      const said = text(column)
      if (said === null) return null
      try {
        if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return Temporal.PlainDate.from(said).toString()
      } catch {
        return wrong(column, 'is a day that the calendar does not have; write another, such as 2026-12-01.')
      }
      return wrong(column, 'is not a date; write the year, the month and the day, such as 2026-12-01.')
    },

    dollars: (column: string) => {
      const said = text(column)
      if (said === null) return null
      if (said.toLowerCase() === 'free') return 0
      const amount = /^\$?(\d{1,5})(?:\.(\d{2}))?$/.exec(said)
      if (!amount)
        return wrong(column, 'is not an amount in dollars; write 15 or 15.50, or 0 when it is free.')
      return Number(amount[1]) * 100 + Number(amount[2] ?? 0)
    },
  }
}

export type Fields = ReturnType<typeof fieldsOf>
