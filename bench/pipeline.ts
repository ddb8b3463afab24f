import { statSync } from 'node:fs'

import { type FunctionName, triggers } from '../functions/triggers.ts'
import { synthesise } from '../test/lib/synthesise.ts'
import { aGroup } from '../test/support/builders.ts'
import { aFilledForm } from '../test/support/person.ts'
import { type Product, openProduct } from '../test/support/product.ts'
import { billFor, emailDollars, total } from './pipeline/bill.ts'
import { bundle } from './pipeline/bundle.ts'
import { coldStarts } from './pipeline/cold-start.ts'
import { type Run, countCalls } from './pipeline/count-calls.ts'
import { moving, standing } from './pipeline/month.ts'
import type { Bench } from './run.ts'

/** Letters that a person's whole way brings, with staff's and the leader's, beyond the two of the first hour. */
const laterLetters = 8

/** By a warm product: what each function is woken for and asks of AWS when one person asks, until all is told; and what a page does, and a minute. */
const runsOf = async (
  product: Product,
): Promise<Record<'request' | 'page' | 'minute' | 'packing', Run[]>> => {
  const counted = countCalls(product)
  try {
    await product.addGroups(aGroup())
    await product.postForm('/intakes', aFilledForm({ email: 'first@example.org' }))
    await product.settle()
    counted.take()
    await product.postForm('/intakes', aFilledForm())
    await product.settle()
    const request = counted.take()
    await product.get('/questions/3')
    const page = counted.take()
    await product.sweep()
    // On one machine every clock strikes each minute.
    const { minute = [], packing = [] } = Object.groupBy(counted.take(), ({ name }) =>
      name === 'publish-directory' ? 'packing' : 'minute',
    )
    return { request, page, minute, packing }
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

const rounded = (number: number, digits: number) => Number(number.toFixed(digits))

export const pipeline: Bench = {
  measures:
    'what one request asks of AWS and costs, what each function weighs, and the CPU of a cold start beside one that does nothing else',
  run: async (tell) => {
    const product = await silently(() => openProduct())
    const {
      request: runs,
      page,
      minute,
      packing,
    } = await silently(async () => {
      const seen = await runsOf(product)
      await product.close()
      return seen
    })
    const bill = (of: readonly Run[], through: { requests: number; notifications: number }) =>
      billFor(
        of.map((run) => ({ ...run, memoryMb: triggers[run.name].memoryMb })),
        through,
      )
    const letters = callsOf(runs, 'send-email').filter((call) => call === 'SendRawEmailCommand').length
    for (const { name, calls, units } of runs)
      tell(
        `${name}: ${calls.map((call) => call.replace('Command', '')).join(', ')} (${units.write} write units, ${units.read} read)`,
      )

    // SES says of each letter that it was sent, and that it arrived.
    const shares = bill(runs, { requests: 1, notifications: 2 * letters })
    for (const { what, dollars } of shares)
      tell(`$ ${(dollars * 1000).toFixed(4)} for 1,000 requests: ${what}`)
    tell(`$ ${(letters * emailDollars * 1000).toFixed(4)} for 1,000 requests: SES, ${letters} letters each`)

    const stands = standing(synthesise(), {
      sweep: bill(minute, { requests: 0, notifications: 0 }),
      packing: bill(packing, { requests: 0, notifications: 0 }),
    })
    for (const { what, dollars } of stands) tell(`$ ${dollars.toFixed(2)} a month, whoever asks: ${what}`)
    const each = {
      request: shares,
      page: bill(page, { requests: 1, notifications: 0 }),
      // What comes later costs as much as what came first: a letter, a step, a row.
      emails: (letters + laterLetters) * emailDollars + (laterLetters * total(shares)) / letters,
    }
    const monthly = (requests: number) => rounded(total(stands) + moving(requests, each), 2)
    for (const requests of [50, 500, 5_000]) tell(`$ ${monthly(requests)} a month with ${requests} requests`)

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
      // Groups are read by each running matcher once in half a minute, however many requests there are.
      'match.calls': callsOf(runs, 'match-intake').filter(
        (call) => !['ScanCommand', 'BatchGetItemCommand'].includes(call),
      ).length,
      'mail.calls': callsOf(runs, 'send-email').length / letters,
      'accept.bundle_kb': Object.fromEntries(kb)['submit-intake'] ?? 0,
      'largest.bundle_kb': Math.max(...kb.map(([, size]) => size)),
      'accept.cold_cpu_ratio': rounded(cold.oursMs / cold.bareMs, 2),
      'accept.cold_cpu_ratio_to_sparing': rounded(cold.oursMs / cold.sparingBareMs, 2),
      usd_per_1000_without_ses: rounded(total(shares) * 1000, 4),
      usd_a_month_with_50: monthly(50),
      usd_a_month_with_500: monthly(500),
      usd_a_month_with_5000: monthly(5_000),
    }
  },
}
