import { randomUUID } from 'node:crypto'

import {
  DeleteItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { connect, openOutside, thisMachine } from '../../adapters/outside.ts'
import * as parts from '../../adapters/parts.ts'
import { offer } from '../../domain/way/steps/offer.ts'
import { reconcileRecords } from '../../functions/reconcile.ts'
import { localTables } from '../../local/create-tables.ts'
import { invoke } from '../../local/handlers.ts'
import { between } from '../support/between.ts'
import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { noteProduct, runCommand } from '../support/command.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { takeStep } from '../support/steps.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { noAndLook, withAPlace } from '../support/with-a-place.ts'

const day = 24 * 3_600_000

/** What DynamoDB answered, to be changed before anyone sees it. */
const itemsOf = (answer: unknown) => (answer as { Items: Record<string, object>[] }).Items

describe('the books of the whole product', () => {
  let product: Product
  let restore = () => {}

  beforeEach(async () => {
    product = await openProduct()
  })
  afterEach(async () => {
    restore()
    await product.close()
  })

  /** What is found, on a clock that nobody waits for. */
  const found = async () => {
    const world = { ...thisMachine, now: product.clock.now, pause: async () => {} }
    const { findings } = await reconcileRecords(connect(openOutside(product.aws.settings, world), parts))
    return findings
  }

  const set = (
    table: 'groups' | 'intakes' | 'emails',
    key: Record<string, unknown>,
    change: string,
    value = '',
  ) =>
    product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables[table],
        Key: Object.fromEntries(Object.entries(key).map(([name, id]) => [name, { S: String(id) }])),
        UpdateExpression: change,
        ExpressionAttributeValues: { ':value': value === '' ? { N: '1' } : { S: value } },
        ...(change.includes('#state') && { ExpressionAttributeNames: { '#state': 'state' } }),
      }),
    )
  const onePlaceMore = () =>
    set('groups', { groupId: aGroup().groupId }, 'SET placesTaken = placesTaken + :value')

  const ask = async (given: Parameters<typeof aFilledForm>[0] = {}) => {
    const { reference } = await send(product, aFilledForm(given))
    await product.settle()
    return reference
  }
  const intakeId = async () => (await product.rows('intakes'))[0]?.['intakeId']

  it(
    'are in order through months in which people wait, say yes and no, come, and are asked',
    { timeout: 120_000 },
    async () => {
      await product.addGroups(aGroup({ capacity: 1 }), anOpenMeeting())
      const robin = withAPlace(product)
      const first = await robin.offered()
      await robin.answers(first.path, noAndLook)
      await robin.scheduled({ email: 'robin.vale@example.org' })
      await ask({ email: 'waits@example.org' })
      await ask({ topics: 'drinking', email: 'bounce@simulator.amazonses.com' })

      const each = await found()
      for (let weeks = 0; weeks < 9; weeks += 1) {
        product.clock.moveForward(7 * day)
        await product.sweep()
        if (weeks % 4 === 0) each.push(...(await found()))
      }

      expect(each).toEqual([])
    },
  )

  it('do not mistake what happens while they are read for a place too many', async () => {
    await product.addGroups(aGroup())
    await ask()
    // The groups were read a moment before the place was taken, and the referrals a moment after.
    restore = between(
      (command) => command instanceof ScanCommand && command.input.TableName === localTables.groups,
      (answer) => {
        for (const item of itemsOf(answer)) item['placesTaken'] = { N: '0' }
      },
    )

    expect(await found()).toEqual([])
  })

  it('do not mistake an index that lags for a place that is held by nobody', async () => {
    await product.addGroups(aGroup())
    await ask()
    await ask({ email: 'a.moment.ago@example.org' })
    let lags = 2
    restore = between(
      (command) =>
        (command instanceof ScanCommand && command.input.TableName === localTables.referrals) ||
        (command instanceof QueryCommand && command.input.IndexName === 'byGroup'),
      (answer) => {
        if (lags > 0) itemsOf(answer).pop()
        lags -= 1
      },
    )

    expect(await found()).toEqual([])
    expect(lags).toBeLessThan(0)
  })

  it('say nothing of a group while place after place is taken in it', async () => {
    await product.addGroups(aGroup())
    await ask()
    await onePlaceMore()
    const [referral] = await product.rows('referrals')
    restore = between(
      (command) => command instanceof QueryCommand && command.input.IndexName === 'byGroup',
      async () => {
        const item = marshall({ ...referral, referralId: randomUUID() }, { removeUndefinedValues: true })
        await product.dynamodb.send(new PutItemCommand({ TableName: localTables.referrals, Item: item }))
        await onePlaceMore()
      },
    )

    expect(await found()).toEqual([])
  })

  it('tell of a group whose count was spoiled, and leave it as it is', async () => {
    await product.addGroups(aGroup())
    await ask()
    await onePlaceMore()

    expect(await found()).toEqual([
      {
        code: 'places-miscounted',
        groupId: aGroup().groupId,
        counts: { placesTaken: 2, placesHeld: 1 },
      },
    ])
    expect((await product.rows('groups'))[0]).toMatchObject({ placesTaken: 2 })
  })

  it('tell of a request that was taken out by hand while its place is held', async () => {
    await product.addGroups(aGroup())
    await ask()
    await product.dynamodb.send(
      new DeleteItemCommand({
        TableName: localTables.intakes,
        Key: { intakeId: { S: String(await intakeId()) } },
      }),
    )

    expect(await found()).toMatchObject([{ code: 'referral-without-intake' }])
  })

  it('tell of a group that was taken out by hand while places in it are held', async () => {
    await product.addGroups(aGroup())
    await ask()
    await product.dynamodb.send(
      new DeleteItemCommand({
        TableName: localTables.groups,
        Key: { groupId: { S: aGroup().groupId } },
      }),
    )

    expect(await found()).toEqual([{ code: 'group-missing', groupId: aGroup().groupId }])
  })

  it('tell of a request that nobody has anything to do for', async () => {
    await ask({ topics: 'not-sure' })
    await set('intakes', { intakeId: await intakeId() }, 'SET #state = :value REMOVE alsoNext', 'suggested')
    await product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables.intakes,
        Key: { intakeId: { S: String(await intakeId()) } },
        UpdateExpression: 'SET #next = :nothing',
        ExpressionAttributeNames: { '#next': 'next' },
        ExpressionAttributeValues: { ':nothing': { NULL: true } },
      }),
    )

    expect(await found()).toEqual([{ code: 'intake-forgotten', intakeId: await intakeId() }])
  })

  it('tell of what the sweeper has not come to for a day, and of e-mails that nobody sent', async () => {
    await product.addGroups(aGroup())
    product.aws.ses.faults.next(['Throttling', 'Throttling'])
    const reference = await ask()
    await takeStep(product, reference, offer)
    product.clock.moveForward(5 * day)

    const codes = new Set((await found()).map(({ code }) => code))

    expect(codes).toEqual(new Set(['referral-not-swept', 'email-stuck']))
  })

  it('tell of rows that cannot be read, by their ids', async () => {
    await product.addGroups(aGroup())
    await ask()
    await set('intakes', { intakeId: await intakeId() }, 'SET #state = :value', 'of-a-newer-version')
    const email = (await product.rows('emails')).find((row) => row['emailId'])
    const key = { subjectId: email?.['subjectId'], occurrence: email?.['occurrence'] }
    await set('emails', key, 'SET #state = :value', 'of-a-newer-version')

    expect(await found()).toEqual([
      { code: 'intake-unreadable', intakeId: await intakeId(), referralId: expect.any(String) },
      { code: 'email-unreadable', emailId: email?.['emailId'], intakeId: await intakeId() },
    ])
  })

  it('are looked at each night, and an alarm hears of what is found', async () => {
    await product.addGroups(aGroup())
    await ask()
    await onePlaceMore()

    expect(await logLinesOf(() => invoke.schedule('reconcile'))).toEqual([
      {
        level: 'error',
        event: 'reconcile-found',
        code: 'places-miscounted',
        groupId: aGroup().groupId,
        counts: { placesTaken: 2, placesHeld: 1 },
      },
      {
        level: 'info',
        event: 'reconciled',
        count: 1,
        counts: { intakes: 1, referrals: 1, groups: 1, emails: 2, places: 8, placesTaken: 2 },
      },
    ])
  })

  it('can be asked for on the command line, which ends well only when all is in order', async () => {
    const folder = await temporaryFolder()
    await noteProduct(folder, product)
    // The command lives by the clock of this machine.
    product.clock.moveForward(Date.now() - product.clock.now())
    await product.addGroups(aGroup())
    await ask()
    const first = await runCommand('reconcile', folder)
    await onePlaceMore()
    const second = await runCommand('reconcile', folder)

    expect(first.code).toBe(0)
    expect(first.out).toBe(
      'Requests: 1, referrals: 1, groups: 1 (places taken: 1 of 8), e-mails: 2.\nAll in order.\n',
    )
    expect(second.code).toBe(1)
    expect(second.out).toContain(
      'Group riverside/steady-ground counts 2 places as taken, and 1 are held. [places-miscounted]',
    )
  })

  it('lead from any id that they name to the request', async () => {
    const folder = await temporaryFolder()
    await noteProduct(folder, product)
    await product.addGroups(aGroup())
    const reference = await ask()
    const [referral] = await product.rows('referrals')
    const email = (await product.rows('emails')).find((row) => row['emailId'])

    for (const id of [await intakeId(), referral?.['referralId'], email?.['emailId']])
      expect((await runCommand('find', folder, String(id))).out).toContain(`Request   ${reference}`)
  })
})
