import { TransactGetItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { PurgeQueueCommand } from '@aws-sdk/client-sqs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { localTables } from '../../local/create-tables.ts'
import { invoke } from '../../local/handlers.ts'
import { pollQueue } from '../../local/poll-queue.ts'
import { between } from '../support/between.ts'
import { aGroup } from '../support/builders.ts'
import { queueEvent } from '../support/events.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const minute = 60_000
const hour = 60 * minute

describe('what cannot be read', () => {
  let product: Product
  let restore = () => {}

  beforeEach(async () => {
    product = await openProduct()
  })
  afterEach(async () => {
    restore()
    await product.close()
  })

  const spoil = async (
    table: 'emails' | 'intakes',
    row: Record<string, unknown> | undefined,
    field: string,
  ) => {
    const keys = table === 'emails' ? ['subjectId', 'occurrence'] : ['intakeId']
    await product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables[table],
        Key: Object.fromEntries(keys.map((key) => [key, { S: String(row?.[key]) }])),
        UpdateExpression: 'SET #field = :unheardOf',
        ExpressionAttributeNames: { '#field': field },
        ExpressionAttributeValues: { ':unheardOf': { S: 'of-a-newer-version' } },
      }),
    )
  }
  const matchOnly = async () => {
    const match = product.sources.find(({ url }) => url.includes('intakes'))
    if (match) await pollQueue(match, 0)
  }
  /** A sweep that says it could not do everything, and did the rest. */
  const sweepAndFail = async () => {
    await expect(product.sweep()).rejects.toThrow(/could not be read/)
    await product.settle()
  }

  it('in one letter keeps no other letter from going out', async () => {
    await product.addGroups(aGroup())
    await send(product, aFilledForm())
    await matchOnly()
    await product.aws.clients.sqs.send(new PurgeQueueCommand({ QueueUrl: product.aws.queueUrls.emails }))
    const letters = (await product.rows('emails')).filter(
      (row) => row['emailId'] && row['subjectId'] !== 'staff',
    )
    await spoil('emails', letters[0], 'template')

    await sweepAndFail()

    expect(product.mails()).toHaveLength(letters.length - 1)
  })

  it('in one intake keeps nobody else from being matched', async () => {
    await product.addGroups(aGroup({ capacity: 2, placesTaken: 2 }))
    await send(product, aFilledForm({ email: 'one@example.org' }))
    await send(product, aFilledForm({ email: 'two@example.org' }))
    await product.settle()
    const [one] = await product.rows('intakes')
    await spoil('intakes', one, 'state')
    await product.addGroups(aGroup({ capacity: 2 }))
    product.clock.moveForward(hour)

    await sweepAndFail()

    expect((await product.rows('intakes')).map(({ state }) => state)).toContain('referred')
  })

  it('in one group costs nobody a match with another', async () => {
    // A topic that only a newer version knows.
    await product.addGroups(aGroup(), {
      ...aGroup({ groupId: 'a/newer' }),
      topics: ['of-a-newer-version' as 'grief'],
    })

    await send(product, aFilledForm())
    await product.settle()

    expect(await product.rows('intakes')).toMatchObject([{ state: 'referred' }])
  })

  it('for a moment costs a letter no more than that: it is known not to have gone out', async () => {
    await product.addGroups(aGroup())
    await send(product, aFilledForm())
    let failures = 0
    restore = between(
      (command) => command instanceof TransactGetItemsCommand && failures < 2,
      () => {
        failures += 1
        throw new Error('DynamoDB is away')
      },
    )
    await product.settle()
    restore()

    product.clock.moveForward(11 * minute)
    await product.sweep()

    expect(product.mails()).toHaveLength(2)
    const letters = (await product.rows('emails')).filter(
      (row) => row['emailId'] && row['subjectId'] !== 'staff',
    )
    expect(letters.map((row) => row['unknownOutcomes'])).toEqual([0, 0])
  })

  it('or written costs someone who waits no look: a sweep that dies half-way is made good a minute later', async () => {
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1 }))
    await send(product, aFilledForm())
    await product.settle()
    await product.addGroups(aGroup({ capacity: 1 }))
    product.clock.moveForward(hour + minute)
    product.reconnect({ INTAKES_QUEUE_URL: 'http://127.0.0.1:9/000000000000/away' })
    await expect(invoke.schedule('sweep-due')).rejects.toThrow(/could not be read or written/)
    product.reconnect()
    product.clock.moveForward(minute)
    await product.sweep()

    expect(await product.rows('intakes')).toMatchObject([{ state: 'referred' }])
  })

  it('is no reason to try a letter for ever: after a day it is given up, and an alarm is raised', async () => {
    await product.addGroups(aGroup())
    await send(product, aFilledForm())
    for (let hours = 0; hours < 30; hours += 1) {
      product.aws.ses.faults.next(['Throttling', 'Throttling', 'Throttling'])
      await product.sweep()
      product.clock.moveForward(hour)
    }

    const receipt = (await product.rows('emails')).find((row) => row['template'] === 'receipt')
    expect(receipt).toMatchObject({ state: 'failed' })
  })

  it('does not come from SES’s own notice that a topic was set up', async () => {
    const notice = 'Successfully validated SNS topic for Amazon SES event publishing.'

    expect(await invoke.queue('record-delivery', queueEvent(notice))).toEqual({ batchItemFailures: [] })
  })
})
