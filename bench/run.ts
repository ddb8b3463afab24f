import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

import { fairness } from './fairness.ts'
import { load } from './load.ts'
import { matching } from './matching.ts'
import { pages } from './pages.ts'
import { pipeline } from './pipeline.ts'

/**
 * A bench says what it did in a few lines and gives its figures by the end of their names: `p99_ms` of `load` is
 * `load.p99_ms`.
 */
export interface Bench {
  measures: string
  /** `isFull` asks for what takes long as well. */
  run: (tell: (line: string) => void, isFull: boolean) => Promise<Record<string, number>>
}

const benches: Record<string, Bench> = { fairness, load, matching, pages, pipeline }

const resultsFolder = join(import.meta.dirname, 'results')

/** Kept beside the code, so that a later run can be held against it: what was measured, when, and on how much of a machine. */
const keep = (name: string, figures: Record<string, number>) => {
  mkdirSync(resultsFolder, { recursive: true })
  const machine = { cores: availableParallelism(), node: process.version }
  const result = { measuredOn: new Date().toISOString().slice(0, 10), machine, figures }
  writeFileSync(join(resultsFolder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`)
}

const isFull = process.argv.includes('--full')
const named = process.argv.slice(2).filter((one) => one !== '--full')
const unknown = named.filter((name) => !(name in benches))
if (unknown.length > 0) {
  const all = Object.entries(benches).map(([name, { measures }]) => `  ${name}: ${measures}`)
  process.stderr.write(`There is no bench called ${unknown.join(', ')}. There is:\n${all.join('\n')}\n`)
  process.exit(1)
}

const lines: string[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (named.length > 0 && !named.includes(name)) continue
  process.stdout.write(`${name}: ${bench.measures}\n`)
  const figures = await bench.run((line) => process.stdout.write(`  ${line}\n`), isFull)
  keep(name, figures)
  lines.push(...Object.entries(figures).map(([key, value]) => `figure ${name}.${key} ${value}`))
}
process.stdout.write(`${lines.join('\n')}\n`)
