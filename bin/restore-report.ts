import type { Restored, Told } from '../adapters/restore/restore-table.ts'
import { type Found, type Reason, reasons } from '../domain/records/restore/verdict.ts'

/** More keys than this are counted: they would scroll everything else away. */
const fewestShown = 20

const founds: readonly Found[] = ['missing', 'different', 'newer', 'same']

/** What needs no second look. */
const asExpected: ReadonlySet<Reason> = new Set(['as-it-was', 'same', 'counted-anew', 'notice-cancelled'])

const line = (count: number, what: string) => `${String(count).padStart(7)}  ${what}`

const shown = (keys: readonly string[], isWhole: boolean) => {
  const some = isWhole ? keys : keys.slice(0, fewestShown)
  const more = keys.length - some.length
  return [
    ...some.map((key) => `           ${key}`),
    ...(more > 0 ? [`           and ${more} more: --verbose shows them all`] : []),
  ]
}

const countLines = (rows: readonly Told[]) =>
  founds.map((one) => line(rows.filter(({ found }) => found === one).length, one))

const reasonLines = (rows: readonly Told[], isWhole: boolean) => {
  // Keys of the record are reasons by its type.
  const known = Object.keys(reasons) as Reason[]
  return known.flatMap((reason) => {
    const keys = rows.filter(({ because }) => because === reason).map(({ key }) => key)
    if (keys.length === 0) return []
    const isListed = isWhole || !asExpected.has(reason)
    return [line(keys.length, reasons[reason]), ...(isListed ? shown(keys, isWhole) : [])]
  })
}

const troubleLines = ({ unreadable, notWritten }: Restored, isWhole: boolean) => [
  ...(unreadable.length > 0
    ? [line(unreadable.length, 'cannot be read in the back-up'), ...shown(unreadable, isWhole)]
    : []),
  ...(notWritten.length > 0
    ? [
        line(notWritten.length, 'changed at this moment or cannot be read live: run it once more'),
        ...shown(notWritten, isWhole),
      ]
    : []),
]

const placeLines = ({ recounted }: Restored) =>
  recounted === null
    ? ['Places could not be counted: restore the referrals, and then run this once more.']
    : recounted.map(
        ({ groupId, from, to }) => `Places taken in ${groupId}: ${from} before, ${to} by its referrals.`,
      )

/** What a restore did, as it is printed: counts, reasons and keys, and nothing that anybody told us. */
export const reportOf = (
  restored: Restored,
  {
    table,
    from,
    asOf,
    isDryRun,
    isWhole,
    tombstones,
  }: {
    table: string
    from: string
    asOf: string
    isDryRun: boolean
    isWhole: boolean
    tombstones: number
  },
) =>
  [
    `${table}, from ${from} as it was at ${asOf}${isDryRun ? ': a dry run, nothing was changed' : ''}`,
    `${tombstones} tombstones stand. Were they lost as well, restore them first.`,
    ...countLines(restored.rows),
    isDryRun ? 'These would' : 'These',
    ...reasonLines(restored.rows, isWhole),
    ...troubleLines(restored, isWhole),
    ...placeLines(restored),
    ...(isDryRun ? ['Add --confirm to do it.'] : []),
  ].join('\n')
