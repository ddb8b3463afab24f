/**
 * Records how this version leaves things, so that the next one can be held to it: rows of every table, messages of every
 * queue, and private links of every kind. `npm run record-version -- FOLDER`, before a release: see docs/upgrading.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'

import type { TableName } from '../../adapters/tables.ts'
import type { QueueName } from '../../functions/triggers.ts'
import { localTables } from '../../local/create-tables.ts'
import { type Lives, liveThroughIt } from './lives.ts'
import { type Product, openProduct } from './product.ts'
import { type LinkKind, type RecordedLinks, type RecordedPerson, seePage } from './recorded-version.ts'

type Row = Record<string, unknown>

/** Of many rows that are alike in this, one. */
const oneOfEach = (rows: Row[], kindOf: (row: Row) => unknown[]) => [
  ...new Map(rows.map((row) => [kindOf(row).join(), row])).values(),
]

/** What there is a hundred times of is kept once of each kind: lines of the trail, and letters to staff that are done. */
const few: Partial<Record<TableName, (rows: Row[]) => Row[]>> = {
  trail: (rows) => oneOfEach(rows, ({ event, by, codes }) => [event, by, Object.keys(codes ?? {})]),
  emails: (rows) =>
    oneOfEach(rows, ({ to, state, template, action, occurrence, subjectId }) =>
      to === 'staff' && state === 'delivered' ? [template, action] : [subjectId, occurrence],
    ),
}

const rowsIn = async (product: Product, table: TableName) => {
  const rows = await product.rows(table)
  return few[table]?.(rows) ?? rows
}

/** Takes every message out of a queue, as it would be read. */
const messagesIn = async ({ aws }: Product, queue: QueueName) => {
  const QueueUrl = aws.queueUrls[queue]
  while (aws.ses.isPublishing()) await setTimeout(1)
  const bodies: Row[] = []
  for (;;) {
    const { Messages = [] } = await aws.clients.sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
    )
    if (Messages.length === 0) return bodies
    for (const { Body = '', ReceiptHandle } of Messages) {
      bodies.push(JSON.parse(Body))
      await aws.clients.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    }
  }
}

/** What SES says when a mailbox is not there, in place of what it said of the letter of `comes-back`. */
const asBounced = (report: Row): Row => {
  const { eventType, mail, delivery: _, ...rest } = report
  if (eventType !== 'Delivery' || !JSON.stringify(mail).includes('comes-back@')) return report
  return { ...rest, eventType: 'Bounce', mail, bounce: { bounceType: 'Permanent', bounceSubType: 'General' } }
}

const personIn = async (product: Product, life: string, { people, pathIn, doorOf }: Lives) => {
  const lived = people.get(life)
  if (!lived) throw new Error(`Nobody lives as ${life}.`)
  const { form: _, ...person } = lived
  const found: Partial<Record<LinkKind, string | undefined>> = {
    ...person.paths,
    offer: pathIn(life, 'offer'),
    'check-in': pathIn(life, 'check-in'),
    stop: pathIn(life, 'stop'),
    facilitator: doorOf(life).path() || undefined,
  }
  const recorded: RecordedPerson = { ...person, paths: {}, pages: {} }
  for (const [kind, path] of Object.entries(found) as [LinkKind, string | undefined][]) {
    const page = path === undefined ? null : await seePage(product, path)
    // A confirmation is shown for half an hour; later it opens nothing, in any version.
    if (!path || !page || (kind === 'sent' && page.status === 404)) continue
    recorded.paths[kind] = path
    recorded.pages[kind] = page
  }
  return recorded
}

/** A line for each row, message or person: what changed is seen at once. */
const write = (file: string, content: Record<string, unknown>) => {
  const parts = Object.entries(content).map(([name, value]) => {
    const lines = Array.isArray(value) && value.map((one) => JSON.stringify(one)).join(',\n')
    return `${JSON.stringify(name)}: ${lines === false ? JSON.stringify(value) : `[\n${lines}\n]`}`
  })
  writeFileSync(file, `{\n${parts.join(',\n')}\n}\n`)
}

const each = async <Name extends string, T>(names: readonly Name[], read: (name: Name) => Promise<T>) =>
  Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(name)] as const)))

const record = async (folder: string) => {
  const product = await openProduct()
  const lives = await liveThroughIt(product)
  const { cookies } = await product.signIn('coordinator')

  // Object.keys is typed string[]; these are the keys of records of tables and of queues.
  const rows = await each(Object.keys(localTables) as TableName[], (table) => rowsIn(product, table))
  const messages = await each(Object.keys(product.aws.queueUrls) as QueueName[], (queue) =>
    messagesIn(product, queue),
  )
  const links: RecordedLinks = {
    recordedAt: new Date(product.clock.now()).toISOString(),
    staffCookies: Object.fromEntries(cookies),
    people: [],
  }
  for (const life of lives.people.keys()) links.people.push(await personIn(product, life, lives))

  mkdirSync(folder, { recursive: true })
  write(join(folder, 'rows.json'), rows)
  write(join(folder, 'messages.json'), {
    ...messages,
    'ses-events': messages['ses-events']?.map(asBounced) ?? [],
  })
  write(join(folder, 'links.json'), { ...links })
  await product.close()
}

const folder = process.argv[2]
if (folder === undefined)
  throw new Error('Name the folder: npm run record-version -- test/fixtures/versions/2026-11-26')
await record(folder)
