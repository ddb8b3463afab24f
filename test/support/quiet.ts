import { afterAll, afterEach } from 'vitest'

import { beginAnew, look, takeLeaks } from './leaks.ts'

/**
 * Our own log lines would bury what the tests say. Each is searched for what is personal, and goes no further. A test that
 * is about them reads them with `logLinesOf`, which has them searched as well.
 */
const output: typeof process.stdout & { isQuiet?: true } = process.stdout

// Files share a process, and this one runs before each.
if (!output.isQuiet) {
  output.isQuiet = true
  const write = output.write.bind(output)
  output.write = (chunk: string | Uint8Array, ...rest: []) => {
    const text = String(chunk)
    if (!text.startsWith('{"level":')) return write(chunk, ...rest)
    look('A log line', text)
    return true
  }
}
beginAnew()

const failWhereItLeaked = () => {
  const leaks = takeLeaks()
  if (leaks.length > 0) throw new Error(`Something personal left the product.\n${leaks.join('\n')}`)
}

afterEach(failWhereItLeaked)
afterAll(failWhereItLeaked)
