import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { run } from '../../local/run.ts'
import { openBrowser, openPhone } from '../support/browser.ts'
import { faultsOn } from '../support/faults.ts'
import { aFilledForm, byPhoneOnly } from '../support/person.ts'

const port = 3620
const widths = [320, 1280]

describe('the console, in a real browser', () => {
  let browser: Browser
  let product: Awaited<ReturnType<typeof run>>
  let folder = ''
  let page: Page
  const complaints: string[] = []

  const ask = (given: Parameters<typeof aFilledForm>[0] = {}) =>
    fetch(`${product.siteAddress}/intakes`, { method: 'POST', body: aFilledForm(given), redirect: 'manual' })

  const rows = () => page.locator('tbody tr').count()
  const openInbox = async () => void (await page.goto(`${product.siteAddress}/staff`))

  const openRequest = async (row: string) => {
    await openInbox()
    await page.locator('tr', { hasText: row }).getByRole('link').click()
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-circle-console-'))
    product = await run({ folder, port })
    browser = await openBrowser()
    await ask({ note: 'I tried a group in spring.', wishes: 'quiet' })
    await ask({ topics: 'drinking', email: 'meets@example.org' })
    await ask({ safety: 'might-hurt', helpSeen: 'yes', language: 'es', ...byPhoneOnly })
    // The checker is a script of its own; the pages themselves run none.
    page = await (await browser.newContext()).newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${product.siteAddress}/staff`)
    await page.getByRole('button', { name: 'Ada Brook, coordinator' }).click()
    await page.waitForURL(`${product.siteAddress}/staff`)
    for (let tries = 0; tries < 100 && (await rows()) < 3; tries += 1) await page.reload()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const pages: [string, () => Promise<void>][] = [
    ['the inbox', openInbox],
    [
      'the inbox after a wrong reference',
      async () => void (await page.goto(`${product.siteAddress}/staff/intakes?reference=123`)),
    ],
    ['a request with a place', () => openRequest('Steady Ground')],
    ['a request of someone who may not be safe', () => openRequest('Read first')],
    [
      'the groups to pick from',
      async () => {
        await openRequest('Steady Ground')
        await page.getByRole('link', { name: 'Pick another group' }).click()
      },
    ],
    [
      'the preview of a letter',
      async () => {
        await openRequest('Steady Ground')
        await page.getByRole('button', { name: 'Offer this place' }).click()
      },
    ],
    [
      'a form that was not taken',
      async () => {
        await openRequest('Steady Ground')
        await page.locator('#decline summary').click()
        await page.locator('#decline button').click()
      },
    ],
  ]

  it.each(pages.flatMap(([name, open]) => widths.map((width) => [name, width, open] as const)))(
    '%s has no fault that a machine can find, and needs no sideways scrolling at %i px',
    async (_, width, open) => {
      await page.setViewportSize({ width, height: 800 })
      await open()
      // What is closed is looked at as well.
      await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))')

      expect(await faultsOn(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      expect(complaints.filter((text) => !text.includes('422'))).toEqual([])
    },
  )

  /** Someone of staff in a browser of their own, on the page of the request whose place is held. */
  const openOwn = async (javaScriptEnabled: boolean) => {
    const own = await openPhone(browser, { javaScriptEnabled })
    await own.goto(`${product.siteAddress}/staff`)
    await own.getByRole('button', { name: 'Sam Ortiz, admin' }).click()
    await own.locator('tr', { hasText: 'Steady Ground' }).getByRole('link').click()
    await own.waitForURL(/\/staff\/intakes\//)
    return own
  }

  describe.each([true, false])('with scripts allowed: %s', (javaScriptEnabled) => {
    it('a form that comes back has lost nothing that was typed, nor when it is loaded again', async () => {
      const own = await openOwn(javaScriptEnabled)
      const address = own.url()
      const note = `She said “call <after> 5 & before 7”.\n${'Very long. '.repeat(200)}`
      await own.locator('#note summary').click()
      await own.locator('#note-text').fill(note)
      await own.getByRole('button', { name: 'Add a note' }).click()

      const asTyped = async () => {
        expect(own.url()).toBe(`${address}/again`)
        expect(await own.getByRole('alert').textContent()).toContain('Keep the note to 2000 characters')
        expect(await own.locator('#note-text').inputValue()).toBe(note)
      }
      await own.waitForURL(`${address}/again`)
      await asTyped()
      await own.reload()
      await asTyped()

      await own.locator('#note-text').fill(`Called, ${javaScriptEnabled}.`)
      await own.getByRole('button', { name: 'Add a note' }).click()
      await own.waitForURL(`${address}?done=note`)
      const words = await own.locator('main').textContent()
      expect(words).toContain(`Called, ${javaScriptEnabled}.`)
      expect(words).not.toContain('Very long.')
      await own.goto(`${address}/again`)
      expect(own.url()).toBe(address)
      await own.context().close()
    })

    it('a preview does nothing, also when it is loaded again, and the form is sent to it as from our own page', async () => {
      const own = await openOwn(javaScriptEnabled)
      const address = own.url()
      const sent: Request[] = []
      own.on('request', (request) => void sent.push(request))
      await own.getByRole('button', { name: 'Offer this place' }).click()
      await own.waitForURL(`${address}/preview`)
      await own.reload()
      expect(await own.locator('h1').textContent()).toBe('Before it is done: Offer this place')

      const [decided, previewed] = sent
      expect([decided, previewed].map((one) => [one?.method(), one?.url()])).toEqual([
        ['POST', address],
        ['POST', `${address}/preview`],
      ])
      expect(previewed?.postData()).toBe(decided?.postData())
      expect((await previewed?.allHeaders())?.['sec-fetch-site']).toBe('same-origin')
      await own.goto(`${address}/preview`)
      expect(own.url()).toBe(address)
      expect(await own.locator('main').textContent()).not.toContain('The place is offered.')
      expect(await own.getByRole('button', { name: 'Offer this place' }).count()).toBe(1)
      await own.context().close()
    })
  })

  it('a place is offered by pressing what is on the page, after looking at the letter', async () => {
    await openRequest('Steady Ground')
    await page.getByRole('button', { name: 'Offer this place' }).click()
    expect(await page.locator('h1').textContent()).toBe('Before it is done: Offer this place')
    await page.getByRole('button', { name: 'Send it' }).click()

    expect(await page.getByRole('status').textContent()).toContain('The place is offered.')
    await page.goto(`${product.siteAddress}/staff`)
    expect(await page.locator('main').textContent()).toContain('Offers that people have to answer')
  })
})
