import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type Desk, openDesk } from '../support/desk.ts'
import { leaderOf } from '../support/leader.ts'
import { ownPageOf } from '../support/own-page.ts'
import { textOf } from '../support/page-parts.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import type { Seen } from '../support/staff-browser.ts'
import { aLedGroup, robin, withAPlace } from '../support/with-a-place.ts'

const minute = 60_000
const ines = 'ines@riverside.example.org'
const says = ({ body }: Seen) => textOf(body)

describe('what a person wishes by phone', () => {
  let product: Product
  let robins: ReturnType<typeof withAPlace>
  let ada: Desk
  let sam: Desk

  beforeEach(async () => {
    product = await openProduct()
    robins = withAPlace(product)
    await product.addGroups(aLedGroup())
    ada = await openDesk(product, 'coordinator')
    sam = await openDesk(product, 'admin')
  })
  afterEach(() => product.close())

  const ask = async () => {
    const { reference } = await send(product, aFilledForm())
    await product.settle()
    return reference
  }
  const theIntake = async () => (await product.rows('intakes'))[0] ?? {}
  const entries = async (event: string) =>
    (await product.rows('trail')).filter((entry) => entry['event'] === event)

  it('no contact any more: staff write it down, and nobody is told what they must not use', async () => {
    const { reference } = await robins.scheduled()
    const sent = robins.subjects().length

    const preview = await ada.press(await ada.open(reference), 'stop-contact')
    expect(says(preview)).toMatch(/To Ines, who leads the group .*look before you reach out/)
    expect(says(preview)).toContain('The person is told nothing: they asked us not to contact them.')
    await ada.confirm(preview)
    await product.settle()

    expect(await theIntake()).toMatchObject({ safeContact: { channels: ['none'], email: null } })
    expect(says(await ada.open(reference))).toContain('Do not contact this person.')
    expect(leaderOf(product, reference, ines).mails().at(-1)?.subject).toContain('look before you reach out')
    expect(robins.subjects()).toHaveLength(sent)
    expect((await entries('contact-stopped'))[0]).toMatchObject({
      by: 'staff',
      codes: { staffId: 'ada-brook' },
    })
  })

  it('one OK taken back, and not another', async () => {
    const { reference } = await robins.scheduled()
    const page = await ada.open(reference)

    const nothing = await ada.press(page, 'take-back')
    expect([nothing.status, says(nothing)]).toEqual([
      422,
      expect.stringContaining('Pick which OK they take back'),
    ])
    await ada.decide(reference, 'take-back', { purpose: 'check-in' })

    expect(await theIntake()).toMatchObject({ consent: { checkIn: false } })
    expect((await product.rows('referrals'))[0]).toMatchObject({ consent: { share: true } })
    expect(says(await ada.open(reference))).toContain('Does not want to be asked later how it goes.')
  })

  it('nothing any more: what follows is shown first, and then nobody but a note has anything to do with them', async () => {
    const { reference } = await robins.scheduled()

    const preview = await ada.press(await ada.open(reference), 'withdraw')
    expect(says(preview)).toContain('The place in Steady Ground is free again.')
    expect(says(preview)).toContain('The person is left alone.')
    expect(await theIntake()).toMatchObject({ state: 'referred' })
    await ada.confirm(preview)

    expect(await theIntake()).toMatchObject({ state: 'withdrawn' })
    const page = await ada.open(reference)
    expect(says(page)).toContain('The person took their request back.')
    expect(ada.hasButton(page, 'note')).toBe(true)
    expect(ada.hasButton(page, 'offer')).toBe(false)
  })

  it('to be erased: an admin alone, with a reason, after reading what happens', async () => {
    const { reference } = await robins.scheduled()
    expect(ada.hasButton(await ada.open(reference), 'erase')).toBe(false)
    const page = await sam.open(reference)

    const unsaid = await sam.press(page, 'erase')
    expect([unsaid.status, says(unsaid)]).toEqual([422, expect.stringContaining('Pick the reason')])
    const preview = await sam.press(page, 'erase', { because: 'person-asked' })
    expect(says(preview)).toMatch(/To the person .*Your answers are deleted/)
    expect(says(preview)).toContain('The place in Steady Ground is free again.')
    expect(says(preview)).toContain('Everything we keep about this person is deleted, now and for good.')
    expect(says(preview)).not.toContain('Robin')
    expect(await theIntake()).toMatchObject({ state: 'referred' })

    const done = await sam.confirm(preview)
    await product.settle()
    const after = await sam.browser.get(done.headers['location'] ?? '')
    expect([after.status, says(after)]).toEqual([200, expect.stringContaining('The request is erased')])
    expect((await ada.open(reference)).status).toBe(404)
    expect(robins.lastMail(robin)?.subject).toBe('Done')
    for (let looks = 0; looks < 3; looks += 1) {
      await product.sweep()
      product.clock.moveForward(6 * minute)
    }
    expect(await product.rows('intakes')).toEqual([])
    const [fact, ...more] = (await product.rows('trail')).filter(
      ({ subjectId }) => !String(subjectId).startsWith('staff'),
    )
    expect(fact).toMatchObject({
      event: 'erased',
      by: 'staff',
      codes: { because: 'person-asked', staffId: 'sam-ortiz' },
    })
    expect(more).toEqual([])
  })

  it('to be erased is not for a coordinator, whatever they send', async () => {
    const reference = await ask()
    const page = await sam.open(reference)
    const form =
      (page.body.match(/<form [\s\S]*?<\/form>/g) ?? []).find((one) => one.includes('value="erase"')) ?? ''
    const seen = /name="seen" value="([^"]*)"/.exec(form)?.[1] ?? ''
    const token = await ada.browser.formToken()

    const answer = await ada.browser.postForm(
      `/staff/intakes/${reference}`,
      new URLSearchParams({ step: 'erase', because: 'person-asked', confirm: 'yes', seen, token }),
    )

    expect(answer.status).toBe(409)
    expect(await theIntake()).toMatchObject({ state: 'referred' })
  })

  it('holds only while the page holds: a person who changed how to reach them is looked at anew', async () => {
    const one = await robins.offered()
    const page = await ada.open(one.reference)
    product.clock.moveForward(minute)
    await ownPageOf(product, one).goes('contact', 'change-contact', { email: 'elsewhere@example.org' })

    const answer = await ada.press(page, 'attempt', { channel: 'email' })

    expect(answer.status).toBe(409)
    expect(says(answer)).toContain('The person changed the safe contact: the address')
  })
})
