import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

import { type SeedResult, runSeed } from './run-seed.ts'

/*
 * `npm run simulate -- --seeds 300 [--from N] [--until-broken]`: lives through so many histories, and says which promise
 * was broken in which of them. Exit code 1 when one was. The same seed is the same history, each time it is asked for.
 */

/** Tells a child which seeds are its own. */
const shareName = 'SIMULATED_SEEDS'

interface Share {
  from: number
  to: number
  step: number
}

const live = async ({ from, to, step }: Share, tell: (result: SeedResult) => void) => {
  for (let seed = from; seed < to; seed += step) tell(await runSeed(seed))
}

const number = (text: string, name: string) => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} has to be a whole number from 1.`)
  return value
}

const ordered = () => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '100' },
      from: { type: 'string', default: '1' },
      'until-broken': { type: 'boolean', default: false },
    },
  })
  const from = number(values.from, 'from')
  return { from, to: from + number(values.seeds, 'seeds'), untilBroken: values['until-broken'] }
}

const main = async () => {
  const { from, to, untilBroken } = ordered()
  const started = performance.now()
  const totals = { seeds: 0, broken: 0, calls: 0, letters: 0, doubled: 0, setAside: 0 }
  const hands = Math.min(availableParallelism(), to - from)

  const hear = ({ seed, violations, calls, letters, doubled, redriven }: SeedResult) => {
    totals.seeds += 1
    totals.calls += calls
    totals.letters += letters
    totals.doubled += doubled
    totals.setAside += redriven
    if (violations.length > 0) {
      totals.broken += 1
      process.stdout.write(`seed ${seed}\n`)
      for (const { promise, how } of violations) process.stdout.write(`  ${promise}:\n    ${how}\n`)
    }
    if (totals.seeds % 500 === 0) process.stdout.write(`${totals.seeds} seeds, ${totals.broken} broken\n`)
  }

  const children = Array.from({ length: hands }, (_, hand) => {
    const share: Share = { from: from + hand, to, step: hands }
    const child = fork(import.meta.filename, { env: { ...process.env, [shareName]: JSON.stringify(share) } })
    child.on('message', (result: SeedResult) => {
      hear(result)
      if (untilBroken && totals.broken > 0) for (const one of children) one.kill()
    })
    return child
  })
  const ends = await Promise.all(children.map((child) => once(child, 'exit')))
  // One that was ended by a signal gives no code: that was us.
  if (ends.some(([code]) => Number(code) > 0)) throw new Error('A history could not be lived through.')

  const seconds = (performance.now() - started) / 1000
  process.stdout.write(
    [
      `${totals.seeds} seeds in ${seconds.toFixed(0)} s: ${totals.calls} calls to AWS, ${totals.letters} letters, ${totals.setAside} messages set aside and put back.`,
      `figure simulate.seeds ${totals.seeds}`,
      `figure simulate.violations ${totals.broken}`,
      `figure simulate.duplicates ${totals.doubled}`,
      '',
    ].join('\n'),
  )
  process.exitCode = totals.broken > 0 ? 1 : 0
}

const given = process.env[shareName]
// What a child is given is what `main` gave it.
if (given) await live(JSON.parse(given) as Share, (result) => process.send?.(result))
else await main()
