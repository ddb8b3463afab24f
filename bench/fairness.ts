import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { seededChance } from '../test/simulation/chance.ts'
import { barChart } from './fairness/charts.ts'
import { type Measured, type PolicyName, meanOf, measureAll, policyNames } from './fairness/measure.ts'
import { pricesOn } from './fairness/policies.ts'
import { type Region, atLoad, regionOf, subgroups } from './fairness/region.ts'
import type { Bench } from './run.ts'

const seeds = [1, 2, 3] as const
const loads = [0.7, 1, 1.4]
const groups = 220
/** How long a night takes is measured on a region three times as large as well. */
const manyGroups = 3 * groups

const chartsFolder = join(import.meta.dirname, '../docs/charts')

type Table = Record<PolicyName, Measured>

const tableOf = (measured: readonly Table[]): Table =>
  // One entry for each policy, by its name.
  Object.fromEntries(policyNames.map((name) => [name, meanOf(measured.map((one) => one[name]))])) as Table

/** How much of what greedy leaves undone against the optimum is made good, in percent. */
const gapClosed = (
  by: Measured,
  from: Measured,
  share: 'shareOfOptimum' | 'shareByPoints' = 'shareOfOptimum',
) => (100 * (by[share] - from[share])) / (100 - from[share])

/** How many subgroups are placed less often than by greedy. */
const belowGreedy = (by: Measured, greedy: Measured) =>
  subgroups.filter((one) => (by.placedOf[one] ?? 0) < (greedy.placedOf[one] ?? 0)).length

const round = (value: number) => Math.round(10 * value) / 10

const inKey = (load: number) => load.toFixed(1)

const draw = (tables: ReadonlyMap<number, Table>) => {
  const shown: PolicyName[] = ['first available', 'greedy', 'prices']
  mkdirSync(chartsFolder, { recursive: true })
  writeFileSync(
    join(chartsFolder, 'fairness-optimum.svg'),
    barChart('What a placing is worth, in % of the best that could have been done', {
      series: shown,
      from: 60,
      groups: [...tables].map(([load, table]) => ({
        label: `load ${inKey(load)}`,
        values: shown.map((name) => table[name].shareOfOptimum),
      })),
    }),
  )
  const table = tables.get(1)
  if (table)
    writeFileSync(
      join(chartsFolder, 'fairness-subgroups.svg'),
      barChart('Placed, in % of those whom any group suits, at load 1.0', {
        series: ['greedy', 'prices', 'optimum'],
        from: 50,
        groups: [...subgroups, 'none of these'].map((label) => ({
          label,
          values: (['greedy', 'prices', 'optimum'] as const).map((name) => table[name].placedOf[label] ?? 0),
        })),
      }),
    )
}

const tellTable = (load: number, table: Table, tell: (line: string) => void) => {
  tell('')
  tell(
    `load ${inKey(load)}`.padEnd(34) +
      ['% of optimum', 'by points', 'placed %', 'days', ...subgroups, 'none'].join(' | '),
  )
  for (const name of policyNames) {
    const { shareOfOptimum, shareByPoints, placed, daysWaited, placedOf } = table[name]
    const cells = [
      round(shareOfOptimum),
      round(shareByPoints),
      round(placed),
      daysWaited.toFixed(2),
      ...Object.values(placedOf).map(round),
    ]
    tell(name.padEnd(34) + cells.join(' | '))
  }
}

/** How many seconds a night of prices takes in a region, told and by its key. */
const nightOf = (region: Region, tell: (line: string) => void): [string, number] => {
  const { groups, before } = region
  const begun = performance.now()
  pricesOn(0, region, { groups, waiting: [] }, seededChance(1).random)
  const seconds = round((performance.now() - begun) / 1000)
  tell(`Prices of one night, for ${groups.length} groups and ${before.length} people: ${seconds} s`)
  return [`night_${groups.length}_seconds`, seconds]
}

const run: Bench['run'] = async (tell) => {
  const regions = seeds.map((seed) => {
    tell(`seed ${seed}: making the region`)
    return regionOf(seed, { groups })
  })
  const tables = new Map<number, Table>()
  const figures: Record<string, number> = {}
  let below = 0
  for (const load of loads) {
    const table = tableOf(regions.map((region) => measureAll(atLoad(region, load))))
    tables.set(load, table)
    tellTable(load, table, tell)
    const { greedy, prices } = table
    figures[`${inKey(load)}.share_of_optimum`] = round(prices.shareOfOptimum)
    figures[`${inKey(load)}.greedy_share_of_optimum`] = round(greedy.shareOfOptimum)
    figures[`${inKey(load)}.gap_closed`] = round(gapClosed(prices, greedy))
    const knowing = table['prices that know the future']
    figures[`${inKey(load)}.most_prices_could_reach`] = round(knowing.shareOfOptimum)
    figures[`${inKey(load)}.most_gap_closed`] = round(gapClosed(knowing, greedy))
    const fewest = table['prices, fewest options first']
    figures[`${inKey(load)}.gap_closed_by_fewest_options`] = round(gapClosed(fewest, greedy))
    figures[`${inKey(load)}.gap_closed_by_points`] = round(gapClosed(prices, greedy, 'shareByPoints'))
    below += belowGreedy(prices, greedy)
  }
  figures['subgroups_below_greedy'] = below
  draw(tables)
  tell('')
  tell(`seed ${seeds[0]}: making a region of ${manyGroups} groups`)
  const nights = [...regions.slice(0, 1), regionOf(seeds[0], { groups: manyGroups })]
  return { ...figures, ...Object.fromEntries(nights.map((region) => nightOf(atLoad(region, 1), tell))) }
}

export const fairness: Bench = {
  measures: 'prices of places against the best placing that could have been done, in an invented region',
  run,
}
