import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { localTables } from '../../local/create-tables.ts'
import { invoke } from '../../local/handlers.ts'
import { aGroup } from '../support/builders.ts'
import { queueEvent } from '../support/events.ts'
import { aFilledForm, byPhoneOnly, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const hour = 3_600_000

describe('places', () => {
  let product: Product

  beforeEach(async () => {
    product = await openProduct()
  })
  afterEach(() => product.close())

  const statesOf = async () => {
    const counts: Record<string, number> = {}
    for (const { state } of await product.rows('intakes'))
      counts[String(state)] = (counts[String(state)] ?? 0) + 1
    return counts
  }

  const setPlaces = async (change: string) => {
    await product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables.groups,
        Key: { groupId: { S: 'riverside/steady-ground' } },
        UpdateExpression: change,
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    )
  }

  // Longer than any machine needs that does other work beside it: how fast it is, is no promise of this test.
  it(
    'are never given twice: of 200 people who ask at once, exactly 20 get the 20 places and 180 wait',
    { timeout: 180_000 },
    async () => {
      await product.addGroups(aGroup({ capacity: 20 }))

      await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          send(product, aFilledForm({ email: `person${index}@example.org` })),
        ),
      )
      await product.settle()

      const [group] = await product.rows('groups')
      expect(await statesOf()).toEqual({ referred: 20, waiting: 180 })
      expect(await product.rows('referrals')).toHaveLength(20)
      expect(group).toMatchObject({ placesTaken: 20 })
    },
  )

  it('that are full in one group are looked for in the next', async () => {
    await product.addGroups(
      aGroup({ capacity: 1 }),
      aGroup({ groupId: 'riverside/second', name: 'Second', capacity: 1 }),
    )

    await Promise.all([send(product, aFilledForm()), send(product, aFilledForm())])
    await product.settle()

    const groups = new Set((await product.rows('referrals')).map(({ groupId }) => groupId))
    expect(groups).toEqual(new Set(['riverside/second', 'riverside/steady-ground']))
  })

  it('are not held on facts that have changed since: the group is read again', async () => {
    await product.addGroups(aGroup({ capacity: 5 }))
    await send(product, aFilledForm())
    await product.settle()
    await setPlaces('SET version = version + :one')

    await send(product, aFilledForm())
    await product.settle()

    expect(await statesOf()).toEqual({ referred: 2 })
  })

  it('that are freed go to someone who waits, within the hour, and staff are told', async () => {
    await product.addGroups(aGroup({ capacity: 1 }))
    await send(product, aFilledForm({ email: 'first@example.org' }))
    await product.settle()
    const { reference } = await send(product, aFilledForm({ email: 'second@example.org' }))
    await product.settle()
    expect(await statesOf()).toEqual({ referred: 1, waiting: 1 })

    await setPlaces('SET placesTaken = placesTaken - :one')
    product.clock.moveForward(hour)
    await product.sweep()

    expect(await statesOf()).toEqual({ referred: 2 })
    expect(product.mails().at(-1)).toMatchObject({ subject: expect.stringContaining(reference) })
    expect(product.mailsTo('second@example.org')).toHaveLength(1)
  })

  it('given to someone who waited leave staff what they had to do for that person', async () => {
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1 }))
    await send(product, aFilledForm({ ...byPhoneOnly }))
    await product.settle()

    await setPlaces('SET placesTaken = placesTaken - :one')
    product.clock.moveForward(hour)
    await product.sweep()

    expect(await product.rows('intakes')).toMatchObject([
      { state: 'referred', next: { action: 'tell-by-phone' } },
    ])
  })

  it('are not looked for by the machine once someone is for staff, whatever messages still come', async () => {
    await product.addGroups(aGroup())
    await send(product, aFilledForm({ safety: 'might-hurt', helpSeen: 'yes' }))
    await product.settle()
    const [intake] = await product.rows('intakes')

    const again = {
      schema: 1,
      kind: 'again',
      intakeId: intake?.['intakeId'],
      because: 'time-to-look',
      excluding: [],
    }
    await invoke.queue('match-intake', queueEvent(again))

    expect(await statesOf()).toEqual({ urgent: 1 })
    expect(await product.rows('referrals')).toEqual([])
  })

  it('are not given on first answers while staff have yet to read the later ones', async () => {
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1 }))
    const form = aFilledForm()
    await send(product, form)
    await product.settle()
    form.set('times', 'weekend')
    await send(product, form)
    await product.settle()

    await setPlaces('SET placesTaken = placesTaken - :one')
    product.clock.moveForward(hour)
    await product.sweep()

    expect(await statesOf()).toEqual({ waiting: 1 })
  })

  it('that were freed a moment ago are seen before anyone is told to wait', async () => {
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1 }))
    await send(product, aFilledForm())
    await product.settle()
    await setPlaces('SET placesTaken = placesTaken - :one')

    await send(product, aFilledForm({ email: 'second@example.org' }))
    await product.settle()

    expect(await statesOf()).toEqual({ referred: 1, waiting: 1 })
  })

  it('are looked for every hour for as long as someone waits, and the wait itself writes no mail', async () => {
    await product.addGroups(aGroup({ capacity: 1, placesTaken: 1 }))
    await send(product, aFilledForm())
    await product.settle()
    const sent = product.mails().length

    for (let hours = 0; hours < 30; hours += 1) {
      product.clock.moveForward(hour)
      await product.sweep()
    }

    expect(await statesOf()).toEqual({ waiting: 1 })
    expect(product.mails()).toHaveLength(sent)
  })
})
