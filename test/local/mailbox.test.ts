import { SESClient } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { mailer } from '../../adapters/mailer.ts'
import { templates } from '../../domain/letters/email.ts'
import { movableClock } from '../../local/clock.ts'
import { startSes } from '../../local/embedded/ses.ts'
import { everyLetter } from '../../local/letters/written.ts'
import { startMailbox } from '../../local/mailbox.ts'
import { run } from '../../local/run.ts'
import { anInvitation } from '../support/builders.ts'
import { textOf } from '../support/page-parts.ts'
import { aFilledForm } from '../support/person.ts'
import { newFolder, removeFolder } from '../support/temporary-folder.ts'

interface Mail {
  id: string
  at: string
  from: string
  to: string[]
  subject: string
}

const hourMs = 3_600_000
const staff = 'intake@riverside.example.org'

describe('the mailbox', () => {
  let folder = ''
  let product: Awaited<ReturnType<typeof run>>

  beforeAll(async () => {
    folder = await newFolder()
    product = await run({ folder, port: 3780 })
  })
  afterAll(async () => {
    await product?.stop()
    await removeFolder(folder)
  })

  const mails = async () => (await (await fetch(`${product.mailboxAddress}/emails.json`)).json()) as Mail[]
  const page = async () => (await fetch(product.mailboxAddress)).text()
  const move = (step: string) =>
    fetch(`${product.mailboxAddress}/clock`, {
      method: 'POST',
      body: new URLSearchParams({ step }),
      redirect: 'manual',
    })

  /** Asks for what only staff can answer, and waits for the mails to someone. */
  const mailsAfterAsking = async (address: string) => {
    const form = aFilledForm({ topics: 'not-sure', emailPrivacy: 'shared' })
    await fetch(`${product.siteAddress}/intakes`, { method: 'POST', body: form, redirect: 'manual' })
    for (let tries = 0; tries < 100; tries += 1) {
      const theirs = (await mails()).filter(({ to }) => to.includes(address))
      if (theirs.length > 0) return theirs
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`No mail to ${address} came.`)
  }

  it.each(['toString', '__proto__', 'year', ''])('has a clock that %j does not move', async (step) => {
    const answer = await move(step)

    expect(answer.status).toBe(303)
    expect(await page()).not.toContain('ahead of this machine')
    expect(await page()).toMatch(/<strong>\w{3}, \w{3} \d+, \d{4}, [^<]+ P[DS]T</)
  })

  it('lives through the time it is moved by: what came due is there when the page is back, each on its own day', async () => {
    const before = await mailsAfterAsking(staff)

    await move('week')

    const late = (await mails()).filter(
      ({ to, id }) => to.includes(staff) && before.every((one) => one.id !== id),
    )
    expect(new Set(late.map(({ at }) => at.slice(0, 10))).size).toBeGreaterThan(2)
    expect(Date.parse(late.at(-1)?.at ?? '')).toBeGreaterThan(Date.now() + 48 * hourMs)
    expect(await page()).toContain('7 days ahead of this machine')
  })

  it('lets a mail open its links in a window of its own, and do nothing else', async () => {
    const [mail] = await mailsAfterAsking(staff)

    const shown = await fetch(`${product.mailboxAddress}/emails/${mail?.id}`)

    expect(await shown.text()).toContain('<head><base target="_blank">')
    expect(shown.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    )
  })

  it('shows a person whose mail others may see a sender that tells nothing', async () => {
    const [mail] = await mailsAfterAsking('robin.vale@example.org')

    expect(mail?.from).toBe('Riverside RC <notes@rc.example.org>')
  })
})

