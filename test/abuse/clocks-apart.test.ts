import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { connect, openOutside, thisMachine } from '../../adapters/outside.ts'
import { clock, links, seals } from '../../adapters/parts.ts'
import { isTimeOver } from '../../domain/form/kept-answers.ts'
import { isLive, sessionSchema } from '../../domain/staff/session.ts'
import { connectTo } from '../../functions/shared/connection.ts'
import { aGroup } from '../support/builders.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const minute = 60_000

/** Functions run on many machines, whose clocks differ by seconds, and by minutes when something is wrong. */
describe('machines whose clocks are minutes apart', () => {
  let product: Product

  beforeEach(async () => {
    product = await openProduct()
    await product.addGroups(aGroup())
  })
  afterEach(() => product.close())

  /** From now on it is answered by a machine whose clock is so much ahead. */
  const answeredAhead = (milliseconds: number) =>
    connectTo(
      openOutside(product.aws.settings, { ...product.world, now: () => product.clock.now() + milliseconds }),
    )

  it.each([5 * minute, -5 * minute])('let in whom another one let in: %i ms', async (apart) => {
    const { statusPath } = await send(product, aFilledForm())
    const staff = await product.signIn('coordinator')
    await product.settle()

    answeredAhead(apart)

    expect((await product.get(statusPath)).status).toBe(200)
    expect((await staff.get('/staff')).status).toBe(200)
    expect((await staff.get('/staff')).status).toBe(200)
  })

  it.each([5 * minute, -5 * minute])('match what another one accepted: %i ms', async (apart) => {
    await send(product, aFilledForm())
    answeredAhead(apart)

    await product.settle()
    product.reconnect()
    await product.sweep()
    product.clock.moveForward(10 * minute)
    await product.sweep()

    expect((await product.rows('intakes')).map(({ state }) => state)).toEqual(['referred'])
    expect(product.mailsTo('robin.vale@example.org')).toHaveLength(1)
  })

  it('give nobody who holds something from a fast one more than those minutes', async () => {
    const ahead = connect(
      openOutside(product.aws.settings, {
        ...thisMachine,
        aws: product.world.aws,
        now: () => product.clock.now() + 5 * minute,
      }),
      { links, seals, clock },
    )
    const id = '019ab123-4567-7abc-8def-0123456789ab'
    const token = await ahead.links.sign('sent', id, ahead.clock.now() + 30 * minute)
    const seenAt = ahead.clock.iso()
    const staff = {
      schema: 1 as const,
      staffId: 'a',
      name: 'A',
      role: 'admin' as const,
      signedInAt: seenAt,
      sessionsValidFrom: new Date(0).toISOString(),
    }
    const session = sessionSchema.parse({ staffId: 'a', signedInAt: seenAt, seenAt })
    const kept = { seenAt }

    product.clock.moveForward(34 * minute)
    expect([isLive(session, staff, product.clock.now()), isTimeOver(kept, product.clock.now())]).toEqual([
      true,
      false,
    ])
    product.clock.moveForward(2 * minute)
    expect(isLive(session, staff, product.clock.now())).toBe(false)
    expect((await product.get(`/sent/${token}`)).status).toBe(404)
    product.clock.moveForward(30 * minute)
    expect(isTimeOver(kept, product.clock.now())).toBe(true)
  })
})
