import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { identifiers } from '../../adapters/identifiers.ts'
import type { TableName } from '../../adapters/tables.ts'
import { groupSchema } from '../../domain/groups/group.ts'
import { emailSchema } from '../../domain/letters/email.ts'
import { intakeFacts, reconcile, referralFacts } from '../../domain/records/reconcile.ts'
import { intakeSchema } from '../../domain/way/intake.ts'
import { referralSchema } from '../../domain/way/referral.ts'
import { localTables } from '../../local/create-tables.ts'
import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { seededChance } from '../simulation/chance.ts'
import { openDesk } from '../support/desk.ts'
import { overHttp } from '../support/over-http.ts'
import { aFilledForm } from '../support/person.ts'
import { staffBrowser } from '../support/staff-browser.ts'

const kills = 10
const people = 200
const port = 3510
const site = `http://localhost:${port}`
const child = fileURLToPath(new URL('../support/run-local.ts', import.meta.url))

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const chance = seededChance(seed)
const call = overHttp(port)
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface Mail {
  to: string[]
  subject: string
  text: string
}

const start = async (folder: string): Promise<ChildProcess> => {
  const running = spawn(process.execPath, [child, folder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve) => {
    running.stdout.on('data', (chunk) => String(chunk).includes('ready') && resolve())
  })
  running.stdout.resume()
  return running
}

const mails = async (): Promise<Mail[]> => {
  const answer = await fetch(`http://localhost:${port + 1}/emails.json`)
  return (await answer.json()) as Mail[]
}

const post = (path: string, form: URLSearchParams) =>
  call({ method: 'POST', path, form, headers: { 'content-type': 'application/x-www-form-urlencoded' } })

/** Whoever acts goes on until the machine is gone under them: what failed with it was promised to nobody. */
const whileItLives = async (running: ChildProcess, act: () => Promise<void>) => {
  while (running.exitCode === null && running.signalCode === null)
    try {
      await act()
    } catch {
      await pause(20)
    }
}

