import { parseArgs } from 'node:util'

import { type TableName, tables } from '../adapters/tables.ts'
import { tombstoneDays } from '../domain/person/retention.ts'
import { WrongUse } from './groups-arguments.ts'

export const usage = `Usage:
  npm run restore -- --table intakes --from RESTORED_TABLE [--only ID …] [--replace] [--confirm]
Options: --stack NAME for a deployed one; --as-of 2026-11-24T14:04:59Z for a table that AWS does not know the moment of;
--last when nothing was written after that; --verbose for every row. Without --confirm nothing is written. See docs/backup.md.`

const options = {
  table: { type: 'string' },
  from: { type: 'string' },
  only: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  last: { type: 'boolean' },
  replace: { type: 'boolean' },
  confirm: { type: 'boolean' },
  stack: { type: 'string' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const parse = (words: string[]) => {
  try {
    return parseArgs({ args: words, options, allowPositionals: true })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? `${error.message.split('. ')[0]}.` : String(error))
  }
}

const names = Object.keys(tables).join(', ')
const isTable = (name: string): name is TableName => name in tables

const tableIn = (name: string | undefined): TableName => {
  if (name === undefined) throw new WrongUse(`--table is missing: write one of ${names}.`)
  if (!isTable(name)) throw new WrongUse(`--table ${name} is not known: write one of ${names}.`)
  return name
}

export const argumentsOf = (words: string[]) => {
  const { values, positionals } = parse(words)
  if (values.help) return null
  const table = tableIn(values.table)
  if (values.from === undefined)
    throw new WrongUse('--from is missing: the name of the table that AWS made from the back-up.')
  if (values.only === undefined && positionals.length > 0)
    throw new WrongUse(`${positionals[0]} is one word too many: ids stand behind --only.`)
  return {
    table,
    from: values.from,
    only: new Set([...(values.only ?? []), ...positionals]),
    asOf: values['as-of'],
    isLast: values.last ?? false,
    replace: values.replace ?? false,
    isDryRun: !values.confirm,
    stack: values.stack,
    isWhole: values.verbose ?? false,
  }
}

const dayMs = 24 * 3_600_000

/**
 * The moment of a back-up: as AWS tells it, or as it was given. One that is older than a tombstone is refused: someone who
 * was erased since may stand in it, and nothing would say so any more.
 */
export const momentOf = (told: string | null, given: string | undefined, nowMs: number): string => {
  const asOf = told ?? given
  if (asOf === undefined)
    throw new WrongUse(
      'AWS does not know of which moment this table is: write --as-of with the time that its rows are of, as 2026-11-24T14:04:59Z.',
    )
  const ms = Date.parse(asOf)
  if (Number.isNaN(ms)) throw new WrongUse(`--as-of ${asOf} is no time: write it as 2026-11-24T14:04:59Z.`)
  if (told !== null && given !== undefined && Date.parse(given) !== ms)
    throw new WrongUse(`This table is of ${told}, and not of ${given}: leave --as-of out.`)
  if (ms > nowMs)
    throw new WrongUse(`--as-of ${asOf} is still to come: write when the rows were as they are.`)
  if (nowMs - ms > tombstoneDays * dayMs)
    throw new WrongUse(
      `This back-up is of ${asOf}, more than ${tombstoneDays} days ago: people who were erased since could come back with it.`,
    )
  return new Date(ms).toISOString()
}
