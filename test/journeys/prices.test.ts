import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { connect, openOutside, thisMachine } from '../../adapters/outside.ts'
import * as parts from '../../adapters/parts.ts'
import type { PlacePrices } from '../../domain/placing/place-prices.ts'
import type { Intake } from '../../domain/way/intake.ts'
import { mostSeconds, setPlacePrices } from '../../functions/set-place-prices.ts'
import { localTables } from '../../local/create-tables.ts'
import { invoke } from '../../local/handlers.ts'
import { aGroup } from '../support/builders.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const day = 24 * 3_600_000

/** The one group without steps, and one that is the same but for the stairs: by their ids alone the first comes first. */
const stepFree = aGroup({ groupId: 'a/ramp', name: 'Ramp', offers: ['step-free'], capacity: 8 })
const stairs = aGroup({ groupId: 'b/stairs', name: 'Stairs', capacity: 60 })

const needsNoSteps = { 'wish-step-free': 'must' }

describe('prices of places', () => {
  let product: Product

  beforeEach(async () => {
    product = await openProduct()
  })
  afterEach(() => product.close())

  const adapters = () =>
    connect(openOutside(product.aws.settings, { ...thisMachine, ...product.world }), parts)

  const asks = async (number: number, given: Record<string, string> = {}) => {
    const { reference } = await send(
      product,
      aFilledForm({ email: `person-${number}@example.org`, ...given }),
    )
    await product.settle()
    const row = (await product.rows('intakes')).find((one) => one['reference'] === reference)
    return row as unknown as Intake
  }

  /** Weeks in which more people need the group without steps than it has places. */
  const weeksPass = async () => {
    await product.addGroups(stepFree, stairs)
    for (let number = 0; number < 6; number += 1) {
      await asks(number, needsNoSteps)
      product.clock.moveForward(day)
    }
  }

  const setPrices = () => invoke.schedule('set-place-prices')
  const kept = async () =>
    (await product.rows('feeds')).find(({ feedId }) => feedId === '#place-prices') as
      | (PlacePrices & Record<string, unknown>)
      | undefined

  it('leave a place that some cannot do without to them, and take it from nobody who has no other', async () => {
    await weeksPass()
    const before = await asks(20)
    await setPrices()
    product.reconnect()
    const hasChoice = await asks(21)
    const hasNone = await asks(22, needsNoSteps)

    expect(before.decision?.held?.name).toBe('Ramp')
    expect(hasChoice.decision?.held?.name).toBe('Stairs')
    expect(hasNone.decision?.held?.name).toBe('Ramp')
  })

  it('stand in the decision, with the night they are of and a sentence whose points are part of the score', async () => {
    await weeksPass()
    await setPrices()
    product.reconnect()
    const { decision } = await asks(21)
    const ramp = decision?.alternatives.find(({ name }) => name === 'Ramp')

    expect(decision?.pricesVersion).toBe(1)
    expect(ramp?.reasons.map(({ because }) => because)).toContain('scarce')
    expect(ramp?.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(ramp?.score)
  })

  it('are one row, which each night replaces, and which names nobody', async () => {
    await weeksPass()
    await setPrices()
    product.clock.moveForward(day)
    await setPrices()

    expect(await kept()).toMatchObject({ version: 2, byGroup: { 'a/ramp': { points: expect.any(Number) } } })
    expect(JSON.stringify(await kept())).not.toMatch(/person-|Robin|\b95112\b/)
  })

  it('are set once when two runs meet: the second to write changes nothing', async () => {
    await weeksPass()
    const [one, other] = await Promise.all([setPlacePrices(adapters()), setPlacePrices(adapters())])

    expect(one.isSet).not.toBe(other.isSet)
    expect(await kept()).toMatchObject({ version: 1 })

    product.clock.moveForward(day)
    const nextNight = await Promise.all([setPlacePrices(adapters()), setPlacePrices(adapters())])

    expect(nextNight.filter(({ isSet }) => isSet)).toHaveLength(1)
    expect(await kept()).toMatchObject({ version: 2 })
  })

  it('look at the last eight weeks alone, and at nobody who has left', async () => {
    await weeksPass()
    product.clock.moveForward(60 * day)

    expect(await setPlacePrices(adapters())).toMatchObject({ isSet: true, asked: 0, priced: 0 })
  })

  it('look at those who wait now, however long ago they asked', async () => {
    await product.addGroups({ ...stepFree, capacity: 1 })
    for (const number of [1, 2, 3]) await asks(number, needsNoSteps)
    product.clock.moveForward(60 * day)

    expect(await setPlacePrices(adapters())).toMatchObject({ asked: 0, waiting: 2, priced: 1 })
    expect(await kept()).toMatchObject({ byGroup: { 'a/ramp': { people: 2 } } })
  })

  it('are set when a night is slow as well, and say how many samples they are the mean of', async () => {
    await weeksPass()
    let looks = 0
    const now = () => product.clock.now() + 1000 * (mostSeconds / 8) * looks++
    const slow = connect(openOutside(product.aws.settings, { ...thisMachine, ...product.world, now }), parts)
    const { samples, ...told } = await setPlacePrices(slow)

    expect(told).toMatchObject({ isSet: true, priced: 1 })
    expect(samples).toBeGreaterThan(1)
    expect(samples).toBeLessThan(8)
    expect(await logLinesOf(setPrices)).toContainEqual(
      expect.objectContaining({
        event: 'place-prices-set',
        counts: expect.objectContaining({ samples: 20 }),
      }),
    )
  })

  it('are done without before the first night, which is said and wakes nobody', async () => {
    await product.addGroups(stepFree)
    const lines = await logLinesOf(() => asks(1))
    const [{ decision } = { decision: null }] = (await product.rows('intakes')) as unknown as Intake[]

    expect(decision).toMatchObject({ pricesVersion: null, held: { name: 'Ramp' } })
    expect(lines).toContainEqual({ level: 'info', event: 'without-place-prices', code: 'none' })
  })

  it('are done without when they are older than three days, which wakes whoever is on call', async () => {
    await weeksPass()
    await setPrices()
    product.clock.moveForward(3 * day + 1)
    const lines = await logLinesOf(async () => {
      expect((await asks(21)).decision).toMatchObject({ pricesVersion: null, held: { name: 'Ramp' } })
    })

    expect(lines).toContainEqual({ level: 'error', event: 'place-prices-lost', code: 'old' })
  })

  it('cost nobody their match when they cannot be read', async () => {
    await product.addGroups(stepFree)
    await product.dynamodb.send(
      new PutItemCommand({
        TableName: localTables.feeds,
        Item: marshall({ feedId: '#place-prices', schema: 9 }),
      }),
    )
    const lines = await logLinesOf(async () => {
      expect((await asks(1)).decision?.held?.name).toBe('Ramp')
    })

    expect(lines).toContainEqual({ level: 'error', event: 'place-prices-lost', code: 'unreadable' })
  })

  it('count again half a minute after they can be read again', async () => {
    await weeksPass()
    await setPrices()
    const put = (row: Record<string, unknown>) =>
      product.dynamodb.send(new PutItemCommand({ TableName: localTables.feeds, Item: marshall(row) }))
    const row = await kept()
    await put({ feedId: '#place-prices', schema: 9 })
    product.clock.moveForward(11 * 60_000)
    await logLinesOf(async () => expect((await asks(21)).decision?.pricesVersion).toBeNull())

    await put({ ...row })
    product.clock.moveForward(31_000)

    expect((await asks(22)).decision?.pricesVersion).toBe(1)
  })

  it('can be read by staff, each with its sentence, and changed by nobody', async () => {
    await weeksPass()
    const browser = await product.signIn('coordinator')
    expect((await browser.get('/staff/prices')).body).toContain('No prices have been set yet.')
    await setPrices()
    const { body } = await browser.get('/staff/prices')

    expect(body).toContain('Ramp')
    expect(body).toMatch(/Others need its places more: it suits about \d+ people/)
    expect(body).not.toContain('Stairs')
    expect(/<main[^]*<\/main>/.exec(body)?.[0]).not.toContain('<form')
  })
})
