import { GetItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { PurgeQueueCommand } from '@aws-sdk/client-sqs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { closeRequest } from '../../domain/way/steps/place.ts'
import { localTables } from '../../local/create-tables.ts'
import { invoke } from '../../local/handlers.ts'
import { pollQueue } from '../../local/poll-queue.ts'
import { runSchedules } from '../../local/workers.ts'
import { between } from '../support/between.ts'
import { aGroup } from '../support/builders.ts'
import { queueEvent } from '../support/events.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { takeStep } from '../support/steps.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const staff = 'intake@riverside.example.org'
const person = 'robin.vale@example.org'

const isIndexOfEmails = (command: object) =>
  command instanceof QueryCommand && command.input.IndexName === 'byEmailId'

describe('when two things happen at once', () => {
  let product: Product
  let restore = () => {}

  beforeEach(async () => {
    product = await openProduct()
  })
  afterEach(async () => {
    restore()
    await product.close()
  })

  const letterToPerson = async () => {
    const row = (await product.rows('emails')).find((one) => one['to'] === 'person')
    if (!row) throw new Error('No letter to the person was written down.')
    return row
  }
  const setState = async (row: Record<string, unknown>, state: string) => {
    await product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables.emails,
        Key: { subjectId: { S: String(row['subjectId']) }, occurrence: { S: String(row['occurrence']) } },
        UpdateExpression: 'SET #state = :state',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':state': { S: state } },
      }),
    )
  }
  /** Lets the queues run, but for what SES reports. */
  const settleWithoutReports = async () => {
    for (let round = 0; round < 4; round += 1)
      for (const source of product.sources.filter(({ url }) => !url.includes('ses-events')))
        await pollQueue(source, 0)
  }
  const report = (row: Record<string, unknown>, eventType: string, more: object = {}) => {
    const timestamp = new Date(product.clock.now()).toISOString()
    const mail = { messageId: 'ses-1', timestamp, tags: { emailId: [row['emailId']] } }
    return invoke.queue('record-delivery', queueEvent({ eventType, mail, ...more }))
  }

  it('a bounce that meets the marking as sent is not lost', async () => {
    await product.addGroups(aGroup())
    await send(product, aFilledForm())
    await settleWithoutReports()
    const row = await letterToPerson()
    await setState(row, 'sending')
    restore = between(
      (command) => command instanceof GetItemCommand && command.input.TableName === localTables.emails,
      () => {
        restore()
        return setState(row, 'sent')
      },
    )

    await report(row, 'Bounce', { bounce: { bounceType: 'Permanent' } })

    expect(await letterToPerson()).toMatchObject({ state: 'bounced' })
    expect(await product.rows('intakes')).toMatchObject([{ next: { action: 'reach-another-way' } }])
  })

  it('a report that comes before the index has caught up still settles the letter', async () => {
    await product.addGroups(aGroup())
    product.aws.ses.faults.next(['timeout-after-send', 'timeout-after-send'])
    await send(product, aFilledForm())
    await settleWithoutReports()
    restore = between(isIndexOfEmails, (answer) => {
      for (const item of (answer as { Items: Record<string, object>[] }).Items)
        item['state'] = { S: 'pending' }
    })

    await report(await letterToPerson(), 'Send')
    restore()
    await product.aws.clients.sqs.send(
      new PurgeQueueCommand({ QueueUrl: product.aws.queueUrls['ses-events'] }),
    )
    product.clock.moveForward(16 * minute)
    await product.sweep()

    expect(product.mailsTo(person)).toHaveLength(1)
  })

  it('a report that comes before the index knows the letter is looked at again, and not for ever', async () => {
    await product.addGroups(aGroup())
    await send(product, aFilledForm())
    await settleWithoutReports()
    const row = await letterToPerson()
    const bounce = () => report(row, 'Bounce', { bounce: { bounceType: 'Permanent' } })
    restore = between(isIndexOfEmails, (answer) => {
      Object.assign(answer as object, { Items: [] })
    })
    expect((await bounce()).batchItemFailures).toHaveLength(1)
    restore()
    expect((await bounce()).batchItemFailures).toEqual([])
    expect(await letterToPerson()).toMatchObject({ state: 'bounced' })

    const old = { messageId: 'ses-2', timestamp: '2026-11-23T16:00:00.000Z' }
    const erased = { ...old, tags: { emailId: ['019ab123-4567-7abc-8def-0000000000ee'] } }
    const left = await invoke.queue(
      'record-delivery',
      queueEvent({ eventType: 'Bounce', mail: erased, bounce: { bounceType: 'Permanent' } }),
    )
    expect(left.batchItemFailures).toEqual([])
  })

  it('a place that is freed is given, though sweeper and matcher run side by side', async () => {
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1 }))
    await send(product, aFilledForm())
    await product.settle()
    await product.addGroups(aGroup({ capacity: 1 }))
    product.clock.moveForward(hour + minute)
    const match = product.sources.find(({ url }) => url.includes('intakes'))

    const over = new AbortController()
    const work = async () => {
      while (!over.signal.aborted) if (match) await pollQueue(match, 0)
    }
    const working = work()
    await runSchedules()
    await new Promise((resolve) => setTimeout(resolve, 500))
    over.abort()
    await working

    expect(await product.rows('intakes')).toMatchObject([{ state: 'referred' }])
  })

  it('something overdue that gets a second reason is still reminded of', async () => {
    const form = aFilledForm({ topics: 'not-sure' })
    await send(product, form)
    await product.settle()
    product.clock.moveForward(2 * day)
    await product.sweep()
    form.set('zip', '95126')
    await send(product, form)
    await product.settle()
    const before = product.mailsTo(staff).length

    for (let days = 0; days < 7; days += 1) {
      product.clock.moveForward(day)
      await product.sweep()
    }

    expect(product.mailsTo(staff).slice(before).length).toBeGreaterThanOrEqual(3)
  })

  it('someone who waits is reminded of, however seldom the sweeper comes round', async () => {
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1 }))
    await send(product, aFilledForm())
    await product.settle()
    const before = product.mailsTo(staff).length

    for (let days = 0; days < 9; days += 1) {
      product.clock.moveForward(day)
      await product.sweep()
    }

    expect(product.mailsTo(staff).slice(before).length).toBeGreaterThanOrEqual(3)
  })

  it('an answer that forbids mail stops what was still to go', async () => {
    await product.addGroups(aGroup())
    product.aws.ses.faults.next(['Throttling', 'Throttling'])
    const form = aFilledForm()
    await send(product, form)
    await product.settle()
    form.set('contact', 'none')
    form.delete('email')
    form.delete('emailPrivacy')
    await send(product, form)
    await product.settle()

    product.clock.moveForward(11 * minute)
    await product.sweep()

    expect(product.mailsTo(person)).toEqual([])
  })

  it('an answer that others may read the mail makes plain what was still to go', async () => {
    await product.addGroups(aGroup())
    product.aws.ses.faults.next(['Throttling', 'Throttling'])
    const form = aFilledForm()
    await send(product, form)
    await product.settle()
    form.set('emailPrivacy', 'shared')
    await send(product, form)
    await product.settle()

    product.clock.moveForward(11 * minute)
    await product.sweep()

    expect(product.mailsTo(person)).toMatchObject([{ from: expect.stringContaining('Riverside RC') }])
  })

  it('however often a form was changed, “I might hurt myself” is read first', async () => {
    const form = aFilledForm({ topics: 'not-sure' })
    await send(product, form)
    for (const zip of ['95126', '95116', '95113', '95110', '95128', '94110']) {
      form.set('zip', zip)
      await send(product, form)
      await product.settle()
    }

    form.set('safety', 'might-hurt')
    form.set('helpSeen', 'yes')
    await send(product, form)
    await product.settle()

    expect(await product.rows('intakes')).toMatchObject([{ state: 'urgent', next: { action: 'read-first' } }])
  })

  it('a place that was given up while the queue was away is passed on once it is back', async () => {
    await product.addGroups(aGroup({ capacity: 1 }))
    const first = await send(product, aFilledForm())
    await product.settle()
    const second = await send(product, aFilledForm({ email: 'sam.fern@example.org' }))
    await product.settle()
    const stateOf = async (reference: string) =>
      (await product.rows('intakes')).find((row) => row['reference'] === reference)?.['state']
    expect(await stateOf(second.reference)).toBe('waiting')

    await takeStep(product, first.reference, (standing, moment) =>
      closeRequest(standing, 'helped-elsewhere', moment),
    )
    await product.aws.clients.sqs.send(new PurgeQueueCommand({ QueueUrl: product.aws.queueUrls.intakes }))
    product.reconnect({ INTAKES_QUEUE_URL: `${product.aws.queueUrls.intakes}-away` })
    await expect(runSchedules()).rejects.toThrow('could not be read or written')
    product.reconnect()
    await product.sweep()

    expect(await stateOf(second.reference)).toBe('referred')
  })
})
