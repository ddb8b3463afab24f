import { DeleteItemCommand } from '@aws-sdk/client-dynamodb'
import { PurgeQueueCommand } from '@aws-sdk/client-sqs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { offer, sayNo } from '../../domain/way/steps/offer.ts'
import { decline } from '../../domain/way/steps/place.ts'
import { localTables } from '../../local/create-tables.ts'
import { invoke } from '../../local/handlers.ts'
import { aGroup } from '../support/builders.ts'
import { queueEvent } from '../support/events.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { takeStep } from '../support/steps.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('someone who waits', () => {
  let product: Product

  beforeEach(async () => {
    product = await openProduct()
  })
  afterEach(() => product.close())

  const asks = async (given: Parameters<typeof aFilledForm>[0] = {}) => {
    const { reference } = await send(product, aFilledForm(given))
    await product.settle()
    product.clock.moveForward(minute)
    return reference
  }
  const stateOf = async (reference: string) =>
    (await product.rows('intakes')).find((row) => row['reference'] === reference)?.['state']
  const placesTaken = async () => (await product.rows('groups')).map((row) => Number(row['placesTaken']))
  const declines = (reference: string) =>
    takeStep(product, reference, (standing, moment) =>
      decline(standing, { because: 'not-suitable', by: 'staff' }, moment),
    )

  it('gets a place that staff free, at once, and the place is not counted twice', async () => {
    await product.addGroups(aGroup({ capacity: 1 }))
    const first = await asks({ email: 'first@example.org' })
    const second = await asks({ email: 'second@example.org' })

    await declines(first)
    await product.settle()

    expect([await stateOf(first), await stateOf(second)]).toEqual(['needs-staff', 'referred'])
    expect(await placesTaken()).toEqual([1])
  })

  it('gets it within a minute, though every message about it was lost', async () => {
    await product.addGroups(aGroup({ capacity: 1 }))
    const first = await asks({ email: 'first@example.org' })
    const second = await asks({ email: 'second@example.org' })

    await declines(first)
    await product.aws.clients.sqs.send(new PurgeQueueCommand({ QueueUrl: product.aws.queueUrls.intakes }))
    product.clock.moveForward(minute)
    await product.sweep()

    expect(await stateOf(second)).toBe('referred')
  })

  it('gets it before someone who has waited longer, when fewer other groups could suit them', async () => {
    await product.addGroups(
      aGroup({ capacity: 1, languages: ['en', 'es'] }),
      aGroup({ groupId: 'riverside/full', capacity: 1, placesTaken: 1 }),
    )
    const holder = await asks({ email: 'holder@example.org' })
    const longer = await asks({ email: 'longer@example.org' })
    const fewer = await asks({ email: 'fewer@example.org', 'wish-spanish': 'must' })

    await declines(holder)
    await product.settle()

    expect([await stateOf(longer), await stateOf(fewer)]).toEqual(['waiting', 'referred'])
  })

  it('is not offered again the group they said no to', async () => {
    await product.addGroups(aGroup({ capacity: 2 }))
    const reference = await asks()
    await takeStep(product, reference, offer)
    await takeStep(
      product,
      reference,
      (standing, moment) => sayNo(standing, { another: true, by: 'person' }, moment),
      { is: 'person' },
    )
    await product.settle()

    expect(await stateOf(reference)).toBe('needs-staff')
    expect(await placesTaken()).toEqual([0])
  })

  it('is given to staff when no group is left that could ever suit them', async () => {
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1 }))
    const reference = await asks()
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1, status: 'paused' }))

    product.clock.moveForward(hour + minute)
    await product.sweep()

    const intake = (await product.rows('intakes')).find((row) => row['reference'] === reference)
    expect(intake).toMatchObject({ state: 'needs-staff', next: { action: 'find-another-way' } })
  })

  it('is not kept from going on by a group whose record is gone', async () => {
    await product.addGroups(aGroup({ capacity: 1 }))
    const reference = await asks()
    await product.dynamodb.send(
      new DeleteItemCommand({ TableName: localTables.groups, Key: { groupId: { S: aGroup().groupId } } }),
    )

    await declines(reference)

    expect(await product.rows('referrals')).toMatchObject([{ state: 'declined' }])
  })

  it('is placed once, however often the news of a place comes', async () => {
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1 }))
    await asks()
    await product.addGroups(aGroup({ capacity: 2 }))
    const freed = { schema: 1, kind: 'place-freed', groupId: aGroup().groupId }

    await Promise.all([1, 2, 3].map(() => invoke.queue('match-intake', queueEvent(freed))))
    await product.settle()

    expect(await placesTaken()).toEqual([1])
    expect(await product.rows('referrals')).toHaveLength(1)
  })
})

describe('an offer that nobody answers', () => {
  it('ends after 72 hours, and its place goes to someone who waits', async () => {
    const product = await openProduct()
    await product.addGroups(aGroup({ capacity: 1 }))
    const { reference } = await send(product, aFilledForm({ email: 'silent@example.org' }))
    await product.settle()
    const { reference: next } = await send(product, aFilledForm({ email: 'next@example.org' }))
    await product.settle()
    await takeStep(product, reference, offer)
    product.clock.moveForward(3 * day)
    await product.sweep()

    const states = await product.rows('intakes')
    const referrals = await product.rows('referrals')
    await product.close()
    expect(states.find((row) => row['reference'] === next)).toMatchObject({ state: 'referred' })
    expect(new Set(referrals.map((row) => row['state']))).toEqual(new Set(['expired', 'proposed']))
  })
})