describe('every letter there is', () => {
  const address = 'http://localhost:3793'
  const shelves = ['en-full', 'en-plain', 'es-full', 'es-plain', 'facilitator', 'staff']
  let mailbox: Awaited<ReturnType<typeof startMailbox>>

  beforeAll(async () => {
    mailbox = await startMailbox({
      port: 3793,
      ses: { mails: () => [] },
      clock: movableClock(),
      catchUp: async () => {},
      timeZone: 'America/Chicago',
      siteAddress: 'http://localhost:3792',
    })
  })
  afterAll(() => mailbox?.stop())

  const get = (path: string) => fetch(`${address}${path}`)
  const page = async (path: string) => (await get(path)).text()

  it('can be looked at from the mailbox: each in its place, with its subject, by day, by night and as text', async () => {
    const letters = await everyLetter('http://localhost:3792')
    const pages = await Promise.all(shelves.map((shelf) => page(`/letters/${shelf}`)))
    const shown = pages.flatMap((one) => one.split('<article').slice(1))

    expect(await page('/')).toContain('href="/letters"')
    expect(await page('/letters')).toBe(pages[0])
    expect(shown).toHaveLength(letters.length)
    for (const { id, template, letter } of letters) {
      const view = shown.find((one) => one.startsWith(` id="${id}"`)) ?? ''
      expect(view).toContain(`<strong>${template}</strong>`)
      expect(textOf(view)).toContain(letter.subject)
      expect(textOf(view)).toContain(letter.text.replaceAll(/\s+/g, ' ').trim())
      for (const theme of ['light', 'dark']) expect(view).toContain(`src="/letters/${id}/${theme}"`)
    }
    expect(new Set(letters.map(({ template }) => template))).toEqual(new Set(templates))
  })

  it('is shown in either theme, whichever the browser has, and may do no more than a mail in the mailbox', async () => {
    const [light, dark] = await Promise.all(
      ['light', 'dark'].map((theme) => get(`/letters/receipt-usual-en-full/${theme}`)),
    )

    expect(await light?.text()).toContain('@media not all')
    expect(await dark?.text()).toContain('@media all')
    expect(dark?.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(dark?.headers.get('content-security-policy')).toContain('sandbox allow-popups')
  })

  it.each(['/letters/nothing', '/letters/nothing/dark', '/letters/toString', '/lettersx'])(
    'says that there is nothing at %s',
    async (path) => expect((await get(path)).status).toBe(404),
  )
})

describe('a mail in the mailbox', () => {
  const address = 'http://localhost:3791'
  const clock = movableClock()
  let ses: Awaited<ReturnType<typeof startSes>>
  let mailbox: Awaited<ReturnType<typeof startMailbox>>
  let client: SESClient

  beforeAll(async () => {
    ses = await startSes({ now: clock.now, verified: ['example.org'], configurationSets: ['all'] })
    const { endpoint } = ses
    client = new SESClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    const catchUp = async () => {}
    mailbox = await startMailbox({
      port: 3791,
      ses,
      clock,
      catchUp,
      timeZone: 'America/Chicago',
      siteAddress: 'http://localhost:3790',
    })
  })
  afterAll(async () => {
    client?.destroy()
    await mailbox?.stop()
    await ses?.stop()
  })

  /** Sends a letter and gives the page with that letter at its top. */
  const pageWith = async (given: object = {}) => {
    const outbox = mailer(client, {
      sender: 'notes@example.org',
      configurationSets: { person: 'all', staff: 'all' },
      now: clock.now,
    })
    const letter = outbox.compose({
      emailId: 'one',
      audience: 'person',
      fromName: 'Riverside RC',
      to: 'robin@example.org',
      subject: 'Your place',
      html: '<p>You have a place.</p>',
      text: 'You have a place.',
      ...given,
    })
    await outbox.send(letter)
    const page = await (await fetch(address)).text()
    return page.split('<article>')[1] ?? ''
  }

  it('leads to the appointment that came with it, as a file to open', async () => {
    const shown = await pageWith({ invitation: anInvitation() })

    const [, path] = /<a href="([^"]+)">invite\.ics<\/a>/.exec(shown) ?? []
    const file = await fetch(`${address}${path}`)
    expect(file.headers.get('content-type')).toBe('application/ics')
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''invite.ics")
    expect(await file.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/)
  })

  it('says when its reader can stop it in one click', async () => {
    expect(await pageWith({ unsubscribeUrl: 'https://example.org/stop' })).toContain('stopped in one click')
    expect(await pageWith()).not.toContain('stopped in one click')
  })

  it('lists nothing attached when nothing is', async () => {
    const { id } = ses.mails()[0] ?? {}
    expect(await pageWith()).not.toContain('Attached')
    expect((await fetch(`${address}/emails/${id}/attachments/9`)).status).toBe(404)
  })
})
