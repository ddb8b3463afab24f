import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { came } from '../../domain/way/steps/attendance.ts'
import { offer, sayYes } from '../../domain/way/steps/offer.ts'
import { type FunctionName, triggers } from '../../functions/triggers.ts'
import { pascalCase } from '../../lib/by-name.ts'
import { localTables } from '../../local/create-tables.ts'
import { invoke } from '../../local/handlers.ts'
import { grantsOf } from '../lib/statements.ts'
import { plain, resourcesOf, synthesise } from '../lib/synthesise.ts'
import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { queueEvent } from '../support/events.ts'
import { askAndSayYes, leaderAddress, leaderOf } from '../support/leader.ts'
import { ownPageOf } from '../support/own-page.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { type Call, recordCalls } from '../support/recorded-calls.ts'
import { takeStep } from '../support/steps.ts'
import { noAndEnough, withAPlace, yesUntold } from '../support/with-a-place.ts'

const hour = 3_600_000
const names = Object.keys(triggers) as FunctionName[]
const template = synthesise()

/** What is granted though our code never asks for it. */
const usedByOthers = [
  // Lambda takes messages in the name of the function.
  /^sqs:(DeleteMessage|GetQueueAttributes|ReceiveMessage) /,
  // SES asks for the domain where the address is not verified by itself.
  /^ses:SendRawEmail identity\/SenderAddress by @/,
  // Lambda reads the stream of a table in the name of the function that it wakes.
  /^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams) /,
]

/** Its logs and the use of the key are granted by rule, and no call of ours asks for them. */
const byRule = /^(kms|logs):/

const granted = (name: FunctionName) =>
  grantsOf(template, pascalCase(name))
    .map((grant) => grant.replace(/ if .*$/, '').replace('arn:aws:ses:REGION:ACCOUNT:', ''))
    .filter((grant) => !byRule.test(grant))

/** What the stack calls something that goes by another name on this machine: both give it under the same setting. */
const stackNames = (settings: Product['aws']['settings']) => {
  const deployed: Record<string, unknown> = Object.assign(
    {},
    ...resourcesOf(template, 'AWS::Lambda::Function').map(
      ({ body }) => (body.Properties['Environment'] as { Variables?: object } | undefined)?.Variables,
    ),
  )
  const named = Object.entries(settings).flatMap(([setting, local]) =>
    local && setting in deployed
      ? [[local, plain(deployed[setting]).replace('STACK by /[2] by -[4]', 'BIRTH')] as const]
      : [],
  )
  return new Map(named)
}

/** A call in the words of a grant. */
const asGrant = ({ action, on }: Call, stack: Map<string, string>) => {
  if (on === '*') return `${action} ${on}`
  const [local = '', index] = on.split('/index/')
  const name = stack.get(local)
  if (name === undefined) return `${action} ${on}, of which the stack knows nothing`
  switch (action) {
    case 'ses:SendRawEmail':
      return `${action} ${name === 'SenderAddress' ? 'identity' : 'configuration-set'}/${name}`
    case 'ssm:GetParameters':
      return `${action} parameter${name}`
    case 'secretsmanager:GetSecretValue':
      return `${action} ${pascalCase(/OpenCircle-(.+)-BIRTH/.exec(name)?.[1] ?? '')}`
    default:
      return `${action} ${name}${index === undefined ? '' : `/index/${index}`}`
  }
}

/** Someone looks at an offer, says yes, and takes it back; their row is one that an earlier version wrote. */
const answersAnOffer = async (product: Product) => {
  const robins = withAPlace(product)
  const { path, statusPath } = await robins.offered()
  await product.get(path)
  const referred = (await product.rows('intakes')).find(({ state }) => state === 'referred')
  await product.dynamodb.send(
    new UpdateItemCommand({
      TableName: localTables.intakes,
      Key: { intakeId: { S: String(referred?.['intakeId']) } },
      UpdateExpression: 'REMOVE referralId',
    }),
  )
  await product.get(statusPath)
  await robins.answers(path, yesUntold)
  await robins.answers(path, noAndEnough)
}

/** Requests of an earlier version do not name the referral that holds their place. */
const asAnEarlierVersionLeftIt = async (product: Product, reference: string) => {
  const row = (await product.rows('intakes')).find((one) => one['reference'] === reference)
  await product.dynamodb.send(
    new UpdateItemCommand({
      TableName: localTables.intakes,
      Key: { intakeId: { S: String(row?.['intakeId']) } },
      UpdateExpression: 'REMOVE referralId',
    }),
  )
}

