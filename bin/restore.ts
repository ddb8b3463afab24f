import { ScanCommand } from '@aws-sdk/client-dynamodb'

import { connect, openOutside, thisMachine } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  emails,
  intakes,
  moment,
  referrals,
  tombstones,
  trail,
} from '../adapters/parts.ts'
import { restoreTable } from '../adapters/restore/restore-table.ts'
import { describeTable } from '../adapters/restore/restored-table.ts'
import { calendarSettings } from './calendar-settings.ts'
import { WrongUse } from './groups-arguments.ts'
import { argumentsOf, momentOf, usage } from './restore-arguments.ts'
import { reportOf } from './restore-report.ts'
import { type Target, openTarget } from './target.ts'

const parts = { chance, clock, commit, emails, intakes, moment, referrals, tombstones, trail }

const settingsOf = async (stack: string | undefined, { tables }: Target) => ({
  ...(await calendarSettings(stack)),
  INTAKES_TABLE: tables.intakes,
  REFERRALS_TABLE: tables.referrals,
  EMAILS_TABLE: tables.emails,
  TRAIL_TABLE: tables.trail,
  TOMBSTONES_TABLE: tables.tombstones,
})

const count = async ({ dynamodb, tables }: Target) =>
  (await dynamodb.send(new ScanCommand({ TableName: tables.tombstones, Select: 'COUNT' }))).Count ?? 0

/** The moment that the rows of the restored table are of; says so when it cannot be read yet, or is the live one. */
const asOfIn = async (
  asked: NonNullable<ReturnType<typeof argumentsOf>>,
  { dynamodb, tables, now }: Target,
) => {
  const { from, asOf } = asked
  if (Object.values(tables).includes(from))
    throw new WrongUse(`${from} is the live table itself: --from names the one that AWS made from a back-up.`)
  const found = await describeTable(dynamodb, from)
  if (found === null) throw new WrongUse(`There is no table ${from} here: is that its name, and its region?`)
  if (!found.isReady)
    throw new WrongUse(`The table ${from} is still being restored: wait until it is ACTIVE.`)
  return momentOf(found.asOf, asOf, now())
}

const run = async (words: string[]) => {
  const asked = argumentsOf(words)
  if (asked === null) return console.log(usage)
  const target = await openTarget({ stack: asked.stack })
  try {
    const asOf = await asOfIn(asked, target)
    const { dynamodb, tables, now } = target
    const settings = await settingsOf(asked.stack, target)
    const adapters = connect(openOutside(settings, { ...thisMachine, now, aws: { dynamodb } }), parts)
    const restored = await restoreTable(
      { ...asked, backUp: { asOf, isLast: asked.isLast } },
      { dynamodb, tables, adapters },
    )
    console.log(reportOf(restored, { ...asked, asOf, tombstones: await count(target) }))
    if (restored.unreadable.length + restored.notWritten.length > 0) process.exitCode = 1
  } finally {
    await target.close()
  }
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof WrongUse ? 2 : 1
}
