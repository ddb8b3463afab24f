import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { done } from '../../domain/way/steps/contact.ts'
import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { aFilledForm, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { robin, staff, withAPlace } from '../support/with-a-place.ts'

const minute = 60_000
const day = 24 * 60 * minute
const say = (checkIn: string) => new URLSearchParams({ checkIn })

describe('asking how it goes', () => {
  let product: Product
  let robins: ReturnType<typeof withAPlace>

  beforeEach(async () => {
    product = await openProduct()
    robins = withAPlace(product)
    await product.addGroups(aGroup(), anOpenMeeting())
  })
  afterEach(() => product.close())

  /** Robin gets a list of open meetings on Monday, and staff have read the form. */
  const suggested = async (given: Parameters<typeof aFilledForm>[0] = {}) => {
    const confirmation = await send(product, aFilledForm({ topics: 'drinking', ...given }))
    await product.settle()
    return confirmation
  }
  const read = (reference: string) =>
    robins.takes(reference, (standing, moment) => done(standing, 'read-form', moment))
  const askedAt = () =>
    product
      .mailsTo(robin)
      .filter(({ text }) => text.includes('/check-in/'))
      .map(({ at }) => at)
  /** Thursday 10 am, the third day. */
  const asked = async (given: Parameters<typeof aFilledForm>[0] = {}) => {
    const one = await suggested(given)
    robins.moveTo('2026-11-26T18:01:00Z')
    await product.sweep()
    return { ...one, path: robins.pathTo('check-in') }
  }
  const intake = async () => (await product.rows('intakes'))[0] ?? {}
  const tasks = async () => {
    const { next, alsoNext } = (await intake()) as { next: object | null; alsoNext: object[] }
    return [next, ...alsoNext].flatMap((task) => (task && 'action' in task ? [task.action] : []))
  }
  const answersKept = async () =>
    ((await intake())['followUp'] as { answers: { answer: string }[] }).answers.map(({ answer }) => answer)

  it('happens at ten in the morning where the person lives, on working days, until two go unanswered', async () => {
    const online = { url: 'https://meet.example.org/light', phone: null, notes: null }
    await product.addGroups(
      anOpenMeeting({
        groupId: 'aa-east/light',
        formats: ['video'],
        timeZone: 'America/New_York',
        venue: null,
        online,
      }),
    )
    await suggested({ zip: '10001', meet: 'video' })
    for (const days of [1, 2, 3, 4, 5, 6, 7, 30]) {
      for (const atHour of [14, 15, 16]) {
        robins.moveTo(new Date(Date.UTC(2026, 10, 23 + days, atHour, 5)).toISOString())
        await product.sweep()
      }
    }

    expect(askedAt().map((at) => at.slice(0, 13))).toEqual(['2026-11-26T15', '2026-11-30T15'])
    expect(await intake()).toMatchObject({ followUp: { stopped: 'went-quiet', open: null } })
  })

  it('waits for a better hour when the time has passed in the night, and never has two questions open', async () => {
    await suggested()
    robins.moveTo('2026-11-27T06:00:00Z')
    await product.sweep()
    expect(askedAt()).toEqual([])

    robins.moveTo('2026-12-01T18:05:00Z')
    await product.sweep()

    expect(askedAt()).toHaveLength(1)
    expect(await intake()).toMatchObject({ followUp: { open: { day: 7 } } })
  })

  it('is one mail with an answer to each button, and a way to stop in the mail program itself', async () => {
    await asked()

    const mail = robins.lastMail()
    expect(mail?.subject).toBe('Checking in')
    expect(mail?.text).toContain('A few days ago we sent you some groups to try.')
    for (const answer of ['going-well', 'could-use-a-call', 'another-group', 'not-going', 'need-help-now'])
      expect(mail?.text).toContain(`a=${answer}`)
    expect(JSON.stringify(mail?.headers)).toMatch(/List-Unsubscribe-Post.*One-Click/i)
    expect(JSON.stringify(mail?.headers)).toContain(robins.pathTo('stop'))
  })

  it('records nothing when its links are only opened, and picks what was tapped', async () => {
    const { path } = await asked()
    const before = [await product.rows('intakes'), await product.rows('trail'), await product.rows('emails')]

    const page = await product.get(`${path.split('?')[0]}?a=need-help-now`)
    await product.get(robins.pathTo('stop'))

    expect(page.body).toMatch(/id="checkIn-need-help-now"[^>]*checked/)
    expect(page.body).not.toMatch(/Robin|Evening Light|drinking/)
    expect([
      await product.rows('intakes'),
      await product.rows('trail'),
      await product.rows('emails'),
    ]).toEqual(before)
  })

  it('is answered with a press, once however often it is pressed, and can be answered anew', async () => {
    const { path } = await asked()

    const pages = await Promise.all([
      robins.answers(path, say('going-well')),
      robins.answers(path, say('going-well')),
    ])
    await robins.answers(path, say('going-well'))
    expect(pages.map((page) => wordsOf(page).includes('That is good to hear'))).toEqual([true, true])
    expect(await answersKept()).toEqual(['going-well'])

    await robins.answers(path, say('could-use-a-call'))

    expect(await answersKept()).toEqual(['going-well', 'could-use-a-call'])
    expect(await tasks()).toContain('call-person')
    expect((await product.rows('trail')).filter(({ event }) => event === 'check-in-answered')).toHaveLength(2)
  })

  it('asks again for an answer that was left out, or is none of ours', async () => {
    const { path } = await asked()

    for (const said of [new URLSearchParams(), say('fine')]) {
      const page = await robins.answers(path, said)
      expect([page.status, wordsOf(page).includes('Pick one answer')]).toEqual([422, true])
    }
    expect(await answersKept()).toEqual([])
  })

  it('promises a call by a day, to someone who could use one', async () => {
    const { path } = await asked()

    const page = wordsOf(await robins.answers(path, say('could-use-a-call')))

    expect(page).toContain('Our staff reach out by the end of Friday, November 27')
    expect(robins.subjects(staff).at(-1)).toMatch(/call by Fri 5 pm$/)
  })

  it('shows help before all else to someone who needs it now, and tells staff within half an hour of work', async () => {
    const { path, reference } = await asked()
    robins.moveTo('2026-11-28T03:00:00Z')

    const page = wordsOf(await robins.answers(path, say('need-help-now')))

    const main = page.slice(page.indexOf('You can get help right now'))
    expect(main.indexOf('988')).toBeLessThan(main.indexOf('We have told our staff'))
    expect(main).toContain('They read it by Monday, November 30, 9:30 am.')
    expect(main).toContain('No one is watching this page right now.')
    expect(await tasks()).toContain('help-now')
    expect(robins.subjects(staff).at(-1)).toContain(`${reference} – needs help now`)
  })

  it('hears a call for help though the request is closed, and does not forget it for a later "that is fine"', async () => {
    const { path, reference } = await asked()
    await robins.answers(path, say('not-going'))
    expect(await intake()).toMatchObject({ state: 'closed', next: null })

    await robins.answers(path, say('need-help-now'))
    const late = await robins.answers(path, say('not-going'))

    expect(late.status).toBe(409)
    expect(await tasks()).toEqual(['help-now'])
    expect(robins.subjects(staff).at(-1)).toContain(`${reference} – needs help now`)
  })

  it('keeps the call for help of someone who then says that it is enough', async () => {
    const { path } = await asked()

    await robins.answers(path, say('need-help-now'))
    await robins.answers(path, say('not-going'))

    expect(await intake()).toMatchObject({ state: 'closed' })
    expect(await tasks()).toEqual(['help-now'])
  })

  it('looks for another group for someone who would like one', async () => {
    const { path } = await asked()

    const page = wordsOf(await robins.answers(path, say('another-group')))

    expect(page).toContain('We look for another group')
    expect((await product.rows('trail')).map(({ event }) => event)).toContain('check-in-answered')
    expect((await intake())['state']).not.toBe('closed')
  })

  it.each(['another-group', 'not-going'])('says the same to a second press of “%s”', async (given) => {
    const { path } = await asked()

    const first = await robins.answers(path, say(given))
    const row = await intake()
    const second = await robins.answers(path, say(given))

    expect(second.status).toBe(200)
    expect(wordsOf(second)).toBe(wordsOf(first))
    expect(await intake()).toEqual(row)
  })

  it.each([
    ['the button on its page', new URLSearchParams(), {}],
    [
      'one click in a mail program',
      new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example.org' },
    ],
  ])('ends by %s, for good', async (_, body, headers) => {
    const { reference } = await asked()
    const stop = robins.pathTo('stop')

    const replies = [await product.postForm(stop, body, headers), await product.postForm(stop, body, headers)]
    await product.settle()
    await read(reference)
    for (let days = 0; days < 10; days += 1) {
      product.clock.moveForward(day)
      await product.sweep()
    }

    expect(replies.map((page) => [page.status, wordsOf(page).includes('We do not ask again')])).toEqual([
      [200, true],
      [200, true],
    ])
    expect(askedAt()).toHaveLength(1)
    expect(await intake()).toMatchObject({ followUp: { stopped: 'asked-to-stop' } })
    expect(wordsOf(await product.get(stop))).toContain('We do not ask again')
  })

  it('ends when the address takes no mail, and staff are asked to reach the person another way', async () => {
    await suggested({ email: 'bounce@simulator.amazonses.com' })
    robins.moveTo('2026-12-01T18:05:00Z')
    await product.sweep()

    expect(await intake()).toMatchObject({
      followUp: { stopped: 'address-refuses-mail', next: null, open: null },
    })
    expect(await tasks()).toContain('reach-another-way')
    expect(product.mailsTo('bounce@simulator.amazonses.com')).toHaveLength(1)
  })

  it('leads nowhere a month after it was asked', async () => {
    const { path } = await asked()
    product.clock.moveForward(31 * day)

    expect((await product.get(path)).status).toBe(404)
    expect((await robins.answers(path, say('going-well'))).status).toBe(404)
  })

  it('speaks Spanish, and keeps what was tapped when the language is changed', async () => {
    const { path } = await asked({ language: 'es' })
    expect(robins.lastMail()?.subject).toBe('¿Cómo va todo?')
    expect(robins.lastMail()?.text).toContain('language=es&a=going-well')

    const page = await product.get(`${path.split('?')[0]}?language=es&a=going-well`)

    expect(wordsOf(page)).toContain('¿Cómo le va?')
    expect(page.body).toContain('href="?language=en&amp;a=going-well"')
    expect(wordsOf(await robins.answers(path, say('going-well')))).toContain('Qué bueno')
  })

  it('counts from the first session for someone who has a place, and tells that they were there', async () => {
    await robins.scheduled()
    robins.moveTo('2026-12-04T18:01:00Z')
    await product.sweep()
    expect(robins.lastMail()?.text).toContain('Your first day was a few days ago.')

    await robins.answers(robins.pathTo('check-in'), say('going-well'))

    expect(await robins.states('referrals')).toEqual(['attended'])
  })
})
