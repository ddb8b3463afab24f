import { readFileSync } from 'node:fs'

import { importDirectory } from '../adapters/directories/import-directory.ts'
import { feedStore } from '../adapters/feed-store.ts'
import { groupStore } from '../adapters/group-store.ts'
import { type ImportPlan, groupsWithPlaces } from '../domain/groups/import-plan.ts'
import type { IntakeMessage } from '../domain/way/intake-message.ts'
import { type Values, WrongUse, argumentsOf, read } from './groups-arguments.ts'
import { reportOf } from './groups-report.ts'
import { type Target, openTarget } from './target.ts'

const usage = `Usage:
  npm run groups -- import FILE --format meeting-guide --programme aa --time-zone America/Los_Angeles
  npm run groups -- import FILE --format csv [--time-zone America/Los_Angeles]
  npm run groups -- list
  npm run groups -- template
Options: --stack NAME for a deployed one, --feed NAME, --dry-run, --allow-shrink, --verbose. See docs/groups.md.`

/** Places that came with a directory go to those who wait, now. Without a running queue the hourly look finds them. */
const passOnPlaces = async (plan: ImportPlan, { intakeQueue }: Target) => {
  const messages = groupsWithPlaces(plan).map((groupId): IntakeMessage => ({
    schema: 1,
    kind: 'place-freed',
    groupId,
  }))
  try {
    await intakeQueue?.sendAll(messages)
  } catch {
    console.error(
      'The groups are in. The queue did not answer, so those who wait are looked at within the hour.',
    )
  }
}

const importFile = async (values: Values, path: string | undefined) => {
  const startedAt = performance.now()
  const directory = read(values, path)
  const target = await openTarget({ stack: values.stack })
  try {
    const { plan, stale } = await importDirectory({
      ...directory,
      groups: groupStore({ dynamodb: target.dynamodb, table: target.tables.groups }),
      feeds: feedStore({ dynamodb: target.dynamodb, table: target.tables.feeds }),
      now: new Date(target.now()).toISOString(),
      isDryRun: values['dry-run'] ?? false,
      allowShrink: values['allow-shrink'] ?? false,
    })
    if (!values['dry-run'] && plan.refused === null) await passOnPlaces(plan, target)
    const seconds = (performance.now() - startedAt) / 1000
    const report = { ...directory, plan, stale, seconds }
    console.log(reportOf(report, { isDryRun: values['dry-run'] ?? false, isWhole: values.verbose ?? false }))
    return plan.refused === null && stale.length === 0 ? 0 : 1
  } finally {
    await target.close()
  }
}

const list = async ({ stack }: Values) => {
  const target = await openTarget({ stack })
  try {
    const groups = groupStore({ dynamodb: target.dynamodb, table: target.tables.groups })
    const feeds = await feedStore({ dynamodb: target.dynamodb, table: target.tables.feeds }).every()
    if (feeds.length === 0) console.log('No directory has been imported yet.')
    for (const { feedId, format, lastImportedAt } of feeds.toSorted((a, b) =>
      a.feedId < b.feedId ? -1 : 1,
    )) {
      const ofFeed = await groups.ofFeed(feedId)
      const count = (state: string) => ofFeed.filter(({ status }) => status === state).length
      const counts = ['active', 'paused', 'gone'].map((state) => `${count(state)} ${state}`).join(', ')
      console.log(`${feedId} (${format}): ${counts}; last verified ${lastImportedAt}`)
    }
    return 0
  } finally {
    await target.close()
  }
}

const template = async () => {
  console.log(readFileSync(new URL('../docs/groups-template.csv', import.meta.url), 'utf8').trimEnd())
  return 0
}

const run = async (words: string[]) => {
  const { values, positionals } = argumentsOf(words)
  const [command, file, tooMany] = positionals
  if (values.help) {
    console.log(usage)
    return 0
  }
  if (tooMany !== undefined) throw new WrongUse(`${tooMany} is one word too many: import one file at a time.`)
  if (command === 'import') return importFile(values, file)
  if (file !== undefined && (command === 'list' || command === 'template'))
    throw new WrongUse(`${file} is one word too many: write npm run groups -- ${command}`)
  if (command === 'list') return list(values)
  if (command === 'template') return template()
  throw new WrongUse(
    command === undefined ? usage : `${command} is not known: write import, list or template.`,
  )
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const isAsked = process.argv.includes('--verbose') || !(error instanceof Error)
  console.error(isAsked ? error : error.message)
  process.exitCode = error instanceof WrongUse ? 2 : 1
}