describe(`a machine that is killed ${kills} times while people ask, staff decide and people answer`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-circle-killed-'))
  const accepted = new Set<string>()
  /** Offers that somebody answered and was told so, by the path of their link. */
  const answered = new Set<string>()
  const counts = { asked: 0, decided: 0, answered: 0, kills: 0 }
  const rows = new Map<TableName, Record<string, unknown>[]>()
  let sent: Mail[] = []
  let promised: string[] = []

  const asks = async () => {
    if (counts.asked >= people) return void (await pause(50))
    // Not all at once, so that letters about places go out between the receipts.
    await pause(chance.between(0, 600))
    const number = (counts.asked += 1)
    const form = aFilledForm({
      topics: chance.pick(['trauma', 'grief', 'drinking']),
      times: 'not-sure',
      email: `p${number}@example.org`,
    })
    // A person who hears nothing presses again, once the machine is back.
    for (let tries = 0; tries < 200 && !accepted.has(form.get('submissionId') ?? ''); tries += 1)
      try {
        if ((await post('/intakes', form)).status === 303) accepted.add(form.get('submissionId') ?? '')
      } catch {
        await pause(100)
      }
  }

  const answers = async () => {
    for (const { text } of await mails()) {
      const path = /\/offer\/[\w.-]+/.exec(text)?.[0]
      if (!path || answered.has(path)) continue
      const said = chance.happens(0.6) ? { answer: 'yes', share: 'yes' } : { answer: 'no', another: 'no' }
      const page = await post(path, new URLSearchParams({ sends: 'answer', ...said }))
      if (page.status !== 200) continue
      answered.add(path)
      counts.answered += 1
    }
    await pause(50)
  }

  /** Ada signs in as staff do, and offers each place that is proposed. */
  const offers = async () => {
    const browser = staffBrowser(site, { issuer: `http://localhost:${port + 2}` }, call)
    await browser.signIn('ada-brook')
    const desk = await openDesk({ signIn: async () => browser })
    const inbox = await desk.inbox()
    for (const [, reference = ''] of inbox.body.matchAll(/\/staff\/intakes\/(\w{3}-\w{3}-\w{3})/g)) {
      if (!desk.hasButton(await desk.open(reference), 'offer')) continue
      if ((await desk.decide(reference, 'offer')).status === 303) counts.decided += 1
    }
  }

  const readTables = async () => {
    const dynamodb = await startDynamodb({ folder: join(folder, 'dynamodb'), now: Date.now })
    const client = new DynamoDBClient({
      endpoint: dynamodb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    for (const table of ['intakes', 'referrals', 'groups', 'emails'] as const) {
      const found: Record<string, unknown>[] = []
      for await (const { Items = [] } of paginateScan({ client }, { TableName: localTables[table] }))
        found.push(...Items.map((item) => unmarshall(item)))
      rows.set(table, found)
    }
    client.destroy()
    await dynamodb.stop()
    const { identifierKey } = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8'))
    const ids = identifiers(async () => identifierKey)
    promised = await Promise.all([...accepted].map((submissionId) => ids.intakeIdOf(submissionId)))
  }

  const intakes = () =>
    (rows.get('intakes') ?? []).map((row) => intakeSchema.parse({ emailHash: null, phoneHash: null, ...row }))
  const referrals = () => (rows.get('referrals') ?? []).map((row) => referralSchema.parse(row))
  const emails = () =>
    (rows.get('emails') ?? []).filter((row) => row['emailId']).map((row) => emailSchema.parse(row))

  beforeAll(async () => {
    process.stdout.write(`To kill at the same moments again: SEED=${seed}\n`)
    while (counts.kills < kills || counts.asked < people) {
      const running = await start(folder)
      const all = [asks, asks, asks, asks, answers, offers].map((act) => whileItLives(running, act))
      await pause(chance.between(2_000, 10_000))
      running.kill('SIGKILL')
      counts.kills += 1
      await once(running, 'exit')
      await Promise.all(all)
    }
    const last = await start(folder)
    // What was in hand at the last kill comes back after three seconds; then everything has to come to rest.
    for (let quietSeconds = 0, waited = 0; quietSeconds < 10 && waited < 300; waited += 1) {
      await pause(1_000)
      const before = sent.length
      sent = await mails()
      quietSeconds = sent.length === before ? quietSeconds + 1 : 0
    }
    last.kill('SIGTERM')
    await once(last, 'exit')
    await readTables()
    process.stdout.write(
      `${counts.kills} kills: ${counts.asked} asked, ${accepted.size} were told that we have it, ${counts.decided} offers, ${counts.answered} answers, ${sent.length} letters.\n`,
    )
  }, 900_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('did live through what this is about: people asked, staff offered, people answered', () => {
    expect(accepted.size).toBeGreaterThan(people / 2)
    expect(counts.decided).toBeGreaterThan(0)
    expect(counts.answered).toBeGreaterThan(0)
  })

  it('keeps everyone whom it told that it has their form', () => {
    const stored = new Set(intakes().map(({ intakeId }) => intakeId))

    expect(promised.filter((intakeId) => !stored.has(intakeId))).toEqual([])
  })

  it('keeps every answer that it thanked somebody for', () => {
    const idIn = (path: string) => {
      const id = Buffer.from(path.split('.')[1] ?? '', 'base64url')
        .subarray(0, 16)
        .toString('hex')
      return id.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
    }
    const asked = new Set([...answered].map(idIn))
    const stillAsked = referrals().filter(
      ({ referralId, state }) => asked.has(referralId) && state === 'offered',
    )

    expect(stillAsked).toEqual([])
  })

  it('leaves the records in order: nobody is forgotten, no place is lost or given twice, no letter is stuck', () => {
    const facts = {
      intakes: intakes().map(intakeFacts),
      referrals: referrals().map(referralFacts),
      groups: (rows.get('groups') ?? []).map((row) => groupSchema.parse(row)),
      emails: emails(),
      unreadable: [],
    }

    expect(reconcile(facts, new Date().toISOString())).toEqual([])
  })

  it('sends nobody the same letter twice', () => {
    const reference = /\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}\b/
    const letters = sent
      .filter(({ subject }) => !subject.startsWith('[Intake] Today'))
      .map(({ to, subject, text }) => [...to, subject, reference.exec(`${subject} ${text}`)?.[0]].join(' | '))

    expect(letters.filter((letter, index) => letters.indexOf(letter) !== index)).toEqual([])
  })

  it('sends every letter that it wrote down, but for one whose outcome nobody knows yet', () => {
    const unsent = emails().filter(({ state }) => state === 'pending' || state === 'failed')

    expect(unsent.map(({ template, state }) => `${template} ${state}`)).toEqual([])
  })
})
