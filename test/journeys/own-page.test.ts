import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { offer } from '../../domain/way/steps/offer.ts'
import { leaderOf } from '../support/leader.ts'
import { ownPageOf } from '../support/own-page.ts'
import { type Confirmation, aFilledForm, byPhoneOnly, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { aLedGroup, passIn, robin, staff, withAPlace, withPass, yes } from '../support/with-a-place.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const ines = 'ines@riverside.example.org'
const elsewhere = 'elsewhere@example.org'

const byEmail = (email: string) => ({ contact: 'email', email, emailPrivacy: 'private' })

describe('a person on their private page', () => {
  let product: Product
  let robins: ReturnType<typeof withAPlace>

  beforeEach(async () => {
    product = await openProduct()
    robins = withAPlace(product)
    await product.addGroups(aLedGroup())
  })
  afterEach(() => product.close())

  const theIntake = async () => (await product.rows('intakes'))[0] ?? {}
  const theReferral = async () => (await product.rows('referrals'))[0] ?? {}
  const theTrail = async (event: string) =>
    (await product.rows('trail')).filter((entry) => entry['event'] === event)
  const ask = async (given: Parameters<typeof aFilledForm>[0] = {}) => {
    const confirmation = await send(product, aFilledForm(given))
    await product.settle()
    return confirmation
  }
  const saysYes = async (given: Parameters<typeof aFilledForm>[0] = {}) => {
    const one = await robins.offered(given)
    await robins.answers(one.path, yes)
    return one
  }

  describe('opens what they can decide', () => {
    it('only with the code, and for half an hour', async () => {
      const one = await ask()
      const own = ownPageOf(product, one)
      const page = await own.turnsTo('withdraw')
      product.clock.moveForward(31 * minute)

      expect((await own.press(page, 'withdraw-now')).status).toBe(422)
      expect(await theIntake()).toMatchObject({ state: 'referred' })
    })

    it('with their own code and no other’s, and with no code at all nothing is done', async () => {
      const one = await ask()
      const other = await ask()
      const pass = /name="pass" value="([^"]+)"/.exec((await ownPageOf(product, other).details()).body)?.[1]
      const tries = [{ pass: pass ?? '' }, { pass: '' }, {}]

      for (const given of tries)
        for (const go of ['erase-now', 'withdraw-now', 'stop-contact', 'download', 'kept']) {
          const answer = await ownPageOf(product, one).post(new URLSearchParams({ ...given, go }))
          expect([go, answer.status]).toEqual([go, 422])
          expect(wordsOf(answer)).not.toContain('Robin')
        }

      expect((await product.rows('intakes')).map(({ state }) => state)).toEqual(['referred', 'referred'])
    })

    it('in their own language, wherever they turn', async () => {
      const one = await send(product, aFilledForm({ language: 'es' }))
      await product.settle()
      const details = await product.postForm(
        one.statusPath,
        new URLSearchParams({ code: one.code, language: 'es' }),
      )
      const own = ownPageOf(product, one)

      expect(wordsOf(await own.press(details, 'erase'))).toContain('¿Borrar todo?')
      expect(wordsOf(await own.press(await own.press(details, 'stop'), 'stop-contact'))).toContain(
        'Ya no nos comunicamos con usted',
      )
    })

    it('and nothing is done by turning to a page', async () => {
      const one = await saysYes()
      const own = ownPageOf(product, one)
      const details = await own.details()
      const seen = [await theIntake(), await theReferral(), await product.rows('emails')]

      for (const page of ['contact', 'stop', 'consents', 'kept', 'withdraw', 'erase'])
        expect((await own.press(details, page)).status).toBe(200)

      expect([await theIntake(), await theReferral(), await product.rows('emails')]).toEqual(seen)
    })
  })

  describe('changes how they may be reached', () => {
    it('and letters go there from then on, also those that were still to go', async () => {
      product.aws.ses.faults.next(['Throttling', 'Throttling'])
      const one = await ask()
      const own = ownPageOf(product, one)

      const page = await own.goes('contact', 'change-contact', byEmail(elsewhere))
      product.clock.moveForward(11 * minute)
      await product.sweep()
      product.clock.moveForward(11 * minute)
      await product.sweep()

      expect(wordsOf(page)).toContain('Your choices are saved')
      expect(product.mailsTo(robin)).toEqual([])
      expect(product.mailsTo(elsewhere)).toHaveLength(1)
    })

    it('and the limits of an address hold for letters that follow to it as well', async () => {
      for (let forms = 0; forms < 4; forms += 1) {
        product.aws.ses.faults.next(['Throttling', 'Throttling'])
        const one = await ask({ email: `robin${forms}@example.org` })
        await ownPageOf(product, one).goes('contact', 'change-contact', byEmail(elsewhere))
      }
      for (let sweeps = 0; sweeps < 3; sweeps += 1) {
        product.clock.moveForward(11 * minute)
        await product.sweep()
      }

      expect(product.mailsTo(elsewhere)).toHaveLength(1)
    })

    it('and is found by the new hashes, while staff read that it changed, and not how', async () => {
      const one = await ask()
      const before = await theIntake()

      await ownPageOf(product, one).goes('contact', 'change-contact', {
        contact: ['email', 'call'],
        email: elsewhere,
        emailPrivacy: 'shared',
        phone: '(312) 555-0123',
        voicemail: 'no-message',
      })

      const after = await theIntake()
      expect(after).toMatchObject({ next: { action: 'read-wishes' }, phoneHash: expect.any(String) })
      expect(after['emailHash']).not.toBe(before['emailHash'])
      expect(product.mailsTo(staff).at(-1)?.subject).toContain('read wishes by')
      const [entry] = await theTrail('contact-changed')
      expect(entry).toMatchObject({
        by: 'person',
        codes: { fields: 'channels phone voicemail email emailPrivacy' },
        consentVersion: '2026-11-2',
      })
      expect(JSON.stringify(await product.rows('trail'))).not.toMatch(/elsewhere|312.?555/)
    })

    it('and hears what is wrong and how to put it right, as on the form', async () => {
      const one = await ask()
      const own = ownPageOf(product, one)

      const page = await own.goes('contact', 'change-contact', {
        contact: ['call', 'none'],
        phone: '12',
        email: 'robin@',
      })

      expect(page.status).toBe(422)
      for (const sentence of [
        'Pick “Don’t contact me” by itself',
        'Enter a 10-digit phone number',
        'Tell us if we can leave a message',
      ])
        expect(wordsOf(page)).toContain(sentence)
      expect(page.body).toContain('value="12"')
      expect(await theIntake()).toMatchObject({ safeContact: { email: robin } })
      const right = { ...byEmail(elsewhere), phone: '' }
      expect((await own.press(page, 'change-contact', right)).status).toBe(200)
    })

    it('once, however often the button is pressed', async () => {
      const one = await ask()
      const own = ownPageOf(product, one)
      const page = await own.turnsTo('contact')

      await own.press(page, 'change-contact', byEmail(elsewhere))
      const after = await theIntake()
      const again = await own.press(page, 'change-contact', byEmail(elsewhere))

      expect(wordsOf(again)).toContain('Your choices are saved')
      expect(await theIntake()).toEqual(after)
      expect(await theTrail('contact-changed')).toHaveLength(1)
    })

    it('and a leader who knows the old ways is told to look before they call', async () => {
      const one = await saysYes()
      const leader = leaderOf(product, one.reference, ines)

      const page = await ownPageOf(product, one).turnsTo('contact')
      expect(wordsOf(page)).toContain('We also tell the leader of Steady Ground that this has changed.')
      await ownPageOf(product, one).goes('contact', 'change-contact', {
        contact: 'call',
        phone: '312 555 0123',
        voicemail: 'no-message',
      })

      const mail = leader.mails().at(-1)
      expect(mail?.subject).toContain('look before you reach out')
      expect(mail?.text).not.toMatch(/robin|312.?555/i)
      const { page: card } = await leader.openCard()
      expect(wordsOf(card)).toContain('312-555-0123')
      expect(card.body).not.toContain(robin)
    })
  })

  describe('stops all contact', () => {
    const everyStage: [string, () => Promise<Confirmation>][] = [
      ['a place is held', () => ask()],
      ['a place is offered', () => robins.offered()],
      ['after a yes', () => saysYes()],
      ['with a first day', () => robins.scheduled()],
    ]

    it.each(everyStage)('and hears nothing more by mail, whatever comes (%s)', async (_, come) => {
      const one = await come()
      const own = ownPageOf(product, one)
      const state = (await theReferral())['state']

      const page = await own.goes('stop', 'stop-contact')
      const sent = product.mailsTo(robin).length
      for (let sweeps = 0; sweeps < 5; sweeps += 1) {
        product.clock.moveForward(3 * day)
        await product.sweep()
      }

      expect(wordsOf(page)).toContain('We do not contact you any more')
      expect(product.mailsTo(robin)).toHaveLength(sent)
      expect((await product.rows('referrals'))[0]).toMatchObject({
        state: state === 'offered' ? 'expired' : state,
      })
      expect(JSON.stringify(await product.rows('intakes'))).not.toContain('@example.org')
    })

    it('and staff call nobody, and have it in their inbox to read', async () => {
      const one = await ask(byPhoneOnly)
      await robins.takes(one.reference, offer)
      expect(await theIntake()).toMatchObject({ next: { action: 'tell-by-phone' } })

      await ownPageOf(product, one).goes('stop', 'stop-contact')

      expect(await theIntake()).toMatchObject({
        next: { action: 'read-wishes' },
        alsoNext: [],
        safeContact: { channels: ['none'], phone: null },
      })
      expect((await theIntake())['phoneHash']).toBeUndefined()
    })

    it('and is told before what becomes of a place that is offered, which they can still take', async () => {
      const one = await robins.offered()
      const own = ownPageOf(product, one)

      const page = await own.turnsTo('stop')
      expect(wordsOf(page)).toContain(
        'A place is kept for you until Thursday, November 26, 9:00 am. You can say yes or no on this page. Nobody reminds you.',
      )
      await own.press(page, 'stop-contact')
      product.clock.moveForward(hour)
      const details = await own.details()
      const path = /action="(\/offer\/[^"]+)"/.exec(details.body)?.[1] ?? ''
      await robins.answers(path, withPass(yes, passIn(details.body)))

      expect(await robins.states('referrals')).toEqual(['accepted'])
      expect(robins.subjects()).not.toContain('You said yes')
    })

    it('and so does the leader of their group, who is told', async () => {
      const one = await saysYes()
      const leader = leaderOf(product, one.reference, ines)

      await ownPageOf(product, one).goes('stop', 'stop-contact')

      expect(leader.mails().at(-1)?.subject).toContain('look before you reach out')
      expect(wordsOf((await leader.openCard()).page)).not.toMatch(/@example\.org/)
    })

    it('once, and can change their mind', async () => {
      const one = await ask()
      const own = ownPageOf(product, one)
      const page = await own.turnsTo('stop')
      await own.press(page, 'stop-contact')
      await own.press(page, 'stop-contact')

      expect(await theTrail('contact-stopped')).toHaveLength(1)
      expect(own.hasButton(await own.details(), 'stop')).toBe(false)
      await own.goes('contact', 'change-contact', byEmail(elsewhere))
      expect(await theIntake()).toMatchObject({ safeContact: { email: elsewhere } })
    })
  })

  describe('takes back what they agreed to', () => {
    it('sharing: the leader hears it and can open nothing more, and staff do the rest', async () => {
      const one = await saysYes({ consentShare: 'yes' })
      const leader = leaderOf(product, one.reference, ines)
      const card = await leader.openCard()
      const own = ownPageOf(product, one)

      const before = await own.turnsTo('consents')
      expect(wordsOf(before)).toContain(
        'The leader of Steady Ground already knows your name, how to reach you and what you asked for.',
      )
      const page = await own.press(before, 'take-back', { purpose: 'share' })

      expect(wordsOf(page)).toContain('You took back your OK to share.')
      expect(wordsOf(page)).toContain('You took it back on November 23, 2026.')
      expect(await theReferral()).toMatchObject({
        state: 'accepted',
        consent: { share: false },
        next: { owner: 'staff', action: 'arrange-first-session' },
      })
      expect(leader.mails().at(-1)?.subject).toContain('an OK was taken back')
      expect(wordsOf(await product.get(leader.path()))).not.toContain('Send me a code')
      await card.say('first-session', { session: '2026-11-25T03:00:00.000Z' })
      expect(await theReferral()).toMatchObject({ state: 'accepted' })
    })

    it('checking in: no more questions come, and nothing else changes', async () => {
      const one = await robins.scheduled()
      const own = ownPageOf(product, one)

      const page = await own.press(await own.turnsTo('consents'), 'take-back', { purpose: 'check-in' })
      // The day before the first one, by ten in the morning; then the days of the questions.
      for (const iso of ['2026-11-30T18:00:00Z', '2026-12-04T18:00:00Z', '2026-12-08T18:00:00Z']) {
        robins.moveTo(iso)
        await product.sweep()
      }

      expect(wordsOf(page)).toContain('You took back your OK to check in.')
      expect(robins.subjects()).not.toContain('Checking in')
      expect(robins.subjects().some((subject) => subject.startsWith('A reminder for'))).toBe(true)
      expect(await theReferral()).toMatchObject({ state: 'scheduled', consent: { share: true } })
    })

    it('each by itself, once, with who and under which wording in the trail', async () => {
      const one = await saysYes({ consentShare: 'yes' })
      const own = ownPageOf(product, one)
      const page = await own.turnsTo('consents')

      for (let times = 0; times < 2; times += 1)
        for (const purpose of ['share', 'check-in']) await own.press(page, 'take-back', { purpose })

      expect(
        (await theTrail('consent-taken-back')).map(({ by, codes, consentVersion }) => [
          by,
          codes,
          consentVersion,
        ]),
      ).toEqual([
        [
          'person',
          { purpose: 'share', groupId: 'riverside/steady-ground', groupConsent: '2026-11-2' },
          '2026-11-2',
        ],
        ['person', { purpose: 'check-in' }, '2026-11-2'],
      ])
      expect(own.hasButton(await own.turnsTo('consents'), 'take-back')).toBe(false)
    })

    it('keeping: that leads to deleting everything, and says so', async () => {
      const one = await ask()
      const own = ownPageOf(product, one)

      const page = await own.press(await own.turnsTo('consents'), 'erase')

      expect(wordsOf(page)).toContain('Delete everything?')
    })
  })

  describe('takes their request back', () => {
    it.each([
      ['a place is held', () => ask()],
      ['a place is offered', () => robins.offered()],
      ['after a yes', () => saysYes()],
      ['with a first day', () => robins.scheduled()],
    ])('and the place goes on to who waits (%s)', async (_, come) => {
      await product.addGroups(aLedGroup({ capacity: 1 }))
      const one = await come()
      await ask({ email: 'waits@example.org' })
      expect((await product.rows('intakes')).map(({ state }) => String(state)).toSorted()).toEqual([
        'referred',
        'waiting',
      ])
      const own = ownPageOf(product, one)
      const page = await own.turnsTo('withdraw')
      expect(wordsOf(page)).toContain('Your place in Steady Ground goes to someone else.')
      expect(wordsOf(page)).toContain('We keep your answers until November 23, 2027.')

      const answer = await own.press(page, 'withdraw-now')
      await own.press(page, 'withdraw-now')
      await product.sweep()

      expect(wordsOf(answer)).toContain('Your request is taken back')
      expect((await product.rows('intakes')).map(({ state }) => String(state)).toSorted()).toEqual([
        'referred',
        'withdrawn',
      ])
      expect(await theTrail('withdrawn')).toHaveLength(1)
      expect(wordsOf(await product.get(one.statusPath))).toContain('You took your request back')
    })

    it('and a leader who knew hears that there is nothing more to do, and not why', async () => {
      const one = await robins.scheduled()

      await ownPageOf(product, one).goes('withdraw', 'withdraw-now')

      const mail = leaderOf(product, one.reference, ines).mails().at(-1)
      expect(mail?.subject).toContain('nothing more to do')
      expect(mail?.text).not.toMatch(/robin|withdr|back/i)
      expect(robins.lastMail()?.subject).toBe('An update on your first day')
    })

    it('with help in sight, if they said that they may not be safe', async () => {
      const one = await ask({ safety: 'might-hurt', helpSeen: 'yes' })

      expect(wordsOf(await ownPageOf(product, one).turnsTo('withdraw'))).toContain(
        'You can still get help right now',
      )
    })

    it('and is heard when they write once more after that', async () => {
      const form = aFilledForm()
      const one = await send(product, form)
      await product.settle()
      await ownPageOf(product, one).goes('withdraw', 'withdraw-now')
      form.set('safety', 'might-hurt')
      form.set('helpSeen', 'yes')

      await send(product, form)
      await product.settle()

      expect(await theIntake()).toMatchObject({ state: 'withdrawn', next: { action: 'read-first' } })
      expect(product.mailsTo(staff).at(-1)?.subject).toContain('read first')
    })
  })

  describe('reads everything that is kept', () => {
    const someone = () =>
      saysYes({
        note: 'I tried one before.',
        contact: ['email', 'call'],
        phone: '312 555 0123',
        voicemail: 'no-message',
      })

    it('as a page', async () => {
      const one = await someone()

      const words = wordsOf(await ownPageOf(product, one).turnsTo('kept'))

      for (const said of [
        'Robin Vale',
        '95112',
        'I tried one before.',
        '312-555-0123',
        robin,
        'Steady Ground',
        'The leader was told about you.',
        'Tell the leader of Steady Ground about me You said yes on November 23, 2026.',
        'We got your form (to you), arrived',
        'You said yes (Steady Ground)',
      ])
        expect(words).toContain(said)
    })

    it('as a file with all of it and none of our ids and hashes, under a name that tells nothing', async () => {
      const one = await someone()
      const own = ownPageOf(product, one)

      const file = await own.press(await own.turnsTo('kept'), 'download')

      expect(file.headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="my-answers.json"',
        'cache-control': 'no-store',
      })
      expect(JSON.parse(file.body)).toMatchObject({
        reference: one.reference,
        answers: { name: 'Robin Vale', zip: '95112', note: 'I tried one before.' },
        safeContact: { email: robin, phone: '+13125550123' },
        consents: [
          { purpose: 'keep' },
          { purpose: 'share' },
          { purpose: 'check-in' },
          { group: 'Steady Ground' },
        ],
        places: [{ group: 'Steady Ground', state: 'accepted', leaderWasTold: true }],
      })
      const intake = await theIntake()
      const { referralId } = await theReferral()
      const secrets = [
        intake['intakeId'],
        intake['emailHash'],
        intake['phoneHash'],
        intake['answersHash'],
        referralId,
        ...(await product.rows('emails')).map(({ emailId }) => emailId),
        ...(await product.rows('trail')).map(({ entryId }) => entryId),
      ]
      for (const secret of secrets.filter(Boolean)) expect(file.body).not.toContain(String(secret))
      expect(file.body).not.toMatch(/hash|revision|staffId|codeMisses/i)
    })

    it('and each look stands in the trail before it is shown', async () => {
      const one = await ask()
      const own = ownPageOf(product, one)

      await own.press(await own.turnsTo('kept'), 'download')

      expect((await theTrail('kept-seen')).map(({ by, codes }) => [by, codes])).toEqual([
        ['person', { as: 'page' }],
        ['person', { as: 'file' }],
      ])
    })
  })
})
