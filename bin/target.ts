import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'

import type { QueueUrls } from '../adapters/dead-letters.ts'
import { queue } from '../adapters/queue.ts'
import { type TableName, tables } from '../adapters/tables.ts'
import type { IntakeMessage } from '../domain/way/intake-message.ts'
import type { QueueName } from '../functions/triggers.ts'
import { mapByName, pascalCase } from '../lib/by-name.ts'
import { movableClock } from '../local/clock.ts'
import { createTables, localTables } from '../local/create-tables.ts'
import { startDynamodb } from '../local/embedded/dynamodb.ts'
import { type Run, isAlive } from '../local/running.ts'
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

const outputIn = (outputs: Map<string, string>, stack: string) => (name: string) => {
  const output = outputs.get(name)
  if (output === undefined) throw new Error(`The stack ${stack} has no output ${name}: deploy it again.`)
  return output
}

/** What lib/outputs.ts calls them. */
const tablesIn = (output: (name: string) => string) =>
  mapByName<TableName, object, string>(tables, (name) => output(`${pascalCase(name)}Table`))

type Queues = Record<QueueName, QueueUrls>

const queuesIn = (output: (name: string) => string): Queues => {
  const urls = (name: string) => ({
    url: output(`${name}QueueUrl`),
    deadLettersUrl: output(`${name}DeadLetterQueueUrl`),
  })
  return { intakes: urls('Intakes'), emails: urls('Emails'), 'ses-events': urls('SesEvents') }
}

interface Running {
  dynamodb: string
  queues: Queues | null
}

/** Where the local run listens, if it is up. A note that a crash left behind names a process that is no more, or no answer. */
const runningHere = async (folder: string): Promise<Running | null> => {
  const note = join(folder, 'running.json')
  if (!existsSync(note)) return null
  try {
    // Written by local/running.ts: a run of an earlier version named fewer things.
    const { pid, dynamodb, queues }: Partial<Run> = JSON.parse(readFileSync(note, 'utf8'))
    if (pid === undefined || dynamodb === undefined || !isAlive(pid)) return null
    await fetch(dynamodb, { signal: AbortSignal.timeout(2000) })
    return { dynamodb, queues: queues ?? null }
  } catch {
    return null
  }
}

const invented = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

const openStack = async (stack: string): Promise<Target> => {
  const output = outputIn(await stackOutputs(stack), stack)
  const [dynamodb, sqs] = [new DynamoDBClient(), new SQSClient()]
  return {
    dynamodb,
    tables: tablesIn(output),
    intakeQueue: queue<IntakeMessage>(sqs, output('IntakesQueueUrl')),
    now: () => Date.now(),
    close: async () => {
      dynamodb.destroy()
      sqs.destroy()
    },
  }
}

const localSqs = (queues: Queues | null) =>
  new SQSClient({ ...(queues && { endpoint: new URL(queues.intakes.url).origin }), ...invented })

/** Where the queues are, and whether SQS can be asked to move all that is in one: the embedded one cannot. */
export interface QueuesAt {
  sqs: SQSClient
  queues: Queues
  movesByItself: boolean
}

/** The queues of a stack, or those of the local run while it is up. */
export const openQueues = async ({
  stack,
  folder = '.open-circle',
}: { stack?: string | undefined; folder?: string } = {}): Promise<QueuesAt> => {
  if (stack !== undefined)
    return {
      sqs: new SQSClient(),
      queues: queuesIn(outputIn(await stackOutputs(stack), stack)),
      movesByItself: true,
    }
  const queues = (await runningHere(folder))?.queues
  if (!queues)
    throw new Error(
      'Nothing runs on this machine, so nobody would work on what is moved. Start it with npm start, or name a deployed stack with --stack.',
    )
  return { sqs: localSqs(queues), queues, movesByItself: false }
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
  const queues = running?.queues ?? null
  const sqs = localSqs(queues)
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
  const intakeQueue = queues && queue<IntakeMessage>(sqs, queues.intakes.url)
  return { dynamodb, tables: localTables, intakeQueue, now, close }
}
