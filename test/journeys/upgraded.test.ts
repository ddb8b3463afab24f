import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { keyNames } from '../../adapters/restore/put-back.ts'
import type { TableName } from '../../adapters/tables.ts'
import { type Upgraded, openUpgraded, recordedVersions } from '../support/load-version.ts'
import { sentFrom } from '../support/page-parts.ts'
import { wordsOf } from '../support/person.ts'
import type { LinkKind } from '../support/recorded-version.ts'
import { seePage } from '../support/recorded-version.ts'
import { noAndEnough, noAndLook, yes } from '../support/with-a-place.ts'

const day = 24 * 3_600_000

const keyOf = (table: TableName, row: Record<string, unknown>) =>
  keyNames(table)
    .map((name) => row[name])
    .join(' ')

// Each life is touched by one test, so that all of these can go on from one product.
describe.each(recordedVersions)('what version %s left', { timeout: 120_000 }, (version) => {
  let upgraded: Upgraded
  let product: Upgraded['product']

  beforeAll(async () => {
    upgraded = await openUpgraded(version)
    product = upgraded.product
  })
  afterAll(() => product.close())

  const post = (path: string, fields: Record<string, string>) =>
    product.postForm(path, new URLSearchParams(fields))

  it('is shown to staff, whose session goes on', async () => {
    const browser = await upgraded.staffBrowser()
    const inbox = await browser.get('/staff')
    expect(inbox.status).toBe(200)

    for (const { reference } of upgraded.rows.intakes) {
      const page = await browser.get(`/staff/intakes/${String(reference)}`)
      expect([reference, page.status]).toEqual([reference, 200])
      expect(page.body).not.toContain('could not be read')
    }
    expect(inbox.body).toContain(upgraded.personOf('urgent').reference)
    expect(inbox.body).toContain(upgraded.personOf('proposed').reference)
  })

  it('is opened by every link that opened it', async () => {
    const { people } = upgraded.links
    const kinds = new Set<string>()
    for (const { life, paths, pages } of people)
      for (const [kind, path] of Object.entries(paths) as [LinkKind, string][]) {
        kinds.add(kind)
        const { status, fields } = await seePage(product, path)
        const missing = pages[kind]?.fields.filter((field) => !fields.includes(field))
        // Whoever was erased is found by no link any more, not even for the half hour of the confirmation.
        const opens = life === 'erased' ? 404 : pages[kind]?.status
        expect([life, kind, status, missing]).toEqual([life, kind, opens, []])
      }
    expect(kinds).toEqual(new Set(['sent', 'status', 'offer', 'check-in', 'stop', 'facilitator']))
  })

  it('opens with the code that was shown then, and stays shut where codes were guessed', async () => {
    const [lives, locked] = [upgraded.personOf('scheduled'), upgraded.personOf('proposed')]

    const details = await post(lives.paths.status ?? '', { code: lives.code })
    const shut = await post(locked.paths.status ?? '', { code: locked.code })

    expect(wordsOf(details)).toContain('Steady Ground')
    expect(shut.status).toBe(429)
  })

  it('of an offer is answered yes, no, and by whoever had shown their code already', async () => {
    await product.postForm(upgraded.pathOf('says-yes', 'offer'), yes)
    await product.postForm(upgraded.pathOf('says-no', 'offer'), noAndLook)
    const { pass = '' } = upgraded.personOf('read-by-others')
    await product.postForm(
      upgraded.pathOf('read-by-others', 'offer'),
      new URLSearchParams([...noAndEnough, ['pass', pass]]),
    )
    await product.settle()

    expect(await upgraded.placeOf('says-yes')).toMatchObject({ state: 'accepted' })
    expect(await upgraded.intakeOf('says-no')).toMatchObject({ tried: ['riverside/steady-ground'] })
    expect(await upgraded.placeOf('says-no')).toMatchObject({ state: 'declined' })
    expect(await upgraded.intakeOf('read-by-others')).toMatchObject({ state: 'closed' })
    expect(product.mailsTo('dana.reed@steady.example.org').map(({ subject }) => subject)).toEqual([
      expect.stringContaining(upgraded.personOf('says-yes').reference),
    ])
  })

  it('of a question how it goes is answered, changed, and stopped', async () => {
    const path = upgraded.pathOf('attended', 'check-in')
    await post(path, { checkIn: 'going-well' })
    await post(upgraded.pathOf('suggested', 'check-in'), { checkIn: 'could-use-a-call' })
    await post(upgraded.pathOf('suggested', 'stop'), {})
    const help = await post(path, { checkIn: 'need-help-now' })

    expect(help.status).toBe(200)
    expect(await upgraded.intakeOf('attended')).toMatchObject({
      followUp: { open: null, answers: [{ day: 3, answer: 'going-well' }, { answer: 'need-help-now' }] },
      next: { action: 'help-now' },
    })
    expect(await upgraded.intakeOf('suggested')).toMatchObject({
      followUp: { answers: [{ answer: 'could-use-a-call' }], stopped: 'asked-to-stop' },
    })
  })

  it('lets a group’s leader in with the code in their mailbox, go on with an open card, and nobody through a shut door', async () => {
    const { leaderCode = '', paths } = upgraded.personOf('accepted')
    const door = paths.facilitator ?? ''

    const card = await post(door, { action: 'open', code: leaderCode })
    const pass = sentFrom(card.body).get('pass')?.[0] ?? ''
    await post(door, { action: 'first-session', pass, session: '2026-12-09T03:00:00.000Z' })
    const open = upgraded.personOf('door-open')
    await post(open.paths.facilitator ?? '', { action: 'declined', pass: open.pass ?? '', because: 'full' })
    const shut = await post(upgraded.pathOf('door-locked', 'facilitator'), {
      action: 'open',
      code: leaderCode,
    })

    expect(wordsOf(card)).toContain('accepted Vale')
    expect(await upgraded.placeOf('accepted')).toMatchObject({
      state: 'scheduled',
      firstSessionAt: '2026-12-09T03:00:00.000Z',
    })
    expect(await upgraded.placeOf('door-open')).toMatchObject({
      state: 'declined',
      ended: { by: 'facilitator' },
    })
    expect(shut.status).toBe(403)
  })
})

