import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'

import { queue } from '../adapters/queue.ts'
import { type TableName, tables } from '../adapters/tables.ts'
import type { IntakeMessage } from '../domain/intake-message.ts'
import { movableClock } from '../local/clock.ts'
import { createTables, localTables } from '../local/create-tables.ts'
import { startDynamodb } from '../local/embedded/dynamodb.ts'
import { isAlive } from '../local/running.ts'
import { stackOutputs } from './stack-outputs.ts'

/** Where a command works: the tables of a deployed stack, or those of this machine. */
export interface Target {
  dynamodb: DynamoDBClient
  tables: Record<TableName, string>
  /** Sends into the intakes queue; null on a machine where nothing runs, whose queues nobody works on. */
  intakeQueue: ReturnType<typeof queue<IntakeMessage>> | null
  /** The clock of the place: that of this machine's run may have been moved forward. */
  now: () => number
  close: () => Promise<void>
}

/** The output of the stack that tells a table's name, such as GroupsTable. */
const outputOf = (name: TableName) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Table`

const tablesIn = (outputs: Map<string, string>, stack: string): Record<TableName, string> => {
  // Object.keys is typed string[]; `tables` is the whole truth about its keys.
  const names = (Object.keys(tables) as TableName[]).map((name) => {
    const table = outputs.get(outputOf(name))
    if (table === undefined)
      throw new Error(`The stack ${stack} has no output ${outputOf(name)}: deploy it again.`)
    return [name, table] as const
  })
  return Object.fromEntries(names) as Record<TableName, string>
}

interface Running {
  dynamodb: string
  intakesQueueUrl: string | null
}

/** Where the local run listens, if it is up. A note that a crash left behind names a process that is no more, or no answer. */
const runningHere = async (folder: string): Promise<Running | null> => {
  const note = join(folder, 'running.json')
  if (!existsSync(note)) return null
  try {
    const { pid, dynamodb, intakesQueueUrl }: Record<string, unknown> = JSON.parse(readFileSync(note, 'utf8'))
    if (typeof pid !== 'number' || typeof dynamodb !== 'string' || !isAlive(pid)) return null
    await fetch(dynamodb, { signal: AbortSignal.timeout(2000) })
    return { dynamodb, intakesQueueUrl: typeof intakesQueueUrl === 'string' ? intakesQueueUrl : null }
  } catch {
    return null
  }
}

const invented = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

const openStack = async (stack: string): Promise<Target> => {
  const outputs = await stackOutputs(stack)
  const [dynamodb, sqs] = [new DynamoDBClient(), new SQSClient()]
  const url = outputs.get('IntakesQueueUrl')
  return {
    dynamodb,
    tables: tablesIn(outputs, stack),
    intakeQueue: url ? queue<IntakeMessage>(sqs, url) : null,
    now: () => Date.now(),
    close: async () => {
      dynamodb.destroy()
      sqs.destroy()
    },
  }
}

/**
 * Opens the tables of a stack; or those of the local run while it is up; or, while it is not, the same data on this
 * machine's disk, which only one process can have open at a time.
 */
export const openTarget = async ({
  stack,
  folder = '.open-circle',
}: { stack?: string | undefined; folder?: string } = {}): Promise<Target> => {
  if (stack !== undefined) return openStack(stack)
  const { now } = movableClock(join(folder, 'clock.json'))
  const running = await runningHere(folder)
  const database = running === null ? await startDynamodb({ folder: join(folder, 'dynamodb'), now }) : null
  const dynamodb = new DynamoDBClient({
    endpoint: running?.dynamodb ?? database?.endpoint ?? '',
    ...invented,
  })
  const url = running?.intakesQueueUrl ?? null
  const sqs = new SQSClient({ ...(url && { endpoint: new URL(url).origin }), ...invented })
  const close = async () => {
    dynamodb.destroy()
    sqs.destroy()
    await database?.stop()
  }
  try {
    if (database) await createTables(dynamodb)
  } catch (error) {
    await close()
    throw error
  }
  return { dynamodb, tables: localTables, intakeQueue: url ? queue(sqs, url) : null, now, close }
}
