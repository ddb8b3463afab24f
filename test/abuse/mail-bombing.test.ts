import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { ownPageOf } from '../support/own-page.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const hour = 3_600_000

describe('someone who wants to fill another person’s mailbox', () => {
  let product: Product

  beforeEach(async () => {
    product = await openProduct()
    await product.addGroups(aGroup({ capacity: 100 }), anOpenMeeting())
  })
  afterEach(() => product.close())

  const ask = async (email: string, given: Parameters<typeof aFilledForm>[0] = {}) => {
    const confirmation = await send(product, aFilledForm({ email, ...given }))
    await product.settle()
    return confirmation
  }
  const count = (...addresses: string[]) =>
    product.mails().filter(({ to }) => addresses.some((address) => to.includes(address))).length

  it('gets two e-mails through in a day, whatever they ask for and however often', async () => {
    for (let times = 0; times < 12; times += 1)
      await ask('victim@example.org', { topics: times % 2 ? 'drinking' : 'trauma' })

    // The receipt, and once the meetings that anyone can go to.
    expect(count('victim@example.org')).toBe(2)
  })

  it('gets three of each kind through in a week', async () => {
    for (let days = 0; days < 7; days += 1) {
      await ask('victim@example.org')
      product.clock.moveForward(25 * hour)
    }

    expect(count('victim@example.org')).toBe(3)
  })

  it.each([
    ['behind a plus', ['victim@example.org', 'victim+1@example.org', 'victim+a+b@example.org']],
    ['in capitals', ['victim@example.org', 'Victim@Example.org', 'VICTIM@EXAMPLE.ORG']],
    ['with dots, where Gmail reads none', ['victim.one@gmail.com', 'v.i.c.t.i.m.one@gmail.com']],
    ['under Gmail’s other name', ['victimone@gmail.com', 'victim.one+x@googlemail.com']],
  ])('gets no more through by writing the address differently: %s', async (_, ways) => {
    for (const email of ways) await ask(email)

    expect(count(...ways)).toBe(1)
  })

  it('does not take a dot for nothing where it tells two people apart', async () => {
    await ask('kim.lee@example.org')
    await ask('kimlee@example.org')

    expect(count('kim.lee@example.org', 'kimlee@example.org')).toBe(2)
  })

  it('sends nothing by changing the address of a request of their own, again and again', async () => {
    const own = ownPageOf(product, await ask('attacker@example.org'))

    for (let times = 0; times < 5; times += 1) {
      await own.goes('contact', 'change-contact', { email: 'victim@example.org' })
      await own.goes('contact', 'change-contact', { email: 'attacker@example.org' })
    }
    await product.sweep()

    expect(count('victim@example.org')).toBe(0)
  })

  it('cannot put a word of theirs into what is sent', async () => {
    await ask('victim@example.org', {
      name: 'Buy gold at gold.example now',
      note: 'gold.example',
      topics: 'drinking',
    })

    const mails = product.mailsTo('victim@example.org')
    expect(mails.length).toBeGreaterThan(0)
    for (const { subject, text, html } of mails)
      expect(`${subject}${text}${html}`).not.toMatch(/gold\.example/)
  })
})
