import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { identifiers } from '../../adapters/identifiers.ts'
import { localTables } from '../../local/create-tables.ts'
import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { aFilledForm } from '../support/person.ts'

const kills = 10
const formsPerLife = 12
const port = 3470
const child = fileURLToPath(new URL('../support/run-local.ts', import.meta.url))

const start = async (folder: string): Promise<ChildProcess> => {
  const process_ = spawn(process.execPath, [child, folder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve) => {
    process_.stdout.on('data', (chunk) => String(chunk).includes('ready') && resolve())
  })
  return process_
}

/** Sends one form as a browser would, again and again until it is answered: what was accepted, by its submission. */
const ask = async (form: URLSearchParams, accepted: Set<string>) => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/intakes`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    })
    if (answer.status === 303) accepted.add(form.get('submissionId') ?? '')
  } catch {
    // Killed while it was answering: nobody was told that the form was accepted.
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface Mail {
  to: string[]
  subject: string
  text: string
}

/** Waits until no mail has come for longer than a message in hand at a kill stays unseen; gives all that came. */
const mailsOnceQuiet = async () => {
  let mails: Mail[] = []
  for (let quietSeconds = 0, waited = 0; quietSeconds < 6 && waited < 60; waited += 1) {
    await pause(1_000)
    const before = mails.length
    mails = (await (await fetch(`http://127.0.0.1:${port + 1}/emails.json`)).json()) as Mail[]
    quietSeconds = mails.length === before ? quietSeconds + 1 : 0
  }
  return mails
}

/** What tells one letter from another: whom it is for, what it is, and the request that it is about. */
const letterOf = ({ to, subject, text }: Mail) =>
  [...to, subject, /\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}\b/.exec(`${subject} ${text}`)?.[0]].join(' | ')

describe('a machine that is killed ten times while people ask', () => {
  let folder = ''
  const accepted = new Set<string>()
  let promised: string[] = []
  let sent: Mail[] = []
  let intakes: Record<string, unknown>[] = []
  let referrals: Record<string, unknown>[] = []
  let groups: Record<string, unknown>[] = []
  let emails: Record<string, unknown>[] = []

  const readAll = async () => {
    const dynamodb = await startDynamodb({ folder: join(folder, 'dynamodb'), now: Date.now })
    const client = new DynamoDBClient({
      endpoint: dynamodb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    const scan = async (TableName: string) => {
      const rows: Record<string, unknown>[] = []
      let ExclusiveStartKey: ScanCommandOutput['LastEvaluatedKey']
      do {
        const page: ScanCommandOutput = await client.send(new ScanCommand({ TableName, ExclusiveStartKey }))
        rows.push(...(page.Items ?? []).map((item) => unmarshall(item)))
        ExclusiveStartKey = page.LastEvaluatedKey
      } while (ExclusiveStartKey)
      return rows
    }
    intakes = await scan(localTables.intakes)
    referrals = await scan(localTables.referrals)
    groups = await scan(localTables.groups)
    emails = (await scan(localTables.emails)).filter((row) => row['emailId'])
    await dynamodb.stop()
    const { identifierKey } = JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8'))
    const ids = identifiers(async () => identifierKey)
    promised = await Promise.all([...accepted].map((submissionId) => ids.intakeIdOf(submissionId)))
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-circle-killed-'))
    for (let life = 0; life < kills; life += 1) {
      const running = await start(folder)
      const toldBefore = accepted.size
      const asking = Array.from({ length: formsPerLife }, (_, index) =>
        ask(
          aFilledForm({
            topics: ['trauma', 'grief'],
            times: 'not-sure',
            email: `p${life}-${index}@example.org`,
          }),
          accepted,
        ),
      )
      // However slow the machine is: in some lives it may die before it has told anyone that it has their form, in others not.
      while (accepted.size < toldBefore + (life % 4)) await pause(5)
      await pause(Math.random() * 300)
      running.kill('SIGKILL')
      await Promise.all([once(running, 'exit'), ...asking])
    }
    const last = await start(folder)
    sent = await mailsOnceQuiet()
    last.kill('SIGTERM')
    await once(last, 'exit')
    await readAll()
  }, 300_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('keeps everyone whom it told that it has their form', () => {
    expect(accepted.size).toBeGreaterThan(kills)
    const stored = new Set(intakes.map(({ intakeId }) => intakeId))
    expect(promised.filter((intakeId) => !stored.has(intakeId))).toEqual([])
  })

  it('leaves nobody without something that happens next', () => {
    const stranded = intakes.filter(
      ({ intakeId, next }) => next === null && !referrals.some((one) => one['intakeId'] === intakeId),
    )

    expect(stranded).toEqual([])
  })

  it('gives away no place twice and loses none', () => {
    for (const { groupId, placesTaken, capacity } of groups) {
      const held = referrals.filter((one) => one['groupId'] === groupId).length
      expect([groupId, placesTaken]).toEqual([groupId, held])
      expect(held).toBeLessThanOrEqual(Number(capacity))
    }
  })

  it('sends nobody the same letter twice', () => {
    const letters = sent.map(letterOf)

    expect(letters.length).toBeGreaterThan(accepted.size)
    expect(letters.filter((letter, index) => letters.indexOf(letter) !== index)).toEqual([])
  })

  it('sends every letter that it wrote down', () => {
    expect(
      emails.filter(({ state }) => state !== 'delivered' && state !== 'sending').map(({ state }) => state),
    ).toEqual([])
  })
})
