import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { offer } from '../../domain/way/steps/offer.ts'
import { decline } from '../../domain/way/steps/place.ts'
import { localTables } from '../../local/create-tables.ts'
import { between } from '../support/between.ts'
import { aGroup } from '../support/builders.ts'
import { textOf } from '../support/page-parts.ts'
import { wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import {
  aLedGroup,
  noAndEnough,
  noAndLook,
  saying,
  staff,
  withAPlace,
  yes,
  yesUntold,
} from '../support/with-a-place.ts'

const hour = 3_600_000

describe('a place that was found for someone', () => {
  let product: Product
  let robins: ReturnType<typeof withAPlace>

  beforeEach(async () => {
    product = await openProduct()
    robins = withAPlace(product)
    await product.addGroups(aLedGroup())
  })
  afterEach(() => product.close())

  describe('is offered', () => {
    it('by an e-mail that names neither the group nor its time, with a page that says both', async () => {
      const { path } = await robins.offered()

      const mail = robins.lastMail()
      const page = wordsOf(await product.get(path))

      expect(mail?.subject).toBe('We found something that may fit')
      expect(mail?.text).not.toMatch(/Steady Ground|Tuesday|Alder/)
      expect(mail?.text).toContain('kept for you until Thursday, November 26, 9:00 am')
      expect(page).toContain('Steady Ground')
      expect(page).toContain('Tuesday 7:00 pm')
      expect(page).toContain('kept for you until Thursday, November 26, 9:00 am')
      expect(page).not.toContain('Alder Street')
    })

    it('and nothing is recorded when the page is only opened, however often and by whom', async () => {
      const { path } = await robins.offered()
      const all = async () =>
        Promise.all(
          (['intakes', 'referrals', 'emails', 'trail'] as const).map((table) => product.rows(table)),
        )
      const before = await all()

      for (const visit of [path, `${path}?language=es`, `${path}?a=yes`, `${path}?answer=yes&share=yes`])
        expect((await product.get(visit)).status).toBe(200)

      expect(await all()).toEqual(before)
    })

    it('and taken by a yes: the leader is told, the person hears when they hear, and can read it again', async () => {
      const { path } = await robins.offered()

      const page = wordsOf(await robins.answers(path, yes))

      expect(page).toContain('You said yes')
      expect(page).toContain('We tell the leader of the group what you agreed to')
      expect(page).toContain('You hear from us by the end of Monday, November 30.')
      expect(await robins.states('referrals')).toEqual(['accepted'])
      expect(await product.rows('emails')).toContainEqual(
        expect.objectContaining({ to: 'facilitator', template: 'facilitator-referral' }),
      )
      expect(robins.subjects().at(-1)).toBe('You said yes')
      expect(wordsOf(await product.get(path))).toContain('You said yes')
    })

    it('and taken without a word to the leader: staff arrange the first day', async () => {
      const { path, reference } = await robins.offered()

      const page = wordsOf(await robins.answers(path, yesUntold))

      expect(page).toContain('They do not tell the leader who you are')
      expect(await product.rows('referrals')).toMatchObject([
        { consent: { share: false, heardBy: 'person' }, next: { action: 'arrange-first-session' } },
      ])
      expect((await product.rows('emails')).map(({ to }) => to)).not.toContain('facilitator')
      expect(robins.subjects(staff).at(-1)).toBe(`[Intake] ${reference} – arrange by Tue 5 pm`)
    })

    it('with the question who may be told, which has no answer yet for those who said "ask me first"', async () => {
      const { path } = await robins.offered()

      const picked = (page: string) => /id="share-yes"[^>]*checked/.test(page)
      expect(picked((await product.get(path)).body)).toBe(false)
      const page = await robins.answers(path, saying({ answer: 'yes' }))

      expect(page.status).toBe(422)
      expect(wordsOf(page)).toContain('Pick whether we may tell the leader')
      expect(await robins.states('referrals')).toEqual(['offered'])
    })

    it('with their earlier yes to sharing filled in, and still theirs to change', async () => {
      const { path } = await robins.offered({ consentShare: 'yes' })

      expect((await product.get(path)).body).toMatch(/id="share-yes"[^>]*checked/)
      await robins.answers(path, yesUntold)

      expect(await product.rows('referrals')).toMatchObject([{ consent: { share: false } }])
    })

    it.each([
      ['nothing', saying({}), 'Pick yes or no'],
      ['a no alone', saying({ answer: 'no' }), 'Pick whether we should look for another group'],
      ['something else', saying({ answer: 'maybe' }), 'Pick yes or no'],
    ])('and is not answered by %s', async (_, said, words) => {
      const { path } = await robins.offered()

      const page = await robins.answers(path, said)

      expect([page.status, wordsOf(page).includes(words)]).toEqual([422, true])
      expect(await robins.states('referrals')).toEqual(['offered'])
    })

    it('and said yes to once, though the button is pressed twice at the same moment and once more', async () => {
      const { path } = await robins.offered()

      const pages = await Promise.all([robins.answers(path, yes), robins.answers(path, yes)])
      await robins.answers(path, yes)

      expect(pages.map(({ status }) => status)).toEqual([200, 200])
      expect(
        (await product.rows('trail')).map(({ event }) => event).filter((event) => event === 'said-yes'),
      ).toHaveLength(1)
      expect(robins.subjects().filter((subject) => subject === 'You said yes')).toHaveLength(1)
    })

    it('and given back by a no: the place is free, and the next group is looked for', async () => {
      await product.addGroups(aGroup({ groupId: 'riverside/second', name: 'Second', capacity: 1 }))
      const { path } = await robins.offered()
      const [first] = await product.rows('referrals')

      const page = wordsOf(await robins.answers(path, noAndLook))
      await product.sweep()

      expect(page).toContain('You said no to this group')
      const referrals = await product.rows('referrals')
      expect(referrals).toContainEqual(
        expect.objectContaining({ referralId: first?.['referralId'], state: 'declined' }),
      )
      const next = referrals.find(({ state }) => state === 'proposed')
      expect(next?.['groupId']).not.toBe(first?.['groupId'])
      const groups = await product.rows('groups')
      expect(groups.find(({ groupId }) => groupId === first?.['groupId'])).toMatchObject({ placesTaken: 0 })
      expect(wordsOf(await product.get(path))).toContain('There is something new for you.')
    })

    it('and given back for good: nobody is asked or looked for any more, without a hard word', async () => {
      const { path } = await robins.offered()

      const page = wordsOf(await robins.answers(path, noAndEnough))

      expect(page).toContain('Saying no is fine.')
      expect(page).toContain('We do not look for a group now.')
      expect(await product.rows('intakes')).toMatchObject([
        { state: 'closed', next: null, closed: { because: 'person-says-no' } },
      ])
      expect(await product.rows('groups')).toMatchObject([{ placesTaken: 0 }])
    })

    it('and reminded of once, a day before its end; then it goes on, and the person is told kindly', async () => {
      const { path } = await robins.offered()
      for (let hours = 0; hours < 80; hours += 4) {
        product.clock.moveForward(4 * hour)
        await product.sweep()
      }

      expect(robins.subjects().slice(1)).toEqual([
        'We found something that may fit',
        'Still yours until Thursday',
        'An update on your form',
      ])
      expect(robins.lastMail()?.text).toContain('You did nothing wrong.')
      expect((await product.rows('referrals')).find(({ state }) => state === 'expired')).toBeDefined()
      expect(await product.rows('groups')).toMatchObject([{ placesTaken: 0 }])
      expect(wordsOf(await product.get(path))).toContain('The time to answer ran out')
      expect(wordsOf(await robins.answers(path, yes))).toContain('This place is free again')
    })

    it('by a link that says nothing of the next place, though it was pressed at the very moment of the change', async () => {
      await product.addGroups(aGroup({ groupId: 'riverside/second', name: 'Second' }))
      const { path, reference } = await robins.offered()
      const [first] = await product.rows('referrals')
      const isRead = (command: object) =>
        command instanceof GetItemCommand && command.input.TableName === localTables.intakes
      const restore = between(isRead, async () => {
        restore()
        await robins.takes(reference, (standing, moment) =>
          decline(standing, { because: 'full', by: 'staff' }, moment),
        )
        await robins.takes(reference, offer)
      })

      await robins.answers(path, yes)
      await robins.answers(path, noAndEnough)

      const next = (await product.rows('referrals')).find(
        ({ referralId }) => referralId !== first?.['referralId'],
      )
      expect(next).toMatchObject({ state: 'offered' })
    })

    it('in Spanish from the mail to the answer', async () => {
      const { path } = await robins.offered({ language: 'es' })

      expect(robins.lastMail()?.subject).toBe('Encontramos algo que le puede servir')
      const page = await product.get(path)
      expect(wordsOf(page)).toContain('Le guardamos el lugar hasta el jueves 26 de noviembre, 9:00 a.m.')
      expect(page.body).toContain('href="?language=en"')
      const after = await robins.answers(
        path.split('?')[0] ?? '',
        new URLSearchParams([...yes, ['language', 'es']]),
      )
      expect(wordsOf(after)).toContain('Usted dijo que sí')
      expect(await product.rows('referrals')).toMatchObject([{ consent: { language: 'es' } }])
    })
  })

  it.each(['offer', 'check-in', 'stop'])(
    'a link to /%s that is forged or cut short is neutral',
    async (page) => {
      const { path, statusPath } = await robins.offered()
      const token = path.replace('/offer/', '').split('?')[0] ?? ''

      for (const spoilt of [token.slice(0, -3), 'hello', statusPath.replace('/status/', '')]) {
        for (const reply of [
          await product.get(`/${page}/${spoilt}`),
          await product.postForm(`/${page}/${spoilt}`, yes),
        ]) {
          expect(reply.status).toBe(404)
          expect(textOf(reply.body)).toContain('988')
          expect(reply.body).not.toContain('Steady Ground')
        }
      }
      expect(await robins.states('referrals')).toEqual(['offered'])
    },
  )

  it('leads nowhere a month after it ended, or once the person was erased', async () => {
    const { path } = await robins.offered()
    const [intake] = await product.rows('intakes')

    product.clock.moveForward((3 + 29) * 24 * hour)
    expect((await product.get(path)).status).toBe(200)
    await product.erase(String(intake?.['intakeId']))
    expect((await product.get(path)).status).toBe(404)
    product.clock.moveForward(2 * 24 * hour)
    expect((await product.get(path)).status).toBe(404)
  })
})