describe.each(recordedVersions)('what was going on under version %s', { timeout: 180_000 }, (version) => {
  let upgraded: Upgraded
  let product: Upgraded['product']

  beforeEach(async () => {
    upgraded = await openUpgraded(version)
    product = upgraded.product
  })
  afterEach(() => product.close())

  it('in the queues is done: forms, news of places, letters, and what SES reports of them', async () => {
    await product.settle()

    for (const { url, deadLettersUrl } of Object.values(product.aws.queues))
      for (const QueueUrl of [url, deadLettersUrl]) {
        const { Attributes } = await product.aws.clients.sqs.send(
          new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
        )
        expect([QueueUrl, Attributes]).toMatchObject([
          QueueUrl,
          { ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' },
        ])
      }
    expect(await upgraded.intakeOf('asked')).toMatchObject({ state: 'referred', sentAgain: [] })
    expect(await upgraded.intakeOf('asked-twice')).toMatchObject({
      sentAgain: [{ request: { travelMiles: 25 } }],
    })
    // The place that was given back goes to whoever waited for it.
    expect(await upgraded.placeOf('waiting')).toMatchObject({ groupId: 'riverside/quiet-harbour' })
    expect(await upgraded.intakeOf('comes-back')).toMatchObject({ next: { action: 'reach-another-way' } })
    const letters = async (life: string) => {
      const { intakeId } = (await upgraded.intakeOf(life)) ?? {}
      const rows = await product.rows('emails')
      return Object.fromEntries(
        rows
          .filter(({ subjectId, to }) => subjectId === intakeId && to === 'person')
          .map(({ template, state }) => [template, state]),
      )
    }
    expect(await letters('reported')).toEqual({ receipt: 'delivered', offer: 'delivered' })
    expect(await letters('comes-back')).toEqual({ receipt: 'delivered', offer: 'bounced' })
    expect(await letters('nobody-knows')).toEqual({ receipt: 'delivered', offer: 'delivered' })
    expect(await letters('waits')).toEqual({ receipt: 'delivered', offer: 'delivered' })
    expect(await letters('waits-too')).toEqual({ receipt: 'delivered' })
  })

  it('goes on: the sweeper takes each row further, none is lost, and nobody hears anything twice', async () => {
    await product.settle()
    for (const days of [1, 1, 1, 1, 3, 3]) {
      product.clock.moveForward(days * day)
      await product.sweep()
    }

    const now = new Date(product.clock.now()).toISOString()
    const people = [...(await product.rows('intakes')), ...(await product.rows('referrals'))]
    expect(people.filter(({ sweepAt }) => typeof sweepAt === 'string' && sweepAt <= now)).toEqual([])
    const letters = await product.rows('emails')
    expect(letters.filter(({ state }) => state === 'pending' || state === 'sending')).toEqual([])

    for (const table of Object.keys(upgraded.rows) as TableName[]) {
      const kept = new Set((await product.rows(table)).map((row) => keyOf(table, row)))
      const lost = upgraded.rows[table].filter((row) => !('expiresAt' in row) && !kept.has(keyOf(table, row)))
      expect([table, lost]).toEqual([table, []])
    }

    // A letter that had gone out has not gone out again, and of those that went out now no two are one.
    const wentOut = upgraded.rows.emails.filter(({ sesMessageId }) => typeof sesMessageId === 'string')
    const idsNow = new Map(letters.map((row) => [keyOf('emails', row), row['sesMessageId']]))
    expect(wentOut.map((row) => idsNow.get(keyOf('emails', row)))).toEqual(
      wentOut.map(({ sesMessageId }) => sesMessageId),
    )
    // Staff are reminded each working day of what is late, in the same words.
    const toPeople = product.mails().filter(({ to }) => !to.some((one) => one.includes('@riverside.')))
    const said = toPeople.map(({ to, subject, text }) => `${to.join()} ${subject} ${text}`)
    expect(said.length).toBeGreaterThan(10)
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([])
    expect(product.mailsTo(upgraded.personOf('erased').address)).toEqual([])
  })
})
