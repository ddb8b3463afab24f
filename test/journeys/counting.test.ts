import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { invoke } from '../../local/handlers.ts'
import { aGroup } from '../support/builders.ts'
import { queueEvent } from '../support/events.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const minute = 60_000

describe('what the log lines count', () => {
  let product: Product

  beforeEach(async () => {
    product = await openProduct()
  })
  afterEach(() => product.close())

  const eventsOf = async (run: () => Promise<unknown>) =>
    (await logLinesOf(run)).map(({ event }) => String(event))
  const ends = new Set(['stored', 'sent-again', 'came-after-erasure'])

  it('is each form that was accepted, and one end for each', async () => {
    await product.addGroups(aGroup({ capacity: 1 }))
    const form = aFilledForm()
    const events = await eventsOf(async () => {
      await send(product, form)
      await product.settle()
      await send(product, form)
      form.set('zip', '95126')
      await send(product, form)
      await send(product, aFilledForm({ email: 'waits@example.org' }))
      await product.settle()
    })

    expect(events.filter((event) => event === 'accepted')).toHaveLength(4)
    expect(events.filter((event) => ends.has(event)).toSorted()).toEqual([
      'sent-again',
      'sent-again',
      'stored',
      'stored',
    ])
  })

  it('is a form that came after its person was erased, which is no form lost', async () => {
    const events = await eventsOf(async () => {
      await send(product, aFilledForm())
      const [id = ''] = (await logLinesOf(() => send(product, aFilledForm()))).flatMap(({ intakeId }) =>
        typeof intakeId === 'string' ? [intakeId] : [],
      )
      await product.erase(id)
      await product.settle()
    })

    expect(events.filter((event) => ends.has(event)).toSorted()).toEqual(['came-after-erasure', 'stored'])
  })

  it('is nobody a second time who waited and then got a place', async () => {
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1 }))
    await send(product, aFilledForm())
    await product.settle()
    await product.addGroups(aGroup({ capacity: 1 }))

    const events = await eventsOf(() =>
      invoke.queue('match-intake', queueEvent({ schema: 1, kind: 'place-freed', groupId: aGroup().groupId })),
    )

    expect(events).toContain('matched-again')
    expect(events.filter((event) => ends.has(event))).toEqual([])
  })

  it('is each e-mail that SES took, and none that it turned away', async () => {
    await product.addGroups(aGroup())
    product.aws.ses.faults.next(['Throttling'])
    await send(product, aFilledForm())

    const events = await eventsOf(() => product.settle())

    expect(events.filter((event) => event === 'email-sent')).toHaveLength(1)
    expect(product.mails()).toHaveLength(1)
  })

  const swept = async () =>
    (await logLinesOf(() => invoke.schedule('sweep-due'))).find(({ event }) => event === 'swept')

  it('is how late the latest e-mail is, however often it was put off', async () => {
    await product.addGroups(aGroup())
    product.aws.ses.faults.next(['Throttling', 'Throttling'])
    await send(product, aFilledForm())
    await product.settle()
    expect(await swept()).toMatchObject({ lateSeconds: 0 })

    product.clock.moveForward(11 * minute)
    expect(await swept()).toMatchObject({ lateSeconds: 660 })
    product.clock.moveForward(6 * minute)

    expect(await swept()).toMatchObject({ lateSeconds: 1020 })
  })

  const quota = async () =>
    (await logLinesOf(() => invoke.schedule('sweep-due'))).filter(({ event }) => event === 'sending-quota')

  it('is how much of the day’s e-mails is used, each quarter of an hour', async () => {
    expect(await quota()).toMatchObject([{ percent: 0 }])
    product.clock.moveForward(minute)

    expect(await quota()).toEqual([])
  })

  it('is not the sweeper’s undoing when SES does not say', async () => {
    await product.aws.ses.stop()

    expect(await quota()).toMatchObject([{ code: expect.any(String) }])
  })
})
