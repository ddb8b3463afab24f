import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { offer } from '../../domain/way/steps/offer.ts'
import { aFilledForm, byPhoneOnly, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { aLedGroup, passIn, staff, withAPlace, withPass, yes } from '../support/with-a-place.ts'

describe('a place that was found for someone', () => {
  let product: Product
  let robins: ReturnType<typeof withAPlace>

  beforeEach(async () => {
    product = await openProduct()
    robins = withAPlace(product)
    await product.addGroups(aLedGroup())
  })
  afterEach(() => product.close())

  describe('for someone whose mail others may read', () => {
    const shared = { emailPrivacy: 'shared' }

    it('is told of in a mail that says nothing, and shown only to who knows the code', async () => {
      const { path, code } = await robins.offered(shared)

      const mail = robins.lastMail()
      expect([mail?.subject, mail?.text].join('\n')).not.toMatch(/group|Steady|Robin|988|Riverside Circle/)
      const closed = await product.get(path)
      expect(wordsOf(closed)).toContain('What is your 4-digit code?')
      expect(closed.body).not.toMatch(/Steady Ground|Tuesday/)
      expect((await robins.answers(path, yes)).status).toBe(422)
      expect(await robins.states('referrals')).toEqual(['offered'])

      const open = await product.postForm(path, new URLSearchParams({ code }))
      expect(wordsOf(open)).toContain('Steady Ground')
      const pass = passIn(open.body)
      const page = await robins.answers(path, withPass(yes, pass))

      expect(wordsOf(page)).toContain('You said yes')
      expect(await robins.states('referrals')).toEqual(['accepted'])
    })

    it('counts wrong codes with those of the status page, and locks after ten', async () => {
      const { path, statusPath, code } = await robins.offered(shared)
      const wrong = new URLSearchParams({ code: String((Number(code) + 1) % 10_000).padStart(4, '0') })
      for (let tries = 0; tries < 5; tries += 1) {
        expect((await product.postForm(path, wrong)).status).toBe(403)
        await product.postForm(statusPath, wrong)
      }

      const page = await product.postForm(path, new URLSearchParams({ code }))

      expect(page.status).toBe(429)
      expect(page.body).not.toContain('Steady Ground')
    })

    it('takes no answer with a pass that is half an hour old, or another person’s, or no pass', async () => {
      const one = await robins.offered(shared)
      const other = await robins.offered(shared)
      const pass = async ({ path, code }: typeof one) =>
        passIn((await product.postForm(path, new URLSearchParams({ code }))).body)
      const others = await pass(other)
      const late = await pass(one)

      const replies = [
        await robins.answers(one.path, withPass(yes, others)),
        await robins.answers(one.path, withPass(yes, one.path.split('/')[2] ?? '')),
      ]
      product.clock.moveForward(31 * 60_000)
      replies.push(await robins.answers(one.path, withPass(yes, late)))

      expect(one.path).not.toBe(other.path)
      expect(replies.map(({ status }) => status)).toEqual([422, 422, 422])
      expect(await robins.states('referrals')).toEqual(['offered', 'offered'])
    })

    it('comes with no calendar entry', async () => {
      const { path, code, reference } = await robins.offered(shared)
      const open = await product.postForm(path, new URLSearchParams({ code }))
      const pass = passIn(open.body)
      await robins.answers(path, withPass(yes, pass))
      await robins.getsFirstDay(reference)

      const mail = robins.lastMail()
      expect(mail?.subject).toBe('There is news for you')
      expect(mail?.attachments).toEqual([])
    })
  })

  describe('is found again on the status page', () => {
    it('stage by stage, with the day that is next and no name of a group', async () => {
      const { statusPath, reference, path } = await robins.offered()
      const stage = async () => wordsOf(await product.get(statusPath))

      expect(await stage()).toContain('It is kept for you until Thursday, November 26, 9:00 am.')
      await robins.answers(path, yes)
      expect(await stage()).toContain('You hear from us by the end of Monday, November 30.')
      await robins.getsFirstDay(reference)
      expect(await stage()).toContain('The first time is Tuesday, December 1.')
      robins.moveTo('2026-12-02T18:00:00Z')
      expect(await stage()).toContain('The first time was Tuesday, December 1.')
      expect(await stage()).not.toContain('Steady Ground')
    })

    it('and answered from there by someone who is never written to, with one code', async () => {
      const { reference, statusPath, code } = await send(
        product,
        aFilledForm({ contact: 'none', email: null, emailPrivacy: null }),
      )
      await product.settle()
      await robins.takes(reference, offer)

      const details = await product.postForm(statusPath, new URLSearchParams({ code }))
      const path = /action="(\/offer\/[^"]+)"/.exec(details.body)?.[1] ?? ''
      const pass = passIn(details.body)
      const page = await product.postForm(path, new URLSearchParams({ pass }))
      expect(wordsOf(page)).toContain('Would you like to go?')
      await robins.answers(path, withPass(yes, pass))

      expect(await robins.states('referrals')).toEqual(['accepted'])
      expect(product.mails().every(({ to }) => to.every((address) => !address.includes('robin')))).toBe(true)
    })

    it('and told by phone to someone who may only be called', async () => {
      const { reference } = await send(product, aFilledForm({ ...byPhoneOnly }))
      await product.settle()
      await robins.takes(reference, offer)

      expect(robins.subjects(staff).at(-1)).toContain('call by')
    })
  })
})
