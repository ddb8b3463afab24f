import type { DirectoryReading, SkippedRow } from '../adapters/directories/reading.ts'
import type { ImportPlan } from '../domain/groups/import-plan.ts'

interface Imported {
  reading: DirectoryReading
  feed: { feedId: string }
  plan: ImportPlan
  /** Names of groups that were changed by someone else meanwhile. */
  stale: string[]
  seconds: number
}

/** More skipped rows than this are counted: a wrong file would scroll everything else away. */
const fewestShown = 20

const groupsWord = (count: number) => (count === 1 ? '1 group' : `${count.toLocaleString('en-US')} groups`)

const skippedLine = ({ row, name, reason }: SkippedRow) =>
  `  row ${row}${name === null ? '' : ` (${name})`}: ${reason}`

const skippedLines = (skipped: SkippedRow[], isWhole: boolean) => {
  const shown = isWhole ? skipped : skipped.slice(0, fewestShown)
  const more = skipped.length - shown.length
  return [...shown.map(skippedLine), ...(more > 0 ? [`  and ${more} more: --verbose shows them all`] : [])]
}

const counted = (plan: ImportPlan, reading: DirectoryReading) =>
  Object.entries({
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged.length,
    returned: plan.returned.length,
    removed: plan.removed.length,
    skipped: reading.skipped.length,
  }).map(([what, count]) => `${what.padEnd(10)}${count}`)

/** People who were told of a group that has gone have to be told so: it is the first thing staff must read. */
const withPeople = ({ removed }: ImportPlan) => {
  const held = removed.filter(({ before }) => before.placesTaken > 0)
  if (held.length === 0) return []
  return [
    `${groupsWord(held.length)} of those removed still had places taken; tell the people who hold them:`,
    ...held.map(({ before }) => `  ${before.name}: ${before.placesTaken}`),
  ]
}

const keptLine = ({ kept }: ImportPlan) => {
  if (kept.length === 0) return []
  const stays = kept.length === 1 ? 'stays as it was' : 'stay as they were'
  return [`${groupsWord(kept.length)} that we have ${stays}, because of a mistake in the row`]
}

/** What an import did, as it is printed. */
export const reportOf = (
  { reading, feed, plan, stale, seconds }: Imported,
  { isDryRun, isWhole }: { isDryRun: boolean; isWhole: boolean },
) => {
  const rows = reading.groups.length + reading.skipped.length
  const rate = Math.round(rows / Math.max(seconds, 0.001)).toLocaleString('en-US')
  const dryRun = isDryRun || plan.refused !== null ? ', as it would be: nothing was changed' : ''
  return [
    `${feed.feedId}: ${rows} rows in ${seconds.toFixed(2)} s (${rate} rows/s)${dryRun}`,
    ...(plan.refused === null ? [] : [plan.refused]),
    ...counted(plan, reading),
    ...skippedLines(reading.skipped, isWhole),
    ...keptLine(plan),
    ...withPeople(plan),
    ...Object.entries(reading.remarks).map(([remark, count]) => `${groupsWord(count)} ${remark}`),
    ...(stale.length > 0
      ? [
          `${groupsWord(stale.length)} ${stale.length === 1 ? 'was' : 'were'} changed by someone else meanwhile, so import once more:`,
          ...stale.map((name) => `  ${name}`),
        ]
      : []),
  ].join('\n')
}
