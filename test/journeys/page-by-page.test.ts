import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { numberOfPage, questionPages } from '../../domain/form/question-pages.ts'
import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { sentFrom, tagsIn, textOf } from '../support/page-parts.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { answersByPage, fillIn, visitorOf } from '../support/visitor.ts'

const minute = 60_000
const headingOf = (body: string) => textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? '').trim()
const titleOf = (body: string) => /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? ''
const sendForm = (body: string) => sentFrom(/<form class="send"[\s\S]*?<\/form>/.exec(body)?.[0] ?? '')
const referenceOn = (body: string) => /"reference">\s*(\w{3}-\w{3}-\w{3})\s*</.exec(body)?.[1]

describe('page by page', () => {
  let product: Product

  beforeAll(async () => {
    product = await openProduct()
    await product.addGroups(
      aGroup(),
      anOpenMeeting(),
      anOpenMeeting({ groupId: 'aa/luz', name: 'Luz de la Tarde', languages: ['es'] }),
    )
  })
  afterAll(() => product.close())

  const intakeOf = async (reference: string | undefined) =>
    (await product.rows('intakes')).find((row) => row['reference'] === reference)

  /** "Send", and the intake that it became. */
  const sendAll = async (visitor: ReturnType<typeof visitorOf>) => {
    const page = await visitor.press()
    await product.settle()
    return { page, intake: await intakeOf(referenceOn(page.body)) }
  }

  it.each(['en', 'es'])('a person answers, checks and sends (%s)', async (language) => {
    const visitor = visitorOf(product)

    const check = await fillIn(visitor, {}, { language })
    const { page, intake } = await sendAll(visitor)

    expect(check.path).toBe(language === 'es' ? '/es/check' : '/check')
    expect(textOf(check.body)).toContain('robin.vale@example.org')
    expect(page.body).toContain(`<html lang="${language}">`)
    expect(intake).toMatchObject({
      language,
      state: 'suggested',
      request: {
        topics: ['drinking'],
        zip: '95112',
        name: 'Robin Vale',
        note: 'I tried a group in May.',
        wishes: { 'twelve-step': 'must' },
      },
      safeContact: { channels: ['email'], email: 'robin.vale@example.org' },
      consent: { share: 'ask-first', checkIn: false, textVersion: '2026-11-2', signedAs: 'Robin Vale' },
    })
  })

  it('what comes in by the pages is what comes in by the one page', async () => {
    const visitor = visitorOf(product)
    await fillIn(visitor, { 7: { email: 'same@example.org' } })
    const { intake } = await sendAll(visitor)

    const { reference } = await send(
      product,
      aFilledForm({
        topics: 'drinking',
        meet: 'in-person',
        'wish-twelve-step': 'must',
        email: 'same@example.org',
        note: 'I tried a group in May.',
        consentCheckIn: null,
      }),
    )
    await product.settle()

    expect((await intakeOf(reference))?.['answersHash']).toBe(intake?.['answersHash'])
  })

  it('nothing is stored before "Send", and no page tells another site or a cache', async () => {
    const before = (await product.rows('intakes')).length

    const check = await fillIn(visitorOf(product))
    await product.settle()

    expect(await product.rows('intakes')).toHaveLength(before)
    expect(check.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  })

  it('each page says where one is, has a heading and a title of its own, and leads back', async () => {
    const visitor = visitorOf(product)
    const seen: { heading: string; title: string; back: string | undefined; caption: string }[] = []
    for (const page of questionPages) {
      const number = numberOfPage(page)
      const { body } = await fillIn(visitor, {}, { until: number })
      seen.push({
        heading: headingOf(body),
        title: titleOf(body),
        back: /class="back"><a href="([^"]+)"/.exec(body)?.[1],
        caption: /class="caption">([^<]+)</.exec(body)?.[1] ?? '',
      })
    }

    expect(new Set(seen.map(({ heading }) => heading)).size).toBe(9)
    expect(new Set(seen.map(({ title }) => title)).size).toBe(9)
    expect(seen.map(({ caption }) => caption)).toEqual(
      questionPages.map((_, at) => `Question page ${at + 1} of 9`),
    )
    expect(seen.map(({ back }) => back)).toEqual([
      '/',
      ...questionPages.slice(1).map((_, at) => `/questions/${at + 1}`),
    ])
    for (const { title } of seen) expect(title).not.toMatch(/safe|hurt|drink|drug|trauma|depress/i)
  })

  it('Back shows what was answered, and going on again asks nothing twice', async () => {
    const visitor = visitorOf(product)
    await fillIn(visitor, {}, { until: 5 })

    const back = await visitor.open('/questions/4')
    const on = await visitor.answer()

    expect(sentFrom(back.body).get('zip')).toEqual(['95112'])
    expect(sentFrom(back.body).get('times')).toEqual(['weekday-evening'])
    expect(on.path).toBe('/questions/5')
  })

  it('a page that is asked for too early is the first that is not answered', async () => {
    const newcomer = await visitorOf(product).open('/questions/7')
    const visitor = visitorOf(product)
    await fillIn(visitor, {}, { until: 3 })

    expect(newcomer.path).toBe('/questions/1')
    expect((await visitor.open('/questions/7')).path).toBe('/questions/3')
    expect((await visitor.open('/check')).path).toBe('/questions/3')
    expect((await visitor.open('/questions/2')).path).toBe('/questions/2')
  })

  it('a page that there is not is answered as such, and repeats nothing of the address', async () => {
    const page = await visitorOf(product).open('/questions/%3Cb%3E10')

    expect(page.status).toBe(404)
    expect(page.body).not.toContain('<b>10')
  })

  it('whoever wants no contact is asked for no details', async () => {
    const visitor = visitorOf(product)
    await fillIn(visitor, {}, { until: 6 })

    const next = await visitor.answer({ name: 'Robin Vale', contact: ['none'] })

    expect(next.path).toBe('/questions/8')
    expect(next.body).toContain('href="/questions/6"')
  })

  it('optional pages can be skipped, and the check says what was not provided', async () => {
    const visitor = visitorOf(product)

    const check = await fillIn(visitor, { 5: { 'wish-twelve-step': '' }, 8: { note: '' } })
    const { intake } = await sendAll(visitor)

    expect(textOf(check.body)).toMatch(/Kind of group Not provided/)
    expect(textOf(check.body)).toMatch(/Anything else Not provided/)
    expect(intake).toMatchObject({ request: { wishes: {}, note: null } })
  })

  describe('a change from the check', () => {
    it('leads to the answer, and straight back', async () => {
      const visitor = visitorOf(product)
      const check = await fillIn(visitor)
      const change = tagsIn(check.body).find(({ attributes }) => attributes['href']?.endsWith('#zip'))

      const page = await visitor.open((change?.attributes['href'] ?? '').split('#')[0] ?? '')
      const back = await visitor.answer({ zip: '10001' })

      expect(textOf(check.body)).toContain('Change : ZIP code')
      expect(page.path).toBe('/questions/4?from=check')
      expect(page.body).toContain('class="back"><a href="/check"')
      expect(back.path).toBe('/check')
      expect(textOf(back.body)).toContain('10001')
    })

    it('is shown once more when it cannot be used, and still leads back', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor)
      await visitor.open('/questions/4?from=check')

      const wrong = await visitor.answer({ zip: '1000' })
      const back = await visitor.answer({ zip: '10001' })

      expect(wrong.status).toBe(422)
      expect(back.path).toBe('/check')
    })

    it('that takes ticks back takes them back', async () => {
      const visitor = visitorOf(product)
      const before = await fillIn(visitor, { 4: { days: ['2', '4'] }, 9: { consentCheckIn: 'yes' } })
      await visitor.open('/questions/4?from=check')
      await visitor.answer({ days: [] })
      await visitor.open('/questions/9?from=check')
      const after = await visitor.answer({ consentCheckIn: [] })

      expect(textOf(before.body)).toMatch(/Days Tuesday Thursday .* Check in later Yes/)
      expect(textOf(after.body)).toMatch(/Days Not provided .* Check in later No, thank you/)
    })

    it('that opens a question asks it, and then leads back', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor)
      await visitor.open('/questions/6?from=check')

      const details = await visitor.answer({ contact: ['email', 'call'] })
      const check = await visitor.answer({ phone: '(312) 555-0123', voicemail: 'no-message' })

      expect(details.path).toBe('/questions/7?from=check')
      expect(check.path).toBe('/check')
      expect(textOf(check.body)).toContain('312-555-0123')
    })

    it('that closes a question neither shows nor sends nor keeps what stood there', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor, {
        6: { contact: ['email', 'call'] },
        7: { phone: '415 987 0123', voicemail: 'no-message' },
      })
      await visitor.open('/questions/6?from=check')

      const check = await visitor.answer({ contact: ['email'] })
      const { intake } = await sendAll(visitor)

      expect(check.body).not.toContain('987')
      expect(intake).toMatchObject({ safeContact: { phone: null, voicemail: null } })
      expect(intake).not.toHaveProperty('phoneHash')
    })
  })

  describe('answers that nobody finds again', () => {
    it.each(['/questions/5', '/check'])('are cleared after 60 minutes without a page: %s', async (path) => {
      const visitor = visitorOf(product)
      await fillIn(visitor)

      product.clock.moveForward(59 * minute)
      const still = await visitor.open(path)
      product.clock.moveForward(60 * minute)
      const cleared = await visitor.open(path)
      const again = await visitor.open('/questions/1')

      expect(still.path).toBe(path)
      expect(textOf(cleared.body)).toContain('You did nothing wrong. To keep them private')
      expect(cleared.body).toContain('href="/questions/1"')
      expect(sentFrom(again.body).get('who')).toBeUndefined()
    })

    it('are cleared kindly on the first page, which can be answered at once', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor)
      product.clock.moveForward(60 * minute)

      const first = await visitor.open('/questions/1')
      const next = await visitor.answer(answersByPage[1])

      expect(textOf(first.body)).toContain('60 minutes had passed')
      expect(next.path).toBe('/questions/2')
    })

    it.each([
      [
        'changed',
        (sealed: string) => `${sealed.slice(0, -6)}${sealed.at(-6) === 'A' ? 'B' : 'A'}${sealed.slice(-5)}`,
      ],
      ['cut off', (sealed: string) => sealed.slice(0, 80)],
      ['someone else’s work', () => 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y.z'],
    ])('a cookie that is %s opens nothing, and says what to do', async (_, spoil) => {
      const visitor = visitorOf(product)
      await fillIn(visitor)
      visitor.jar.set('__Host-answers', spoil(visitor.jar.get('__Host-answers') ?? ''))

      const page = await visitor.open('/questions/5')
      const first = await visitor.open('/questions/1')

      expect(textOf(page.body)).toContain('no longer has the answers')
      expect(visitor.jar.has('__Host-answers')).toBe(true)
      expect(first.status).toBe(200)
    })

    it('are let go of when the person stops', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor)

      const stopped = await visitor.stop()
      const kept = visitor.jar.has('__Host-answers')
      const back = await visitor.open('/check')

      expect([stopped.path, stopped.status, kept]).toEqual(['/stopped', 200, false])
      expect(back.path).toBe('/questions/1')
      expect(back.body).not.toContain('Robin')
    })

    it('are opened by the key before the newest, and kept with the newest', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor, {}, { until: 6 })
      const { LINK_KEYS_NAME: name } = product.aws.settings
      const before = product.aws.parameters.get(name) ?? ''
      product.aws.parameters.set(
        name,
        JSON.stringify({ ...JSON.parse(before), 2: 'a newer key, long enough to be one' }),
      )
      product.reconnect()

      const page = await visitor.open('/questions/4')
      product.aws.parameters.set(name, before)
      product.reconnect()

      expect(sentFrom(page.body).get('zip')).toEqual(['95112'])
      expect((await visitor.open('/questions/4')).path).toBe('/questions/4')
    })
  })

  it('a browser that keeps no cookie leads to the one page, with what was answered, and sends from there', async () => {
    const visitor = visitorOf(product, { keepsCookies: false })
    await visitor.open('/questions/1')

    const noCookie = await visitor.answer(answersByPage[1])
    const all = await visitor.press()

    expect(textOf(noCookie.body)).toContain('Your browser did not keep your answers')
    expect(all.status).toBe(200)
    expect(all.body).toContain('class="intake"')
    expect(sentFrom(all.body).get('age')).toEqual(['25-64'])
  })

  describe('"Send"', () => {
    it('pressed twice is one intake, with the same reference', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor, { 7: { email: 'twice@example.org' } })
      const form = new URLSearchParams()
      for (const [name, values] of sendForm(visitor.page().body))
        for (const value of values) form.append(name, value)

      const first = await visitor.press()
      const again = await product.postForm('/intakes', form)
      await product.settle()

      const second = await product.get(again.headers['location'] ?? '')
      expect(referenceOn(second.body)).toBe(referenceOn(first.body))
      expect(product.mailsTo('twice@example.org')).toHaveLength(1)
    })

    it('leaves no answer behind: Back says that it was sent, and a new form can be begun', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor)
      await visitor.press()

      const back = await visitor.open('/check')
      const further = await visitor.open('/questions/6')
      const anew = await visitor.open('/questions/1')

      for (const page of [back, further]) {
        expect(textOf(page.body)).toContain('Your form was sent')
        expect(page.body).not.toContain('Robin')
      }
      expect(sentFrom(anew.body).get('who')).toBeUndefined()
    })

    it('from one tab sends what that tab shows, also when another tab went on', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor)
      const check = visitor.page()
      await visitor.open('/questions/4?from=check')
      await visitor.answer({ zip: '10001' })

      const form = sendForm(check.body)

      expect(form.get('zip')).toEqual(['95112'])
      expect(sentFrom(visitor.page().body).get('zip')).toEqual(['10001'])
      expect(form.get('submissionId')).toEqual(sentFrom(visitor.page().body).get('submissionId'))
    })
  })

  describe('someone who is not safe', () => {
    it.each(['might-hurt', 'being-hurt'])(
      'meets the help lines at once, goes on, and is read first (%s)',
      async (safety) => {
        const visitor = visitorOf(product)
        await fillIn(visitor, {}, { until: 2 })

        const help = await visitor.answer({ safety })
        const next = await visitor.goOn()
        await fillIn(visitor, { 2: { safety } })
        const { intake } = await sendAll(visitor)

        expect(help.path).toBe('/questions/help')
        expect(textOf(help.body)).toContain(
          'No one is watching this form right now. We do not call 911 for you.',
        )
        expect(next.path).toBe('/questions/3')
        expect(intake).toMatchObject({ state: 'urgent', next: { action: 'read-first' }, request: { safety } })
      },
    )

    it('can stop there, and nothing is kept', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor, {}, { until: 2 })
      await visitor.answer({ safety: 'being-hurt' })

      const stopped = await visitor.stop()

      expect(stopped.path).toBe('/stopped')
      expect(stopped.body).toContain('href="tel:18007997233"')
      expect(visitor.jar.size).toBe(0)
    })

    it('meets them also when they say so later, from the check, and comes back to it', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor)
      await visitor.open('/questions/2?from=check')

      const help = await visitor.answer({ safety: 'might-hurt' })

      expect(help.path).toBe('/questions/help?from=check')
      expect((await visitor.goOn()).path).toBe('/check')
    })

    it('is not held back by a page that others open too early', async () => {
      expect((await visitorOf(product).open('/questions/help')).path).toBe('/questions/1')
    })
  })

  describe('someone young', () => {
    it.each([
      ['under-13', '/under-13'],
      ['13-17', '/under-18'],
    ])('of %s is shown other help at once, and nothing is kept', async (age, path) => {
      const visitor = visitorOf(product)
      await visitor.open('/questions/1')

      const page = await visitor.answer({ who: 'me', age })

      expect([page.path, page.status]).toEqual([path, 200])
      expect(page.body).toContain('href="tel:988"')
      expect(visitor.jar.size).toBe(0)
    })

    it('is told what is different and goes on, where their forms are taken', async () => {
      product.reconnect({ MINORS: 'accept' })
      const visitor = visitorOf(product)
      await visitor.open('/questions/1')

      const young = await visitor.answer({ who: 'me', age: '13-17' })
      await fillIn(visitor, { 1: { age: '13-17' } })
      const { intake } = await sendAll(visitor)
      product.reconnect()

      expect(young.path).toBe('/questions/young')
      expect(textOf(young.body)).toContain('We talk with you before we contact any adult.')
      expect(intake).toMatchObject({ state: 'needs-staff', needsStaffBecause: 'under-18' })
    })
  })

  describe('someone who helps', () => {
    const helper = {
      1: {
        who: 'someone-else',
        age: '65-plus',
        helperName: 'Dana Reed',
        helperPhone: '312 555 0199',
        helperAgreed: 'yes',
      },
      7: { email: 'helped@example.org', emailPrivacy: 'private' },
    }

    it('is asked about the person, and stands apart from them in what staff read', async () => {
      const visitor = visitorOf(product)
      await fillIn(visitor, helper, { until: 2 })
      const safety = visitor.page()

      const check = await fillIn(visitor, helper)
      const { intake } = await sendAll(visitor)

      expect(headingOf(safety.body)).toBe('Are they safe right now?')
      expect(textOf(check.body)).toContain('Dana Reed')
      expect(intake).toMatchObject({
        request: {
          who: 'someone-else',
          name: 'Robin Vale',
          helper: { name: 'Dana Reed', phone: '+13125550199' },
        },
        safeContact: { phone: null, email: 'helped@example.org' },
        consent: { signedAs: 'Dana Reed', textVersion: '2026-11-2-they' },
      })
      const mails = product.mails().filter(({ text, html }) => `${text}${html}`.includes('Dana'))
      expect(mails).toEqual([])
    })

    it('has to say that the person knows and agrees', async () => {
      const visitor = visitorOf(product)
      await visitor.open('/questions/1')

      const page = await visitor.answer({ ...helper[1], helperAgreed: [] })

      expect(page.status).toBe(422)
      expect(textOf(page.body)).toContain('Ask the person first, then tell us that they agree')
      expect(sentFrom(page.body).get('helperName')).toEqual(['Dana Reed'])
    })
  })

  it('reads on in the other language in the middle of a page, and loses nothing', async () => {
    const visitor = visitorOf(product)
    await fillIn(visitor, {}, { until: 4 })

    const spanish = await visitor.answer({ ...answersByPage[4], zip: '9511', changeLanguage: 'es' })
    const wrong = await visitor.answer()

    expect(spanish.status).toBe(200)
    expect(spanish.body).toContain('<html lang="es">')
    expect(sentFrom(spanish.body).get('zip')).toEqual(['9511'])
    expect(wrong.path).toBe('/es/questions/4')
    expect(textOf(wrong.body)).toContain('Escriba un código postal de 5 números')
  })

  it('takes no answers from a page of another site, nor more than anyone would type', async () => {
    const visitor = visitorOf(product)
    await fillIn(visitor, {}, { until: 3 })
    const cookie = `__Host-answers=${visitor.jar.get('__Host-answers')}`
    const post = (form: URLSearchParams, headers: Record<string, string>) =>
      product.postForm('/questions/3', form, { cookie, ...headers })

    const foreign = await post(new URLSearchParams({ topics: 'drugs' }), { 'sec-fetch-site': 'cross-site' })
    const stop = await product.postForm('/questions/stop', new URLSearchParams(), {
      cookie,
      'sec-fetch-site': 'cross-site',
    })
    const large = await post(new URLSearchParams({ topics: 'a'.repeat(20_000) }), {})
    const strange = await post(new URLSearchParams({ topics: 'drugs' }), { 'content-type': 'text/plain' })

    expect([foreign.status, stop.status, large.status, strange.status]).toEqual([403, 403, 413, 415])
    for (const { cookies } of [foreign, stop, large, strange]) expect(cookies).toEqual([])
  })
})
