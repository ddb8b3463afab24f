import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'

import { readMeetingGuide } from '../adapters/directories/meeting-guide.ts'
import { readOwnGroups } from '../adapters/directories/own-groups-csv.ts'
import { type Programme, programmeNames } from '../domain/groups/programme.ts'
import { isTimeZone } from '../domain/groups/schedule.ts'

/** What was asked for cannot be done as it was asked. Its message is all that the person has to read. */
export class WrongUse extends Error {
  override name = 'WrongUse'
}

const options = {
  format: { type: 'string' },
  programme: { type: 'string' },
  'time-zone': { type: 'string' },
  feed: { type: 'string' },
  stack: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'allow-shrink': { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

export const argumentsOf = (words: string[]) => {
  try {
    return parseArgs({ args: words, options, allowPositionals: true })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? `${error.message.split('. ')[0]}.` : String(error))
  }
}

export type Values = ReturnType<typeof argumentsOf>['values']

const programmeIn = ({ programme, format }: Values): Programme | null => {
  if (programme === undefined) {
    if (format === 'csv') return null
    throw new WrongUse(
      `--programme is missing: type codes differ in each; write one of ${programmeNames.join(', ')}.`,
    )
  }
  const known = programmeNames.find((name) => name === programme.toLowerCase())
  if (known) return known
  throw new WrongUse(`--programme ${programme} is not known: write one of ${programmeNames.join(', ')}.`)
}

const timeZoneIn = ({ 'time-zone': timeZone, format }: Values): string | null => {
  if (timeZone === undefined) {
    if (format === 'csv') return null
    throw new WrongUse(
      '--time-zone is missing: these files rarely name one; write it as America/Los_Angeles.',
    )
  }
  if (isTimeZone(timeZone)) return timeZone
  throw new WrongUse(`--time-zone ${timeZone} is not known: write it as America/Los_Angeles.`)
}

const feedIn = ({ feed }: Values, file: string) => {
  const name = (feed ?? basename(file, extname(file)))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if (name === '')
    throw new WrongUse('--feed is missing: the name of the file has no letters to name the directory by.')
  return name
}

const readFile = (file: string) => {
  try {
    return readFileSync(file)
  } catch {
    throw new WrongUse(`The file ${file} cannot be read: is that where it is?`)
  }
}

/** Spreadsheet programs still save CSV in Windows-1252. */
const textOf = (file: Uint8Array) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1252').decode(file)
  }
}

/** All that can be wrong with what was asked for is found before a table is opened. */
export const read = (values: Values, path: string | undefined) => {
  if (path === undefined)
    throw new WrongUse('The name of the file is missing: npm run groups -- import FILE …')
  const { format } = values
  if (format === undefined) throw new WrongUse('--format is missing: write meeting-guide or csv.')
  if (format !== 'meeting-guide' && format !== 'csv')
    throw new WrongUse(`--format ${format} is not known: write meeting-guide or csv.`)
  const programme = programmeIn(values)
  const timeZone = timeZoneIn(values)
  const feedId = feedIn(values, path)
  const file = readFile(path)
  const text = textOf(file)
  const reading =
    format === 'meeting-guide' && programme !== null && timeZone !== null
      ? readMeetingGuide(text, { programme, timeZone })
      : readOwnGroups(text, { timeZone })
  return { reading, file, feed: { feedId, format, programme, timeZone } as const }
}
