import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'

import { localTables } from '../local/create-tables.ts'
import { startDynamodb } from '../local/embedded/dynamodb.ts'
import { aFilledForm } from '../test/support/person.ts'
import type { Bench } from './run.ts'

const intakes = 2_000
/** Forms under way at once: more than the machine has hands, so that it is never idle. */
const atOnce = 16
const port = 3490
const server = fileURLToPath(new URL('../test/support/run-local.ts', import.meta.url))

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const start = async (folder: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [server, folder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('ready') && resolve())
  })
  // Our own log lines would fill the pipe.
  child.stdout.resume()
  return child
}

/** The most memory a process ever held, in MB; where the system does not tell, nothing. */
const peakMbOf = ({ pid }: ChildProcess) => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1024)
  } catch {
    return null
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

/** Sends a form as a browser does; gives the status of the answer and how long it took. */
const send = (form: URLSearchParams) =>
  new Promise<{ status: number; tookMs: number }>((resolve) => {
    const begun = performance.now()
    const ends = (status: number) => resolve({ status, tookMs: performance.now() - begun })
    const sent = request(
      {
        agent,
        port,
        method: 'POST',
        path: '/intakes',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => ends(answer.statusCode ?? 0))
      },
    )
    sent.on('error', () => ends(0))
    sent.end(String(form))
  })

const formOf = (number: number) =>
  aFilledForm({ email: `p${number}@example.org`, topics: number % 2 === 0 ? 'trauma' : 'drinking' })

const percentile = (sorted: readonly number[], share: number) =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10

const receiptsIn = async () => {
  const answer = await fetch(`http://127.0.0.1:${port + 1}/emails.json`)
  // What the mailbox gives is what design and README say.
  const mails = (await answer.json()) as { to: string[] }[]
  return new Set(mails.flatMap(({ to }) => to).filter((to) => /^p\d+@/.test(to))).size
}

/** Waits until everyone has been written to, or until nothing has moved for a while. */
const untilWritten = async (people: number) => {
  for (let written = 0, quietSeconds = 0; written < people && quietSeconds < 60;) {
    await pause(2_000)
    const now = await receiptsIn()
    quietSeconds = now > written ? 0 : quietSeconds + 2
    written = now
  }
}

const storedIn = async (folder: string) => {
  const dynamodb = await startDynamodb({ folder: join(folder, 'dynamodb'), now: Date.now })
  const client = new DynamoDBClient({
    endpoint: dynamodb.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  let stored = 0
  for await (const { Count = 0 } of paginateScan(
    { client },
    { TableName: localTables.intakes, Select: 'COUNT' },
  ))
    stored += Count
  client.destroy()
  await dynamodb.stop()
  return stored
}

export const load: Bench = {
  measures: `${intakes} people ask at once, of a local run in a process of its own, until each has been written to`,
  run: async (tell) => {
    const folder = mkdtempSync(join(tmpdir(), 'open-circle-load-'))
    try {
      const child = await start(folder)
      const took: number[] = []
      const errors = new Map<number, number>()
      let next = 0
      const begun = performance.now()
      const hand = async () => {
        for (let number = (next += 1); number <= intakes; number = next += 1) {
          const { status, tookMs } = await send(formOf(number))
          took.push(tookMs)
          if (status !== 303) errors.set(status, (errors.get(status) ?? 0) + 1)
        }
      }
      await Promise.all(Array.from({ length: atOnce }, hand))
      const acceptedSeconds = (performance.now() - begun) / 1000
      const failed = [...errors.values()].reduce((sum, count) => sum + count, 0)
      await untilWritten(intakes - failed)
      const writtenSeconds = (performance.now() - begun) / 1000
      const peakMb = peakMbOf(child)
      child.kill('SIGTERM')
      await once(child, 'exit')
      agent.destroy()
      const lost = intakes - failed - (await storedIn(folder))

      const sorted = took.toSorted((one, other) => one - other)
      tell(
        `accepted in ${acceptedSeconds.toFixed(1)} s, matched and written to in ${writtenSeconds.toFixed(1)} s`,
      )
      for (const [status, count] of errors) tell(`${count} were answered with ${status}`)
      return {
        intakes_per_second: Math.round(intakes / acceptedSeconds),
        p50_ms: percentile(sorted, 0.5),
        p99_ms: percentile(sorted, 0.99),
        written_per_second: Math.round(((intakes - failed) / writtenSeconds) * 10) / 10,
        ...(peakMb !== null && { peak_mb: peakMb }),
        errors: failed,
        lost,
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
