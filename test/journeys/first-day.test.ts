import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { missed } from '../../domain/way/steps/attendance.ts'
import { decline } from '../../domain/way/steps/place.ts'
import { wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { aLedGroup, noAndEnough, withAPlace, yes } from '../support/with-a-place.ts'

describe('a place that was found for someone', () => {
  let product: Product
  let robins: ReturnType<typeof withAPlace>

  beforeEach(async () => {
    product = await openProduct()
    robins = withAPlace(product)
    await product.addGroups(aLedGroup())
  })
  afterEach(() => product.close())

  describe('and taken', () => {
    it('gets a first day: the invitation says all it takes, with an entry that tells a calendar nothing', async () => {
      const { path } = await robins.scheduled()

      const mail = robins.lastMail()
      const page = wordsOf(await product.get(path))

      expect(mail?.subject).toBe('Your first day is set')
      expect(mail?.text).toContain('First time: Tuesday, December 1, 7:00 pm')
      expect(mail?.text).toContain('Where: Riverside House, 1 Alder Street')
      expect(mail?.text).toContain(`${robins.pathTo('offer')}#change`)
      const calendar = mail?.attachments.map(({ content }) => content).join('\n') ?? ''
      expect(calendar).toContain('SUMMARY:Weekly appointment')
      expect(calendar).toMatch(/RRULE:FREQ=WEEKLY;BYDAY=TU/)
      expect(calendar).not.toMatch(/Steady|Alder|group/i)
      expect(page).toContain('The first time is Tuesday, December 1, 7:00 pm.')
      expect(page).toContain('1 Alder Street')
    })

    it('can still be given back: the entry goes out of the calendar, and the page says so', async () => {
      const { path } = await robins.scheduled()

      const page = wordsOf(await robins.answers(path, noAndEnough))

      const mail = robins.lastMail()
      expect(page).toContain('You said no to this group')
      expect(mail?.subject).toBe('An update on your first day')
      expect(mail?.text).toContain('You told us that you do not go')
      const calendar = mail?.attachments.map(({ content }) => content).join('\n') ?? ''
      expect(calendar).toContain('METHOD:CANCEL')
      expect(calendar).toContain('SEQUENCE:2')
      expect(await product.rows('groups')).toMatchObject([{ placesTaken: 0 }])
    })

    it('is reminded of on the day before, in the morning', async () => {
      await robins.scheduled()
      robins.moveTo('2026-11-30T17:59:00Z')
      await product.sweep()
      expect(robins.subjects().at(-1)).toBe('Your first day is set')

      product.clock.moveForward(2 * 60_000)
      await product.sweep()

      expect(robins.subjects().at(-1)).toBe('A reminder for Tuesday')
    })

    it('and missed brings one kind note, and the place stays', async () => {
      const { reference, path } = await robins.scheduled()
      robins.moveTo('2026-12-02T18:00:00Z')
      await robins.takes(reference, (standing, moment) => missed(standing, 'facilitator', moment))

      expect(robins.subjects().at(-1)).toBe('Thinking of you')
      expect(robins.lastMail()?.text).toContain('The next time is Tuesday, December 8, 7:00 pm.')
      expect(wordsOf(await product.get(path))).toContain('Your place is still yours')
    })

    it('and then refused by the group is told kindly, and the search goes on', async () => {
      const { reference, path } = await robins.offered()
      await robins.answers(path, yes)
      await robins.takes(
        reference,
        (standing, moment) => decline(standing, { because: 'full', by: 'facilitator' }, moment),
        { is: 'facilitator' },
      )

      expect(robins.lastMail()?.text).toContain('This is not about you.')
      expect(wordsOf(await product.get(path))).toContain('The group can’t take you in now')
    })
  })
})
