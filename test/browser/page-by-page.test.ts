import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { run } from '../../local/run.ts'
import { openBrowser, openPhone } from '../support/browser.ts'
import { faultsOn } from '../support/faults.ts'
import { fillPage } from '../support/fill-page.ts'
import { keyboardOf } from '../support/keyboard.ts'

const port = 3575

const words = {
  en: { start: '/', begin: 'Start now', next: 'Continue', send: 'Send my form', sent: 'We got your form' },
  es: {
    start: '/es',
    begin: 'Empezar',
    next: 'Continuar',
    send: 'Enviar mi formulario',
    sent: 'Recibimos su formulario',
  },
} as const

const languages = ['en', 'es'] as const

const openAll = async (page: Page) => {
  const closed = page.locator('details:not([open]) > summary')
  while ((await closed.count()) > 0) await closed.first().click()
}

/** Presses what leads to another page, and waits until that is there: Back cannot start from a page that is on its way out. */
const press = async (page: Page, button: string) => {
  const comes = page.waitForEvent('load')
  await page.locator(button).first().click()
  await comes
}

const goOn = (page: Page) => press(page, 'main form button[type="submit"]')

let browser: Browser
let product: Awaited<ReturnType<typeof run>>
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-circle-pages-'))
  product = await run({ folder, port })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('page by page, in a real browser', () => {
  // A phone that is done with takes as much of the machine as one that is in use.
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

  it.each(
    languages.flatMap((language) => [
      { language, javaScriptEnabled: false },
      { language, javaScriptEnabled: true },
    ]),
  )(
    'the keyboard alone leads from the first page to a reference, $language, script: $javaScriptEnabled',
    async ({ language, javaScriptEnabled }) => {
      const { start, begin, next, send, sent } = words[language]
      const page = await openPhone(browser, { javaScriptEnabled })
      const keys = keyboardOf(page)
      await page.goto(`${product.siteAddress}${start}`)

      await keys.follow(begin)
      await keys.pick('who', 1)
      await keys.pick('age', 4)
      await keys.follow(next)
      await keys.pick('safety', 1)
      await keys.follow(next)
      await keys.tick('topics-drinking')
      await keys.follow(next)
      await keys.tick('meet-in-person')
      await keys.type('zip', '95112')
      await keys.tick('times-weekday-evening')
      await keys.follow(next)
      await keys.follow(next)
      await keys.type('name', 'Robin Vale')
      await keys.tick('contact-email')
      await keys.follow(next)
      await keys.type('email', `robin.${language}@example.org`)
      await keys.pick('emailPrivacy', 1)
      await keys.follow(next)
      await keys.type('note', 'I tried a group in May.')
      await keys.follow(next)
      await keys.tick('consentKeep')
      await keys.pick('consentShare', 2)
      await keys.follow(next)
      await keys.follow(send)

      expect(await page.locator('h1').textContent()).toBe(sent)
      const [reference] = await page.locator('.reference').allTextContents()
      expect(reference).toMatch(/^\s*\w{3}-\w{3}-\w{3}\s*$/)
    },
  )

  it('a page that comes back starts with what has to be put right, without a script', async () => {
    const page = await openPhone(browser)
    await page.goto(`${product.siteAddress}/questions/1`)
    await goOn(page)
    const keys = keyboardOf(page)

    // The browser moves there once it has drawn the page, which may be after it says that the page has come.
    await page.locator('.errors:focus').waitFor()
    await keys.press('Tab')
    await keys.press('Tab')
    await keys.press('Enter')
    expect((await keys.focused()).id).toBe('age-under-13')
  })

  it('Back goes to the page before with its answers, and after sending to none', async () => {
    const page = await openPhone(browser)
    await page.goto(`${product.siteAddress}/questions/1`)
    for (let number = 1; number <= 9; number += 1) {
      await fillPage(page, number)
      await goOn(page)
    }
    await page.goBack()
    await page.goBack()
    expect(page.url()).toMatch(/\/questions\/8$/)
    await press(page, '.back a')
    expect(await page.locator('#phone').inputValue()).toBe('312 555 0123')

    await page.goto(`${product.siteAddress}/check`)
    await press(page, '.send button')
    await page.goBack()

    expect(await page.locator('main').textContent()).toContain('Your form was sent')
    expect(await page.locator('main').textContent()).not.toContain('Robin')
  })

  it('a browser that takes no cookie goes on with one page, and reaches a reference', async () => {
    const page = await openPhone(browser)
    await page.goto(`${product.siteAddress}/questions/1`)
    await fillPage(page, 1)
    await page.context().clearCookies()
    await goOn(page)
    expect(await page.locator('h1').textContent()).toContain('did not keep your answers')

    await goOn(page)
    expect(await page.locator('#age-25-64').isChecked()).toBe(true)
    for (const number of [2, 3, 4, 6, 7, 9]) await fillPage(page, number)
    await page.locator('form.intake button[type="submit"]').click()

    expect(await page.locator('h1').textContent()).toBe('We got your form')
  })
})

