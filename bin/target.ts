import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

import { type TableName, tables } from '../adapters/tables.ts'
import { movableClock } from '../local/clock.ts'
import { createTables, localTables } from '../local/create-tables.ts'
import { startDynamodb } from '../local/embedded/dynamodb.ts'
import { isAlive } from '../local/running.ts'
import { stackOutputs } from './stack-outputs.ts'

/** Where a command works: the tables of a deployed stack, or those of this machine. */
export interface Target {
  dynamodb: DynamoDBClient
  tables: Record<TableName, string>
  /** The clock of the place: that of this machine's run may have been moved forward. */
  now: () => number
  close: () => Promise<void>
}

/** The output of the stack that tells a table's name, such as GroupsTable. */
const outputOf = (name: TableName) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Table`

const stackTables = async (stack: string): Promise<Record<TableName, string>> => {
  const outputs = await stackOutputs(stack)
  // Object.keys is typed string[]; `tables` is the whole truth about its keys.
  const names = (Object.keys(tables) as TableName[]).map((name) => {
    const table = outputs.get(outputOf(name))
    if (table === undefined)
      throw new Error(`The stack ${stack} has no output ${outputOf(name)}: deploy it again.`)
    return [name, table] as const
  })
  return Object.fromEntries(names) as Record<TableName, string>
}

/** Where the local run listens, if it is up. A note that a crash left behind names a process that is no more, or no answer. */
const runningEndpoint = async (folder: string): Promise<string | null> => {
  const note = join(folder, 'running.json')
  if (!existsSync(note)) return null
  try {
    const { pid, dynamodb }: { pid?: unknown; dynamodb?: unknown } = JSON.parse(readFileSync(note, 'utf8'))
    if (typeof pid !== 'number' || typeof dynamodb !== 'string' || !isAlive(pid)) return null
    await fetch(dynamodb, { signal: AbortSignal.timeout(2000) })
    return dynamodb
  } catch {
    return null
  }
}

const localClient = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })

/**
 * Opens the tables of a stack; or those of the local run while it is up; or, while it is not, the same data on this
 * machine's disk, which only one process can have open at a time.
 */
export const openTarget = async ({
  stack,
  folder = '.open-circle',
}: { stack?: string | undefined; folder?: string } = {}): Promise<Target> => {
  if (stack !== undefined) {
    const dynamodb = new DynamoDBClient()
    const now = () => Date.now()
    return { dynamodb, tables: await stackTables(stack), now, close: async () => dynamodb.destroy() }
  }
  const { now } = movableClock(join(folder, 'clock.json'))
  const running = await runningEndpoint(folder)
  const database = running === null ? await startDynamodb({ folder: join(folder, 'dynamodb'), now }) : null
  const dynamodb = localClient(running ?? database?.endpoint ?? '')
  const close = async () => {
    dynamodb.destroy()
    await database?.stop()
  }
  try {
    if (database) await createTables(dynamodb)
  } catch (error) {
    await close()
    throw error
  }
  return { dynamodb, tables: localTables, now, close }
}
