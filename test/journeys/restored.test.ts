import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { came } from '../../domain/way/steps/attendance.ts'
import { offer } from '../../domain/way/steps/offer.ts'
import { localTables } from '../../local/create-tables.ts'
import { countsOf, empty, takeBackUp, whatDisagrees } from '../support/back-up.ts'
import { between } from '../support/between.ts'
import { openDesk } from '../support/desk.ts'
import { aFilledForm, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { takeStep } from '../support/steps.ts'
import { aLedGroup, noAndEnough, robin, withAPlace, yes } from '../support/with-a-place.ts'

const hour = 3_600_000
const day = 24 * hour

describe('restoring', { timeout: 60_000 }, () => {
  let product: Product
  let place: ReturnType<typeof withAPlace>

  beforeEach(async () => {
    product = await openProduct()
    place = withAPlace(product)
    await product.addGroups(aLedGroup({ capacity: 5 }))
  })
  afterEach(() => product.close())

  const intakeOf = async (reference: string) =>
    (await product.rows('intakes')).find((row) => row['reference'] === reference) ?? {}
  const idOf = async (reference: string) => String((await intakeOf(reference))['intakeId'])
  const tasksOf = async (reference: string) => {
    const { next, alsoNext } = await intakeOf(reference)
    return [next, ...((alsoNext as unknown[] | undefined) ?? [])].flatMap((task) =>
      task ? [(task as { action: string }).action] : [],
    )
  }
  const trailOf = async (reference: string) => {
    const intakeId = await idOf(reference)
    return (await product.rows('trail')).filter(({ subjectId }) => subjectId === intakeId)
  }
  const lettersTo = (address: string) => product.mailsTo(address).map(({ subject }) => subject)
  const placesTaken = async () => (await product.rows('groups'))[0]?.['placesTaken']
  const days = async (count: number) => {
    for (let passed = 0; passed < count; passed += 1) {
      product.clock.moveForward(day)
      await product.sweep()
    }
  }

  it('an emptied table brings everyone back where they stood, and life goes on from there', async () => {
    const { reference, path } = await place.offered()
    const waits = await send(product, aFilledForm({ email: 'kim@example.org', topics: 'grief' }))
    await product.settle()
    const backUp = await takeBackUp(product)
    const before = await product.rows('intakes')
    await empty(product, 'intakes')

    const restored = await backUp.restore('intakes')
    await product.sweep()
    const answered = await product.postForm(path, yes)
    await product.settle()

    expect(countsOf(restored)).toEqual({ 'as-it-was': before.length })
    expect(await intakeOf(waits.reference)).toMatchObject({ state: 'needs-staff', next: { owner: 'staff' } })
    expect(await whatDisagrees(product)).toEqual([])
    expect(answered.status).toBe(200)
    expect(await place.states('referrals')).toEqual(['accepted'])
    expect(lettersTo(robin)).toHaveLength(3)
    expect(await tasksOf(reference)).toEqual([])
    expect(product.mailsTo('ines@riverside.example.org')).toHaveLength(1)
  })

  it('brings rows back with the keys of their indexes, so that staff and the sweeper find them', async () => {
    const { reference } = await send(product, aFilledForm({ safety: 'might-hurt', helpSeen: 'yes' }))
    await product.settle()
    const backUp = await takeBackUp(product)
    await empty(product, 'intakes')
    await product.dynamodb.send(
      new UpdateItemCommand({
        TableName: backUp.copies.intakes,
        Key: { intakeId: { S: String((await product.rows('trail'))[0]?.['subjectId']) } },
        UpdateExpression: 'REMOVE inboxOwner, inboxDueAt, sweepAt, dueShard, alsoNext, referralId',
      }),
    )
    await backUp.restore('intakes')
    const desk = await openDesk(product)

    expect((await desk.inbox()).body).toContain(reference)
    product.clock.moveForward(day)
    await product.sweep()
    expect(product.mails().some(({ subject }) => subject.includes('late since'))).toBe(true)
  })

  it('never brings an erased person back, whichever table lost them', async () => {
    const { reference } = await place.offered()
    const intakeId = await idOf(reference)
    const backUp = await takeBackUp(product)
    await empty(product, 'intakes', 'referrals', 'emails', 'trail')
    await product.erase(intakeId)

    for (const table of ['trail', 'referrals', 'emails', 'intakes'] as const)
      for (const isDryRun of [true, false]) {
        const { rows } = await backUp.restore(table, { replace: true, only: [intakeId], isDryRun })
        expect(new Set(rows.map(({ because }) => because))).toEqual(new Set(['erased']))
      }
    const left = await Promise.all(
      (['intakes', 'referrals', 'emails', 'trail'] as const).map((table) => product.rows(table)),
    )
    expect(JSON.stringify(left)).not.toContain(intakeId)
  })

  it('brings nobody back who is erased at that very moment', async () => {
    const { reference } = await place.offered()
    const intakeId = await idOf(reference)
    const backUp = await takeBackUp(product)
    await empty(product, 'intakes')
    const stop = between(
      (command) => command instanceof GetItemCommand && command.input.TableName === localTables.tombstones,
      () => product.erase(intakeId),
    )
    const restored = await backUp.restore('intakes')
    stop()

    expect(countsOf(restored)).toEqual({ erased: 1 })
    expect(await product.rows('intakes')).toEqual([])
  })

  it('writes over nothing that someone else wrote at that very moment', async () => {
    const { reference } = await place.offered()
    const intakeId = await idOf(reference)
    const backUp = await takeBackUp(product)
    const [row] = await product.rows('intakes')
    await empty(product, 'intakes')
    const stop = between(
      (command) => command instanceof GetItemCommand && command.input.TableName === localTables.tombstones,
      async () => {
        await product.dynamodb.send(
          new PutItemCommand({
            TableName: localTables.intakes,
            Item: marshall({ ...row, revision: 99 }, { removeUndefinedValues: true }),
          }),
        )
      },
    )
    const restored = await backUp.restore('intakes')
    stop()

    expect(restored).toMatchObject({ rows: [], notWritten: [intakeId] })
    expect(await product.rows('intakes')).toMatchObject([{ revision: 99 }])
  })

  it('replaces nothing that someone else changed at that very moment', async () => {
    const { reference } = await place.offered()
    const intakeId = await idOf(reference)
    const backUp = await takeBackUp(product)
    const [row] = await product.rows('intakes')
    const write = (changed: object) =>
      product.dynamodb.send(
        new PutItemCommand({
          TableName: localTables.intakes,
          Item: marshall({ ...row, ...changed }, { removeUndefinedValues: true }),
        }),
      )
    await write({ language: 'es' })
    const stop = between(
      (command) => command instanceof GetItemCommand && command.input.TableName === localTables.tombstones,
      async () => {
        await write({ language: 'es', revision: 99 })
      },
    )
    const restored = await backUp.restore('intakes', { replace: true, only: [intakeId] })
    stop()

    expect(restored).toMatchObject({ notWritten: [intakeId] })
    expect(await product.rows('intakes')).toMatchObject([{ revision: 99 }])
  })

  it('brings tombstones back as well, for as long as they count', async () => {
    const { reference } = await place.offered()
    await product.erase(await idOf(reference))
    const backUp = await takeBackUp(product)
    await empty(product, 'tombstones')

    expect(countsOf(await backUp.restore('tombstones'))).toEqual({ 'as-it-was': 1 })
    product.clock.moveForward(80 * day)
    await empty(product, 'tombstones')
    expect(countsOf(await backUp.restore('tombstones'))).toEqual({ 'runs-out': 1 })
  })

  it('sends no letter that may have gone out since: staff see to it that the person still hears', async () => {
    const { reference } = await send(product, aFilledForm())
    await product.settle()
    product.aws.ses.faults.next(['timeout-after-send'])
    await takeStep(product, reference, offer)
    // One letter is on its way under a claim, and one waits.
    await product.settle()
    const other = await send(product, aFilledForm({ email: 'kim@example.org' }))
    await product.settle()
    await takeStep(product, other.reference, offer)
    const backUp = await takeBackUp(product)
    await product.settle()
    const sent = product.mails().length
    await empty(product, 'emails')

    const restored = await backUp.restore('emails')
    product.clock.moveForward(hour)
    await product.sweep()

    expect(countsOf(restored)).toMatchObject({ 'letter-cancelled': 1 })
    expect(product.mails()).toHaveLength(sent)
    expect(await tasksOf(other.reference)).toEqual(['check-restored'])
    expect(await product.rows('emails')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ template: 'offer', state: 'cancelled', cancelledBecause: 'restored' }),
      ]),
    )
  })

  it('puts nobody back silently who moved since: they come back to be checked, with the place they have now', async () => {
    const { reference, path } = await place.offered()
    const backUp = await takeBackUp(product)
    await place.answers(path, noAndEnough)
    await product.settle()
    const letters = lettersTo(robin)
    await empty(product, 'intakes')

    const restored = await backUp.restore('intakes')
    await days(5)

    expect(countsOf(restored)).toEqual({ held: 1 })
    expect(await intakeOf(reference)).toMatchObject({ state: 'needs-staff', referralId: null })
    expect(await tasksOf(reference)).toEqual(['check-restored'])
    expect(lettersTo(robin)).toEqual(letters)
    expect(await placesTaken()).toBe(0)
    expect(await whatDisagrees(product)).toEqual([])
  })

  it('leaves away a place that the person has moved on from, and the places fit', async () => {
    const { path } = await place.offered()
    const stays = await send(product, aFilledForm({ email: 'kim@example.org' }))
    await product.settle()
    const backUp = await takeBackUp(product)
    await place.answers(path, noAndEnough)
    await empty(product, 'referrals')

    const restored = await backUp.restore('referrals')
    await product.sweep()

    expect(countsOf(restored)).toEqual({ 'moved-on': 1, 'as-it-was': 1 })
    const [referral, ...more] = await product.rows('referrals')
    expect(more).toEqual([])
    expect(referral).toMatchObject({ state: 'proposed', intakeId: await idOf(stays.reference) })
    expect(await placesTaken()).toBe(1)
    expect(await whatDisagrees(product)).toEqual([])
  })

  it('stops the clock of an offer that may have been answered since, until staff have checked it', async () => {
    const { reference, path } = await place.offered()
    const backUp = await takeBackUp(product)
    await place.answers(path, yes)
    await empty(product, 'referrals', 'intakes')
    const letters = lettersTo(robin)

    await backUp.restore('referrals')
    await backUp.restore('intakes')
    await days(5)

    expect(await place.states('referrals')).toEqual(['offered'])
    expect(lettersTo(robin)).toEqual(letters)
    expect(await tasksOf(reference)).toEqual(['check-restored'])

    const desk = await openDesk(product)
    await desk.decide(reference, 'done', { action: 'check-restored' })
    await product.sweep()
    expect(await place.states('referrals')).toEqual(['offered'])
    await days(5)
    expect(await place.states('referrals')).toEqual(['expired'])
  })

  it('ends no offer that ran out while the person could not answer it', async () => {
    const { reference, path } = await place.offered()
    const backUp = await takeBackUp(product)
    await empty(product, 'intakes')
    await days(4)

    const restored = await backUp.restore('intakes')
    await product.sweep()

    expect(countsOf(restored)).toEqual({ held: 1 })
    expect(await tasksOf(reference)).toEqual(['check-restored'])
    expect((await place.answers(path, yes)).status).toBe(200)
    expect(await place.states('referrals')).toEqual(['accepted'])
  })

  it('asks nobody twice how it goes, though all that we knew of the first time is lost', async () => {
    const { reference } = await place.scheduled()
    place.moveTo('2026-12-02T19:00:00Z')
    await place.takes(reference, (standing, moment) => came(standing, 'staff', moment))
    const backUp = await takeBackUp(product)
    const sentBefore = lettersTo(robin).length
    // The third day is a Saturday: the question goes out on Monday.
    place.moveTo('2026-12-07T19:00:00Z')
    await product.sweep()
    expect(lettersTo(robin)).toHaveLength(sentBefore + 1)
    await empty(product, 'intakes', 'referrals', 'emails', 'groups', 'trail')

    await backUp.restoreAll()
    await product.sweep()
    place.moveTo('2026-12-08T01:00:00Z')
    await product.sweep()

    expect(lettersTo(robin)).toHaveLength(sentBefore + 1)
    expect(await tasksOf(reference)).toEqual(['check-restored'])
    expect(await placesTaken()).toBe(1)
    expect(await whatDisagrees(product)).toEqual([])
    // The next question of the plan comes in its time.
    place.moveTo('2026-12-08T19:00:00Z')
    await product.sweep()
    expect(lettersTo(robin)).toHaveLength(sentBefore + 2)
  })

  it('moves into the tables of a new stack as it stood when the old one went', async () => {
    const { path } = await place.scheduled()
    const other = await place.offered({ email: 'kim@example.org' })
    const everything = async () =>
      Promise.all((['intakes', 'referrals', 'groups', 'emails'] as const).map((table) => product.rows(table)))
    const before = await everything()
    const old = await takeBackUp(product)
    await empty(product, 'intakes', 'referrals', 'emails', 'groups', 'trail', 'staff', 'feeds', 'tombstones')

    await old.restoreAll({ isLast: true })

    expect(await everything()).toEqual(before)
    expect(wordsOf(await product.get(path))).toContain('Tuesday')
    expect(await tasksOf(other.reference)).toEqual([])
  })

  it('gives no letter the mark of one that was sent, so that what happens next is told', async () => {
    const { reference } = await send(product, aFilledForm())
    await product.settle()
    const backUp = await takeBackUp(product)
    await place.takes(reference, offer)
    await empty(product, 'intakes')
    await backUp.restore('intakes')

    await place.answers(place.pathTo('offer'), yes)

    expect(lettersTo(robin)).toHaveLength(3)
    expect(await place.states('referrals')).toEqual(['accepted'])
  })

  it('leaves alone what differs, and what is newer even then when all is to be replaced', async () => {
    const damaged = await send(product, aFilledForm({ email: 'kim@example.org' }))
    const moved = await place.offered()
    const backUp = await takeBackUp(product)
    await place.answers(moved.path, yes)
    await product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables.intakes,
        Key: { intakeId: { S: await idOf(damaged.reference) } },
        UpdateExpression: 'SET safeContact.email = :wrong',
        ExpressionAttributeValues: { ':wrong': { S: 'someone.else@example.org' } },
      }),
    )
    const wrong = await intakeOf(damaged.reference)

    expect(countsOf(await backUp.restore('intakes'))).toEqual({ differs: 1, newer: 1 })
    expect(await intakeOf(damaged.reference)).toEqual(wrong)
    expect(countsOf(await backUp.restore('intakes', { replace: true, isDryRun: true }))).toEqual({
      'as-it-was': 1,
      newer: 1,
    })
    expect(await intakeOf(damaged.reference)).toEqual(wrong)
    await backUp.restore('intakes', { replace: true })
    expect(await intakeOf(damaged.reference)).toMatchObject({ safeContact: { email: 'kim@example.org' } })
    expect(await tasksOf(moved.reference)).toEqual([])

    const named = await backUp.restore('intakes', { replace: true, only: [await idOf(moved.reference)] })
    expect(countsOf(named)).toEqual({ held: 1 })
    expect(await tasksOf(moved.reference)).toEqual(['check-restored'])
  })

  it('repairs a row that cannot be read when it is named, and only then', async () => {
    const { reference } = await place.offered()
    const intakeId = await idOf(reference)
    const backUp = await takeBackUp(product)
    await product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables.intakes,
        Key: { intakeId: { S: intakeId } },
        UpdateExpression: 'REMOVE #state',
        ExpressionAttributeNames: { '#state': 'state' },
      }),
    )

    expect(countsOf(await backUp.restore('intakes', { replace: true }))).toEqual({ unreadable: 1 })
    await backUp.restore('intakes', { replace: true, only: [intakeId] })
    expect(await place.states('intakes')).toEqual(['referred'])
  })

  it('takes back no letter that went further, though it is named', async () => {
    const { reference } = await send(product, aFilledForm())
    await product.settle()
    await takeStep(product, reference, offer)
    const backUp = await takeBackUp(product)
    await product.settle()
    const before = await product.rows('emails')

    const named = await backUp.restore('emails', { replace: true, only: [await idOf(reference)] })

    expect(countsOf(named)).toMatchObject({ 'went-further': 1 })
    expect(await product.rows('emails')).toEqual(before)
  })

  it('repairs a letter that was made to wait again, and it is not sent a second time', async () => {
    const { reference } = await place.offered()
    const backUp = await takeBackUp(product)
    const intakeId = await idOf(reference)
    const letter = (await product.rows('emails')).find(({ template }) => template === 'offer')
    await product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables.emails,
        Key: { subjectId: { S: intakeId }, occurrence: { S: String(letter?.['occurrence']) } },
        UpdateExpression: 'SET #state = :pending, dueShard = :shard',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':pending': { S: 'pending' }, ':shard': { S: '0' } },
      }),
    )
    const sent = product.mails().length

    await backUp.restore('emails', { replace: true })
    product.clock.moveForward(hour)
    await product.sweep()

    expect(product.mails()).toHaveLength(sent)
  })

  it('says in the trail what came back, by ids alone, and adds to it without changing a line', async () => {
    const { reference } = await place.offered()
    const backUp = await takeBackUp(product)
    const before = await trailOf(reference)
    await empty(product, 'trail')
    await backUp.restore('trail')
    const twice = await backUp.restore('trail')

    const after = await trailOf(reference)
    expect(after).toEqual(expect.arrayContaining(before))
    expect(after.filter(({ event }) => event === 'restored')).toMatchObject([
      { by: 'machine', codes: { table: 'trail', entries: String(before.length) } },
    ])
    expect(countsOf(twice)).toEqual({ same: before.length })
    const desk = await openDesk(product)
    expect(wordsOf(await desk.open(reference))).toContain('Brought back from a back-up: this history')
  })

  it('writes nothing twice: what was restored once is as it was', async () => {
    await place.scheduled()
    const backUp = await takeBackUp(product)
    await empty(product, 'intakes', 'referrals', 'emails', 'groups', 'trail', 'staff', 'feeds')
    await backUp.restoreAll()
    await backUp.restoreAll()
    const trail = await product.rows('trail')

    expect(
      trail.filter(({ event, codes }) => event === 'restored' && JSON.stringify(codes).includes('intakes')),
    ).toHaveLength(1)
  })

  it('counts places by the referrals of now, and gives none away while these are still lost', async () => {
    await place.offered()
    const backUp = await takeBackUp(product)
    await send(product, aFilledForm({ email: 'kim@example.org' }))
    await product.settle()
    expect(countsOf(await backUp.restore('groups'))).toEqual({ same: 1 })
    await empty(product, 'groups', 'referrals')

    const groups = await backUp.restore('groups')
    expect(groups.recounted).toBeNull()
    expect(await placesTaken()).toBe(1)

    await product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables.groups,
        Key: { groupId: { S: 'riverside/steady-ground' } },
        UpdateExpression: 'SET placesTaken = :wrong',
        ExpressionAttributeValues: { ':wrong': { N: '4' } },
      }),
    )
    const referrals = await backUp.restore('referrals')
    expect(referrals.recounted).toEqual([{ groupId: 'riverside/steady-ground', from: 4, to: 1 }])
    expect(await placesTaken()).toBe(1)
  })

  it('lets nobody of staff in on a session that was ended since', async () => {
    const desk = await openDesk(product)
    const backUp = await takeBackUp(product)
    await empty(product, 'staff')
    product.clock.moveForward(1000)
    await backUp.restore('staff')

    expect((await desk.inbox()).status).toBe(303)
    expect(await product.rows('staff')).toMatchObject([{ role: 'coordinator' }])
  })
})
