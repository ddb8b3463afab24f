import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'

import { beginAnew, takeLeaks } from '../support/leaks.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { entries } from './entries.ts'
import { openPeople } from './people.ts'

/*
 * `npm run fuzz [-- --inputs N] [--seed S] [--only NAME]`: gives every way into the product whatever may come, and prints
 * what went wrong with the smallest input that shows it. The same seed gives the same inputs. Exit code 1 on a failure.
 */

const number = (text: string, name: string) => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} has to be a whole number from 1.`)
  return value
}

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '105000' },
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
  },
})
const inputs = number(values.inputs, 'inputs')
const seed = values.seed === undefined ? randomInt(1, 2 ** 31) : number(values.seed, 'seed')
const say = (line: string) => process.stdout.write(`${line}\n`)

const total = { inputs: 0, failures: 0 }
say(`seed ${seed}`)
beginAnew()
await logLinesOf(async () => {
  const people = await openPeople()
  try {
    for (const [name, open] of Object.entries(entries)) {
      if (!name.includes(values.only)) continue
      const { share, run } = await open(people)
      const result = await run(Math.ceil((inputs * share) / 100), seed)
      total.inputs += result.inputs
      const leaks = takeLeaks().map((leak) => `Something personal left the product: ${leak}`)
      const failures = [...result.failures, ...leaks]
      total.failures += failures.length
      say(`${name}: ${result.inputs} inputs, ${failures.length} failures`)
      for (const failure of failures) say(`  ${failure}`)
    }
  } finally {
    await people.product.close()
  }
})
say(`figure fuzz.inputs ${total.inputs}`)
say(`figure fuzz.failures ${total.failures}`)
process.exitCode = total.failures > 0 ? 1 : 0
