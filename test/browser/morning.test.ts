import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Morning, openMorning, staffDesk } from '../support/morning.ts'

/** The leader of the demo group that suits whoever asks about something hard or scary on a weekday evening. */
const leader = 'morgan.ash@example.org'

const text = async (page: Page) => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const picks = (page: Page, name: string, value: string) =>
  page.locator(`[name="${name}"][value="${value}"]`).check()

describe('one morning, with the clock moved', () => {
  let morning: Morning

  beforeAll(async () => {
    morning = await openMorning(3600)
  })
  afterAll(() => morning?.close())

  const offers = async (reference: string) => {
    const page = await morning.staffOpens(reference)
    await press(page, 'Offer this place')
    await press(page, 'Send it')
    return page
  }
  const saysYes = async (email: string, subject = /may fit/) => {
    const page = await morning.follows(email, await morning.mailTo(email, subject), 'offer')
    await picks(page, 'answer', 'yes')
    await picks(page, 'share', 'yes')
    await press(page, 'Send my answer')
    return page
  }
  /** The leader opens the referral by the link of the mail and the code of the next one. */
  const leaderOpens = async (reference: string) => {
    const page = await morning.follows(
      'leader',
      await morning.mailTo(leader, new RegExp(reference)),
      'facilitator',
    )
    const before = await morning.mails()
    await press(page, /^Send me a (new )?code$/)
    const mail = await morning.mailTo(leader, /\b\d{6}\b/, before.length)
    await page.locator('[name="code"]').fill(/\b(\d{6})\b/.exec(mail.text)?.[1] ?? '')
    await press(page, 'Open the referral')
    return page
  }
  const answers = async (email: string, answer: string, send = 'Send my answer') => {
    const page = await morning.follows(email, await morning.mailTo(email, /\/check-in\//), 'check-in')
    await picks(page, 'checkIn', answer)
    await press(page, send)
    return page
  }
  const evening = { topics: 'trauma', meet: 'in-person', times: 'weekday-evening' }

  it('someone asks, is offered a place, says yes, comes, and still goes three check-ins later', async () => {
    const email = 'robin@example.org'
    const reference = await morning.asks({ ...evening, email, name: 'Robin' })
    await morning.mailTo(staffDesk, new RegExp(reference))

    const desk = await offers(reference)
    expect(await text(desk)).toContain('The place is offered.')
    expect(await text(await saysYes(email))).toContain('You said yes')

    const card = await leaderOpens(reference)
    expect(await text(card)).toContain('Robin')
    await card.locator('[name="session"]').first().check()
    await press(card, 'Set the first session')
    const invitation = await morning.mailTo(email, /first/i)
    expect(invitation.text).toContain('Steady Ground')

    await morning.wait('hour')
    await morning.mailTo(email, /Your first day is near/)
    await morning.wait('day', 'day')
    await morning.mailTo(leader, /come/)
    await press(await leaderOpens(reference), 'They came')

    await morning.wait('day', 'day')
    expect(await text(await answers(email, 'going-well'))).toContain('That is good to hear')
    await morning.wait('three-days', 'day')
    await answers(email, 'going-well')
    await morning.wait('week', 'week', 'week', 'day', 'day')
    await answers(email, 'could-use-a-call')

    expect(
      (await morning.mails()).filter(({ to, text }) => to.includes(email) && text.includes('/check-in/')),
    ).toHaveLength(3)
    await morning.mailTo(staffDesk, new RegExp(`${reference} – call by`))
    const history = await text(await morning.staffOpens(reference))
    expect(history).toContain('This person could use a call')
  })

  it('staff decline a place: nobody is told twice, and the next best is held', async () => {
    const email = 'ines@example.org'
    const reference = await morning.asks({
      ...evening,
      email,
      meet: ['in-person', 'video'],
      times: 'not-sure',
    })
    await morning.mailTo(staffDesk, new RegExp(reference))

    const page = await morning.staffOpens(reference)
    const before = await text(page)
    await page.getByText('Decline this place', { exact: true }).first().click()
    await picks(page, 'because', 'not-suitable')
    await page.locator('#decline button').click()
    await press(page, 'Yes, do it')
    await morning.wait('hour')

    const after = await text(await morning.staffOpens(reference))
    expect([before.includes('Steady Ground'), after.includes('Offer this place')]).toEqual([true, true])
    expect((await morning.mails()).filter(({ to }) => to.includes(email))).toHaveLength(1)
  })

  it('an offer that nobody answers is reminded of once, ends, and is told kindly', async () => {
    const email = 'silent@example.org'
    const reference = await morning.asks({ ...evening, email })
    await morning.mailTo(staffDesk, new RegExp(reference))
    await offers(reference)
    await morning.mailTo(email, /may fit/)

    await morning.wait('day', 'day', 'hour')
    await morning.mailTo(email, /still/i)
    await morning.wait('day')

    await morning.mailTo(email, /did nothing wrong|not about you/i)
    expect(
      (await morning.mails()).filter(({ to, subject }) => to.includes(email) && /still/i.test(subject)),
    ).toHaveLength(1)
  })

  it('of two of staff who act at once, the second sees what the first did', async () => {
    const reference = await morning.asks({ ...evening, email: 'two@example.org' })
    await morning.mailTo(staffDesk, new RegExp(reference))
    const ada = await morning.staffOpens(reference)
    const sam = await morning.staffOpens(reference, 'Sam Ortiz, admin')

    await press(ada, 'Offer this place')
    await press(ada, 'Send it')
    await press(sam, 'Offer this place')

    expect(await text(sam)).toContain('Ada Brook offered the place')
  })

  it('a leader who cannot take the person says so, and another group is looked for', async () => {
    const email = 'full@example.org'
    const reference = await morning.asks({ ...evening, email })
    await morning.mailTo(staffDesk, new RegExp(reference))
    await offers(reference)
    await saysYes(email)

    const card = await leaderOpens(reference)
    await picks(card, 'because', 'full')
    await press(card, 'Say no')

    expect((await morning.mailTo(email, /not about you/i)).subject).not.toMatch(/group|full/i)
    expect(await text(await morning.staffOpens(reference))).toContain('Steady Ground')
  })

  it('in Spanish: “necesito ayuda ahora” shows help at once and alerts staff; “stop” in the mail ends the questions', async () => {
    const email = 'luz@example.org'
    const reference = await morning.asks({
      language: 'es',
      topics: 'drinking',
      meet: 'in-person',
      times: 'not-sure',
      email,
    })
    await morning.mailTo(email, /Hola/)
    await press(await morning.staffOpens(reference), 'Done: Read this form')
    await morning.wait('three-days', 'day', 'day')

    const page = await answers(email, 'need-help-now', 'Enviar mi respuesta')
    expect(await text(page)).toContain('988')
    await morning.mailTo(staffDesk, new RegExp(`${reference} – needs help now`))

    const { headers } = await morning.mailTo(email, /\/check-in\//)
    const stop = headers.find(({ name }) => /^list-unsubscribe$/i.test(name))?.value ?? ''
    const answered = await fetch(/<(.+)>/.exec(stop)?.[1] ?? '', {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    await morning.wait('week')
    expect(answered.status).toBeLessThan(300)
    expect(
      (await morning.mails()).filter(({ to, text }) => to.includes(email) && text.includes('/check-in/')),
    ).toHaveLength(1)
  })

  it('an address that bounces becomes something for staff to do, and is not written to again', async () => {
    const email = 'bounce@simulator.amazonses.com'
    const reference = await morning.asks({ ...evening, email })
    await morning.wait('hour')
    await morning.mailTo(staffDesk, new RegExp(`${reference} – reach another way`))

    await offers(reference)
    await morning.wait('hour')

    expect((await morning.mails()).filter(({ to }) => to.includes(email))).toHaveLength(1)
    expect(await text(await morning.staffOpens(reference))).toContain('Reach this person another way')
  })
})
