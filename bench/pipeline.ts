import { statSync } from 'node:fs'

import { type FunctionName, triggers } from '../functions/triggers.ts'
import { aGroup } from '../test/support/builders.ts'
import { aFilledForm } from '../test/support/person.ts'
import { type Product, openProduct } from '../test/support/product.ts'
import { type Share, billFor, emailDollars } from './pipeline/bill.ts'
import { bundle } from './pipeline/bundle.ts'
import { coldStarts } from './pipeline/cold-start.ts'
import { type Run, countCalls } from './pipeline/count-calls.ts'
import type { Bench } from './run.ts'

/** One person asks, by a warm product: what each function is woken for and asks of AWS until all is told. */
const runsOfOneRequest = async (product: Product): Promise<Run[]> => {
  const counted = countCalls(product)
  try {
    await product.addGroups(aGroup())
    await product.postForm('/intakes', aFilledForm({ email: 'first@example.org' }))
    await product.settle()
    counted.take()
    await product.postForm('/intakes', aFilledForm())
    await product.settle()
    return counted.take()
  } finally {
    counted.stop()
  }
}

/** Our own log lines would stand between the figures. */
const silently = async <T>(run: () => Promise<T>): Promise<T> => {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = () => true
  try {
    return await run()
  } finally {
    process.stdout.write = write
  }
}

const callsOf = (runs: readonly Run[], name: FunctionName) =>
  runs.filter((run) => run.name === name).flatMap(({ calls }) => calls)

const sum = (shares: readonly Share[]) => shares.reduce((all, { dollars }) => all + dollars, 0)

const rounded = (number: number, digits: number) => Number(number.toFixed(digits))

export const pipeline: Bench = {
  measures:
    'what one request asks of AWS and costs, what each function weighs, and the CPU of a cold start beside one that does nothing else',
  run: async (tell) => {
    const product = await silently(() => openProduct())
    const runs = await silently(async () => {
      const seen = await runsOfOneRequest(product)
      await product.close()
      return seen
    })
    const letters = callsOf(runs, 'send-email').filter((call) => call === 'SendRawEmailCommand').length
    for (const { name, calls, units } of runs)
      tell(
        `${name}: ${calls.map((call) => call.replace('Command', '')).join(', ')} (${units.write} write units, ${units.read} read)`,
      )

    const shares = billFor(
      runs.map((run) => ({ ...run, memoryMb: triggers[run.name].memoryMb })),
      // SES says of each letter that it was sent, and that it arrived.
      { requests: 1, notifications: 2 * letters },
    )
    for (const { what, dollars } of shares)
      tell(`$ ${(dollars * 1000).toFixed(4)} for 1,000 requests: ${what}`)
    tell(`$ ${(letters * emailDollars * 1000).toFixed(4)} for 1,000 requests: SES, ${letters} letters each`)

    const { files, remove } = await bundle(
      Object.fromEntries(Object.keys(triggers).map((name) => [name, `functions/${name}.ts`])),
    )
    const kb = Object.entries(files).map(
      ([name, file]) => [name, Math.round(statSync(file).size / 1000)] as const,
    )
    remove()
    for (const [name, size] of kb) tell(`${name}: ${size} kB`)

    const cold = await coldStarts()
    tell(
      `cold start of submit-intake: ${cold.oursMs.toFixed(0)} ms of CPU; of a bare handler: ${cold.bareMs.toFixed(0)} ms`,
    )
    return {
      'accept.calls': callsOf(runs, 'submit-intake').length,
      // The groups are read by each running matcher once in half a minute, however many requests there are.
      'match.calls': callsOf(runs, 'match-intake').filter((call) => call !== 'ScanCommand').length,
      'mail.calls': callsOf(runs, 'send-email').length / letters,
      'accept.bundle_kb': Object.fromEntries(kb)['submit-intake'] ?? 0,
      'largest.bundle_kb': Math.max(...kb.map(([, size]) => size)),
      'accept.cold_cpu_ratio': rounded(cold.oursMs / cold.bareMs, 2),
      usd_per_1000_without_ses: rounded(sum(shares) * 1000, 4),
    }
  },
}