/** Someone reads what is kept, and has it deleted; a year later what nobody asked about goes as well, and its place. */
const areErased = async (product: Product, admin: Desk) => {
  await product.addGroups(
    aGroup({
      groupId: 'riverside/erased',
      name: 'Erased',
      capacity: 9,
      topics: ['grief'],
      facilitator: { name: 'Ines', email: leaderAddress },
    }),
  )
  const asks = (email: string) => send(product, aFilledForm({ email, topics: 'grief' }))
  const reads = await asks('reads@example.org')
  const leaves = await asks('leaves@example.org')
  const errs = await asks('errs@example.org')
  const sits = await asks('still-sits@example.org')
  await product.settle()
  const own = ownPageOf(product, reads)
  await own.turnsTo('kept')
  await own.goes('erase', 'erase-now')
  await ownPageOf(product, leaves).goes('withdraw', 'withdraw-now')
  await admin.decide(errs.reference, 'erase', { because: 'sent-by-mistake' })
  await takeStep(product, sits.reference, offer)
  await takeStep(product, sits.reference, (standing, moment) =>
    sayYes(standing, { share: true, language: 'en', by: 'staff' }, moment),
  )
  await takeStep(product, sits.reference, (standing, moment) => came(standing, 'staff', moment))
  for (let looks = 0; looks < 3; looks += 1) {
    await product.sweep()
    product.clock.moveForward(hour / 6)
  }
  product.clock.moveForward(370 * 24 * hour)
  await invoke.schedule('erase-expired')
  await product.settle()
}

describe('over weeks in which people ask, correct themselves, wait, and cannot be reached', () => {
  let product: Product
  let record: ReturnType<typeof recordCalls>

  beforeAll(async () => {
    product = await openProduct()
    record = recordCalls(product)
    await product.addGroups(aGroup({ capacity: 1 }), anOpenMeeting())

    const form = aFilledForm()
    const { reference, statusPath, code } = await send(product, form)
    await product.get(statusPath)
    await product.settle()
    await product.postForm(statusPath, new URLSearchParams({ code }))

    form.set('name', 'Robin Vale-Ortiz')
    await product.postForm('/intakes', form)
    await product.settle()

    const bounces = { topics: 'drinking', email: 'bounce@simulator.amazonses.com' }
    await send(product, aFilledForm(bounces))
    await product.settle()
    await send(product, aFilledForm({ email: 'waits@example.org' }))
    await product.settle()
    // Nobody answers it: the sweeper frees the place, and the one who waits gets it.
    await takeStep(product, reference, offer)
    product.clock.moveForward(49 * hour)
    await product.sweep()
    await asAnEarlierVersionLeftIt(product, reference)
    for (let hours = 0; hours < 4 * 24; hours += 6) {
      product.clock.moveForward(6 * hour)
      await product.sweep()
    }
    await send(product, aFilledForm(bounces))
    await product.settle()
    // A place comes with a directory: those who wait are looked at.
    await send(product, aFilledForm({ email: 'waits-too@example.org' }))
    await product.settle()
    await product.addGroups(aGroup({ capacity: 5 }))
    await invoke.queue(
      'match-intake',
      queueEvent({ schema: 1, kind: 'place-freed', groupId: aGroup().groupId }),
    )
    await answersAnOffer(product)
    // A leader sets a first session, and takes it back.
    await product.addGroups(aGroup({ capacity: 9, facilitator: { name: 'Dana Reed', email: leaderAddress } }))
    const leader = leaderOf(product, await askAndSayYes(product, { email: 'sits@example.org' }))
    await product.get(leader.path())
    const card = await leader.openCard()
    await card.say('first-session', { session: new Date(product.clock.now() + 9 * hour).toISOString() })
    await card.say('declined', { because: 'full' })
    await product.get('/')
    await product.get('/questions/1')
    await areErased(product, await openDesk(product, 'admin'))

    await product.addGroups(aGroup({ groupId: 'riverside/yet-another', name: 'Yet Another' }))
    const decided = await send(product, aFilledForm({ email: 'decided@example.org' }))
    await product.settle()
    const staff = await openDesk(product)
    await staff.inbox()
    await staff.decide(decided.reference, 'other-group', { groupId: 'riverside/yet-another' })
    const old = await staff.open(decided.reference)
    await staff.decide(decided.reference, 'offer')
    // It comes back, for it is too late.
    await staff.press(old, 'decline', { because: 'full' })
    await asAnEarlierVersionLeftIt(product, decided.reference)
    await staff.decide(decided.reference, 'say-no', { another: 'yes' })
    product.clock.moveForward(hour / 60)
    await staff.browser.postForm(
      '/staff/sign-out-everywhere',
      new URLSearchParams({ token: await staff.browser.formToken() }),
    )
    // For days nobody sweeps: the night finds late people and e-mails, and the groups above were written over by hand.
    product.aws.ses.faults.next(['Throttling', 'Throttling'])
    await send(product, aFilledForm({ email: 'unswept@example.org' }))
    await product.settle()
    product.clock.moveForward(72 * hour)
    await invoke.schedule('reconcile')
    await invoke.schedule('set-place-prices')
  }, 180_000)

  afterAll(async () => {
    record.stop()
    await product.close()
  })

  const made = (name: FunctionName) => {
    const stack = stackNames(product.aws.settings)
    return [...new Set(record.of(name).map((call) => asGrant(call, stack)))]
  }

  it.each(names)('%s does nothing that it is not granted', (name) => {
    const allowed = granted(name)

    expect(made(name).filter((call) => !allowed.includes(call))).toEqual([])
  })

  it.each(names)('%s is granted nothing that it does not do', (name) => {
    const done = made(name)

    const idle = granted(name).filter((grant) => !done.includes(grant))

    expect(idle.filter((grant) => !usedByOthers.some((pattern) => pattern.test(grant)))).toEqual([])
  })
})
