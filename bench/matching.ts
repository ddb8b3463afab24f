import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { chart } from './matching/chart.ts'
import { installPostgis } from './matching/postgres.ts'
import type { SizeResult } from './matching/run-size.ts'
import type { Bench } from './run.ts'

const sizes = [1_000, 10_000, 100_000]
/** Takes half an hour. */
const fullSizes = [...sizes, 1_000_000]

const charts = join(import.meta.dirname, '../docs/charts')
const colors = ['#0b6e4f', '#c1121f', '#5f6caf', '#b5651d', '#777777', '#9d4edd']

/** A process for each size, so that none runs on what another left warm, or full. */
const measure = (size: number): SizeResult =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--max-old-space-size=12000', join(import.meta.dirname, 'matching/run-size.ts'), String(size)],
      { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] },
    ),
  )

const ms = (value: number) => (value < 10 ? value.toPrecision(2) : value.toFixed(0))
const twoDigits = (value: number) => Math.round(value * 100) / 100

const ratio = (
  peer: { p50Ms: number; p99Ms: number; us: { p50Ms: number; p99Ms: number } },
  part: 'p50Ms' | 'p99Ms',
) => Math.round(peer[part] / peer.us[part])

const tellSize = (result: SizeResult, tell: (line: string) => void) => {
  const [alone, ...peers] = result.engines
  if (!alone) return
  tell(
    `${result.groups.toLocaleString('en-US')} groups: ${alone.people} people, ${ms(alone.p50Ms)} ms (p50), ${ms(alone.p99Ms)} ms (p99); looked at ${result.rowsTouchedP50} and ${result.rowsTouchedP99} groups; ${result.bytesPerGroup.toFixed(1)} bytes a group; ${result.noMatchPercent.toFixed(1)} % find nothing`,
  )
  for (const { name, people, p50Ms, p99Ms, us, disagreements } of peers)
    tell(
      `  ${name}: ${people} people, ${ms(p50Ms)} ms (p50), ${ms(p99Ms)} ms (p99): ${(p50Ms / us.p50Ms).toFixed(0)} and ${(p99Ms / us.p99Ms).toFixed(0)} times ours; ${disagreements} answers differ`,
    )
}

const draw = (results: readonly SizeResult[]) => {
  mkdirSync(charts, { recursive: true })
  const names = [...new Set(results.flatMap(({ engines }) => engines.map(({ name }) => name)))]
  for (const [key, title] of [
    ['p50Ms', 'Half of all people have their ten best groups within'],
    ['p99Ms', 'All but one in a hundred have their ten best groups within'],
  ] as const) {
    const series = names.map((name, index) => ({
      name,
      color: colors[index % colors.length] ?? '#000000',
      points: results.flatMap(({ groups, engines }) =>
        engines.filter((one) => one.name === name).map((one) => [groups, one[key]] as const),
      ),
    }))
    writeFileSync(join(charts, `matching-${key.slice(0, 3)}.svg`), chart(title, series))
  }
}

export const matching: Bench = {
  measures: 'the ten best groups for each of 1,000 people, by our snapshot and by others side by side',
  run: async (tell, isFull) => {
    const results: SizeResult[] = []
    for (const size of isFull ? fullSizes : sizes) {
      const result = measure(size)
      tellSize(result, tell)
      results.push(result)
    }
    draw(results)
    const large = results.find(({ groups }) => groups === 100_000)
    const engine = (name: string) => large?.engines.find((one) => one.name === name)
    const alone = engine('snapshot')
    const postgis = engine('PostGIS, tuned')
    if (!large || !alone) throw new Error('The size that figures are given for was not measured.')
    const byItself = postgis?.alone
    if (!postgis) tell(`PostGIS is not installed, and was left out. To have it: ${installPostgis}`)
    return {
      ...(postgis && {
        '100k.ratio_postgis_p50': ratio(postgis, 'p50Ms'),
        '100k.ratio_postgis_p99': ratio(postgis, 'p99Ms'),
        '100k.postgis_p50_ms': twoDigits(postgis.p50Ms),
      }),
      ...(byItself && {
        '100k.ratio_postgis_alone_p50': ratio(byItself.middle, 'p50Ms'),
        '100k.ratio_postgis_alone_p99': ratio(byItself.middle, 'p99Ms'),
        '100k.ratio_postgis_fastest_p50': ratio(byItself.fastest, 'p50Ms'),
        '100k.ratio_postgis_fastest_p99': ratio(byItself.fastest, 'p99Ms'),
        '100k.alone_p50_ms': twoDigits(byItself.middle.us.p50Ms),
        '100k.alone_p99_ms': twoDigits(byItself.middle.us.p99Ms),
        '100k.fastest_p50_ms': twoDigits(byItself.fastest.us.p50Ms),
        '100k.fastest_p99_ms': twoDigits(byItself.fastest.us.p99Ms),
      }),
      '100k.p50_ms': twoDigits(alone.p50Ms),
      '100k.p99_ms': twoDigits(alone.p99Ms),
      '100k.rows_touched_p99': large.rowsTouchedP99,
      bytes_per_group: twoDigits(large.bytesPerGroup),
      load_ratio_json: twoDigits(large.jsonMs / large.loadMs),
      disagreements: results
        .flatMap(({ engines }) => engines)
        .reduce((sum, one) => sum + one.disagreements, 0),
    }
  },
}