describe.each(languages)(
  'no page has a fault that a machine can find, nor is wider than a phone (%s)',
  (language) => {
    const prefix = language === 'es' ? '/es' : ''
    /** What a machine finds, and how much wider than the screen the page is: as it stands, and with words set apart (WCAG 1.4.12). */
    const faultsOf = async (page: Page) => {
      const faults = await faultsOn(page)
      const width = await page.evaluate('document.documentElement.scrollWidth')
      await page.addStyleTag({
        content:
          '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
      })
      const spaced = await page.evaluate('document.documentElement.scrollWidth')
      const small =
        await page.evaluate(`[...document.querySelectorAll('main a, main button, main summary, main .choice, footer a, header a, header button')]
      .filter((one) => !one.closest('.unseen'))
      .map((one) => [one.textContent.trim().slice(0, 40), one.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (height < 44 || width < 24)).map(([text, { height }]) => text + ' ' + height)`)
      return { faults, width, spaced, small }
    }
    const none = { faults: [], width: 320, spaced: 320, small: [] }
    let page: Page

    beforeAll(async () => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true })
      page = await context.newPage()
    })
    beforeEach(() => page.context().clearCookies())
    afterAll(() => page.context().close())

    it('on the way from the first question to the check', async () => {
      await page.goto(`${product.siteAddress}${prefix}/questions/1`)
      for (let number = 1; number <= 9; number += 1) {
        // Sent as it is, a page that has to be answered comes back with all that is wrong; the others are opened wide.
        if (number === 5) await openAll(page)
        else if (number !== 8) await goOn(page)
        expect([number, await faultsOf(page)]).toEqual([number, none])
        await fillPage(page, number)
        await goOn(page)
      }
      expect(page.url()).toMatch(/\/check$/)
      expect(await faultsOf(page)).toEqual(none)
      await page.locator('.send button').click()
      expect(await faultsOf(page)).toEqual(none)
    })

    it('when someone helps another person, who is not safe', async () => {
      await page.goto(`${product.siteAddress}${prefix}/questions/1`)
      await page.locator('#who-someone-else').check()
      await page.locator('#helperName').fill('Dana Reed')
      await page.locator('#helperPhone').fill('312 555 0199')
      await page.locator('#helperAgreed').check()
      await page.locator('#age-65-plus').check()
      expect(await faultsOf(page)).toEqual(none)
      await goOn(page)
      await page.locator('#safety-being-hurt').check()
      await goOn(page)

      expect(page.url()).toMatch(/\/questions\/help$/)
      expect(await faultsOf(page)).toEqual(none)
    })

    it.each([
      '/',
      '/before-you-start',
      '/privacy',
      '/accessibility',
      '/not-for',
      '/under-13',
      '/under-18',
      '/stopped',
      '/now',
    ])('on %s', async (path) => {
      await page.goto(`${product.siteAddress}${path === '/' ? prefix || '/' : `${prefix}${path}`}`)

      expect(await faultsOf(page)).toEqual(none)
    })
  },
)
