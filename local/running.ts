import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { QueueUrls } from '../adapters/dead-letters.ts'
import type { QueueName } from '../functions/triggers.ts'

/** What a run leaves in its folder while it lasts, for the commands (bin/target.ts) and for a second start. */
export interface Run {
  pid: number
  dynamodb: string
  queues: Record<QueueName, QueueUrls>
  siteAddress: string
}

const noteIn = (folder: string) => join(folder, 'running.json')

export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // A process of someone else's is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const read = (folder: string): Partial<Run> => {
  try {
    return JSON.parse(readFileSync(noteIn(folder), 'utf8'))
  } catch {
    return {}
  }
}

export const noteRun = (folder: string, run: Omit<Run, 'pid'>) =>
  writeFileSync(noteIn(folder), JSON.stringify({ pid: process.pid, ...run } satisfies Run))

export const forgetRun = (folder: string) => {
  if (read(folder).pid === process.pid) rmSync(noteIn(folder), { force: true })
}

/** Two programs on one folder would destroy it; so would emptying it under one that runs. */
export const refuseSecondRun = (folder: string) => {
  const { pid } = read(folder)
  if (pid && pid !== process.pid && isAlive(pid))
    throw new Error(
      `Open Circle runs here already (process ${pid}). Stop it with Ctrl-C in its window first. If that is another program, delete ${noteIn(folder)}.`,
    )
}
