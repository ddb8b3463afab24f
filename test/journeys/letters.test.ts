import { PurgeQueueCommand } from '@aws-sdk/client-sqs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { invoke } from '../../local/handlers.ts'
import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { queueEvent } from '../support/events.ts'
import { aFilledForm, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const minute = 60_000
const staff = 'intake@riverside.example.org'

describe('a letter', () => {
  let product: Product

  beforeEach(async () => {
    product = await openProduct()
    await product.addGroups(aGroup(), anOpenMeeting())
  })
  afterEach(() => product.close())

  const emails = async () =>
    (await product.rows('emails')).filter((row) => row['emailId'] && row['subjectId'] !== 'staff')
  const toPerson = async () => (await emails()).find((row) => row['to'] === 'person')

  it('goes out though its nudge was lost: the sweeper finds it', async () => {
    await send(product, aFilledForm())
    const match = product.sources.find(({ url }) => url.includes('intakes'))
    if (match) await (await import('../../local/poll-queue.ts')).pollQueue(match, 0)
    await product.aws.clients.sqs.send(new PurgeQueueCommand({ QueueUrl: product.aws.queueUrls.emails }))
    await product.settle()
    expect(product.mails()).toHaveLength(0)

    await product.sweep()

    expect(product.mailsTo('robin.vale@example.org')).toHaveLength(1)
    expect(product.mailsTo(staff)).toHaveLength(1)
  })

  /** The message that asked for an e-mail, as if it came once more. */
  const askAgain = async (to: 'person' | 'staff', given: { state: string; attempts: number }) => {
    const row = (await emails()).find((one) => one['to'] === to)
    const { subjectId, occurrence, template, addressHash, referralId } = row ?? {}
    const message = { schema: 1, subjectId, occurrence, template, addressHash, referralId, ...given }
    await invoke.queue('send-email', queueEvent(message))
  }

  it('goes out once though its message comes three times', async () => {
    await send(product, aFilledForm())
    await product.settle()
    const sent = product.mails().length

    for (let time = 0; time < 3; time += 1) {
      await askAgain('staff', { state: 'pending', attempts: 0 })
      await askAgain('person', { state: 'pending', attempts: 0 })
    }

    expect(product.mails()).toHaveLength(sent)
  })

  it('that is being sent is left alone until its lease is over', async () => {
    product.aws.ses.faults.next(['timeout-before-send', 'timeout-before-send'])
    await send(product, aFilledForm())
    await product.settle()
    product.clock.moveForward(14 * minute)

    await askAgain('staff', { state: 'sending', attempts: 1 })
    expect(product.mails()).toHaveLength(0)

    product.clock.moveForward(2 * minute)
    await askAgain('staff', { state: 'sending', attempts: 1 })
    expect(product.mails()).toHaveLength(1)
  })

  it('that SES turns away for now goes out later, once, and its due time still tells how late it is', async () => {
    product.aws.ses.faults.next(['Throttling', 'Throttling'])
    await send(product, aFilledForm())
    await product.settle()
    expect(product.mails()).toHaveLength(0)
    const due = (await toPerson())?.['dueAt']

    product.clock.moveForward(11 * minute)
    await product.sweep()

    expect(product.mailsTo('robin.vale@example.org')).toHaveLength(1)
    expect(await toPerson()).toMatchObject({ state: 'delivered', dueAt: due, attempts: 2 })
  })

  it('is not written again when SES took it and its answer was lost: the report of SES settles it', async () => {
    product.aws.ses.faults.next(['timeout-after-send', 'timeout-after-send'])
    await send(product, aFilledForm())
    await product.settle()
    product.clock.moveForward(20 * minute)
    await product.sweep()

    expect(product.mails()).toHaveLength(2)
    expect((await emails()).map(({ state }) => state)).toEqual(['delivered', 'delivered'])
  })

  it('to staff that SES refuses is tried again: they must be reached', async () => {
    product.aws.ses.faults.next(['MessageRejected', 'MessageRejected'])
    await send(product, aFilledForm())
    await product.settle()
    expect(product.mails()).toHaveLength(0)

    product.clock.moveForward(11 * minute)
    await product.sweep()

    expect(product.mailsTo(staff).length).toBeGreaterThan(0)
    expect(await toPerson()).toMatchObject({ state: 'failed' })
  })

  it('of which nobody knows what became of it waits for its lease to end, and is then written again', async () => {
    product.aws.ses.faults.next(['timeout-before-send', 'timeout-before-send'])
    await send(product, aFilledForm())
    await product.settle()

    product.clock.moveForward(10 * minute)
    await product.sweep()
    expect(product.mails()).toHaveLength(0)

    product.clock.moveForward(6 * minute)
    await product.sweep()
    expect(product.mails()).toHaveLength(2)
  })

  it('of which nobody ever knows is given up after four tries, and staff are asked to reach the person', async () => {
    await send(product, aFilledForm())
    for (let tries = 0; tries < 7; tries += 1) {
      product.aws.ses.faults.next(['timeout-before-send', 'timeout-before-send'])
      await product.sweep()
      product.clock.moveForward(16 * minute)
    }

    expect(await toPerson()).toMatchObject({ state: 'failed', unknownOutcomes: 4 })
    const [intake] = await product.rows('intakes')
    expect(intake).toMatchObject({ next: { action: 'reach-another-way' } })
  })

  it('that bounces closes the address, and staff reach the person another way', async () => {
    const bounces = 'bounce@simulator.amazonses.com'
    await send(product, aFilledForm({ email: bounces }))
    await product.settle()
    await product.sweep()

    const [intake] = await product.rows('intakes')
    expect(await toPerson()).toMatchObject({ state: 'bounced' })
    expect(intake).toMatchObject({ next: { owner: 'staff', action: 'reach-another-way' } })

    product.clock.moveForward(3 * 24 * 60 * minute)
    await send(product, aFilledForm({ email: bounces }))
    await product.settle()
    expect(product.mailsTo(bounces)).toHaveLength(1)
  })

  it('to staff that bounces is never closed off: the next one is sent all the same', async () => {
    await product.close()
    product = await openProduct({ settings: { STAFF_ADDRESS: 'bounce@simulator.amazonses.com' } })
    await product.addGroups(aGroup())

    await send(product, aFilledForm())
    await product.settle()
    await send(product, aFilledForm())
    await product.settle()

    expect(product.mailsTo('bounce@simulator.amazonses.com')).toHaveLength(2)
  })

  it('can be asked for in someone else’s name once a day and three times a week, and no more', async () => {
    const target = 'target@example.org'
    const day = 24 * 60 * minute
    for (let days = 0; days < 6; days += 1) {
      for (let forms = 0; forms < 4; forms += 1) await send(product, aFilledForm({ email: target }))
      await product.settle()
      product.clock.moveForward(day)
    }

    expect(product.mailsTo(target)).toHaveLength(3)
  })

  it('counts for one mailbox, whatever stands behind a plus in its address', async () => {
    for (let forms = 0; forms < 5; forms += 1)
      await send(product, aFilledForm({ email: `target+${forms}@example.org` }))
    await product.settle()

    expect(
      product.mails().filter(({ to }) => to.some((address) => address.startsWith('target'))),
    ).toHaveLength(1)
  })

  it('that tells of meetings, and may not be sent, becomes a call', async () => {
    const meetings = () => aFilledForm({ topics: 'drinking', email: 'often@example.org' })
    await send(product, meetings())
    await product.settle()
    await send(product, meetings())
    await product.settle()

    const actions = (await product.rows('intakes')).map((row) => (row['next'] as { action: string }).action)
    expect(actions.toSorted()).toEqual(['reach-another-way', 'read-form'])
  })

  it('reminds staff of what is overdue, once a working day', async () => {
    await send(product, aFilledForm())
    await product.settle()
    const sent = product.mailsTo(staff).length

    for (let hours = 0; hours < 4 * 24; hours += 4) {
      product.clock.moveForward(4 * 60 * minute)
      await product.sweep()
    }

    const overdue = product.mailsTo(staff).slice(sent)
    expect(overdue.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-25', '2026-11-26', '2026-11-27'])
  })

  it('to a mailbox that others may read tells nothing, not even whose it is', async () => {
    await send(
      product,
      aFilledForm({
        topics: 'drinking',
        meet: 'in-person',
        emailPrivacy: 'shared',
        email: 'shared@example.org',
      }),
    )
    await product.settle()

    const [mail] = product.mailsTo('shared@example.org')
    const read = [
      mail?.from,
      mail?.subject,
      mail?.text,
      mail && wordsOf({ status: 200, headers: {}, body: mail.html }),
    ].join(' ')
    expect(read).not.toMatch(/group|meeting|support|therap|Evening Light|Riverside Circle|drinking|988/i)
    expect(mail?.from).toContain('Riverside RC')
  })
})
