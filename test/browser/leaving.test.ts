import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { serve } from '../../local/http-server.ts'
import { run } from '../../local/run.ts'
import { openBrowser } from '../support/browser.ts'
import { faultsOn } from '../support/faults.ts'
import { telling } from '../support/telling.ts'

const port = 3590

/** As long as a busy machine takes. */
const patient = { timeout: 20_000 }

interface Shown {
  title: string
  text: string
}

const words = {
  en: { leave: 'Leave this site', closed: 'Page closed', open: 'Open it again' },
  es: { leave: 'Salir del sitio', closed: 'Página cerrada', open: 'Abrirla otra vez' },
} as const

describe('leaving the site, in a real browser', () => {
  const browsers: Record<'plain' | 'keepsPages', Browser | undefined> = {
    plain: undefined,
    keepsPages: undefined,
  }
  let product: Awaited<ReturnType<typeof run>>
  let weather: Awaited<ReturnType<typeof serve>>
  let folder = ''
  /** What the other site was told of whoever came. */
  const told: unknown[] = []
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-circle-leaving-'))
    weather = await serve(port + 3, async ({ url, headers }, response) => {
      if (url !== '/favicon.ico') told.push([url, headers.referer, headers.cookie])
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Weather</title><h1>Sunny</h1>')
    })
    product = await run({ folder, port, settings: { LEAVE_TO: `http://127.0.0.1:${port + 3}/` } })
    browsers.plain = await openBrowser()
    browsers.keepsPages = await openBrowser({ keepsPages: true })
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
    told.splice(0)
  })
  afterAll(async () => {
    for (const browser of Object.values(browsers)) await browser?.close()
    await product?.stop()
    await weather?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const openPage = async (
    javaScriptEnabled: boolean,
    {
      which = 'plain',
      width = 360,
      height = 740,
    }: { which?: keyof typeof browsers; width?: number; height?: number } = {},
  ): Promise<Page> => {
    const browser = browsers[which]
    if (!browser) throw new Error('The browser did not start.')
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height } })
    contexts.push(context)
    return context.newPage()
  }

  const open = (page: Page, path: string) => page.goto(`${product.siteAddress}${path}`)
  const goOn = (page: Page) => page.locator('main form button[type="submit"]').first().click()
  const isAway = (page: Page) => page.waitForURL(`http://127.0.0.1:${port + 3}/`)
  const leave = async (page: Page) => {
    await page.locator('.leave').click()
    await isAway(page)
  }
  const shownOn = async (page: Page): Promise<Shown> => ({
    title: await page.title(),
    text: await page.locator('body').innerText(),
  })

  /** Presses Back until there is nothing before, and says what each page showed. A page that Back cannot show is sent for anew. */
  const goBackThrough = async (page: Page, steps: number) => {
    const seen: Shown[] = []
    for (let step = 0; step < steps; step += 1) {
      await page.goBack({ waitUntil: 'commit' }).catch(() => page.reload().catch(() => null))
      await page.waitForLoadState()
      seen.push(await shownOn(page))
    }
    return seen
  }

  const answerAsSomeoneInDanger = {
    'page by page': async (page: Page) => {
      await open(page, '/')
      await page.locator('main a.button').click()
      await page.locator('#who-me').check()
      await page.locator('#age-25-64').check()
      await goOn(page)
      await page.locator('#safety-being-hurt').check()
      await goOn(page)
      await page.locator('main a.button').click()
      await page.locator('#topics-trauma').check()
    },
    'on one page': async (page: Page) => {
      await open(page, '/')
      await page.locator('main a[href="/all"]').click()
      await page.locator('#safety-being-hurt').check()
      await page.locator('#name').fill('Robin Vale')
    },
  }

  describe.each([true, false])('with a script: %s', (hasScript) => {
    describe.each(['plain', 'keepsPages'] as const)('in a browser that is %s', (which) => {
      it.each(Object.entries(answerAsSomeoneInDanger))(
        'Back shows nothing of what was answered %s',
        async (_, answer) => {
          const page = await openPage(hasScript, { which })
          await answer(page)
          await leave(page)
          expect((await shownOn(page)).title).toBe('Weather')

          const seen = await goBackThrough(page, 6)

          expect(seen.filter(({ title }) => title === 'Page closed').length).toBeGreaterThan(0)
          for (const { title, text } of seen) {
            expect(['', 'Weather', 'Page closed']).toContain(title)
            expect(text).not.toMatch(telling)
            expect(text).not.toMatch(/Robin|Find a group|988/)
          }
          expect(told[0]).toEqual(['/', undefined, undefined])
        },
      )
    })

    it('keeps a page that was left in the usual way, or asks for it anew: the test above is not for nothing', async () => {
      const page = await openPage(hasScript, { which: 'keepsPages' })
      await open(page, '/questions/1')
      await page.evaluate('window.wasHere = true')
      await page.locator('#who-me').check()
      await page.locator('.brand').click()
      await page.waitForURL(`${product.siteAddress}/`)
      await page.goBack({ waitUntil: 'commit' })

      // Without a script the browser shows what it kept; with it, the page has been fetched again and is empty.
      await expect
        .poll(
          () => page.evaluate('[window.wasHere === true, document.querySelector("#who-me")?.checked]'),
          patient,
        )
        .toEqual([!hasScript, !hasScript])
    })

    it('a form that came back with mistakes is not shown again either', async () => {
      const page = await openPage(hasScript)
      await answerAsSomeoneInDanger['on one page'](page)
      await page.locator('form.intake button[type="submit"]').click()
      await page.waitForURL(/\/intakes$/)
      await leave(page)

      const seen = await goBackThrough(page, 3)

      expect(seen.map(({ text }) => text).join('\n')).not.toMatch(/Robin|hurt|Error/)
      expect(seen.some(({ title }) => title === 'Page closed')).toBe(true)
    })

    it('the keyboard leaves by Enter', async () => {
      const page = await openPage(hasScript)
      await open(page, '/')
      await open(page, '/questions/1')
      await page.locator('.leave').focus()
      await page.keyboard.press('Enter')

      await isAway(page)
      await page.goBack()
      expect(await page.title()).toBe('Page closed')
    })

    it('whoever comes back opens the pages again, with nothing kept', async () => {
      const language = hasScript ? 'es' : 'en'
      const { leave: leaveWords, closed, open: openWords } = words[language]
      const start = language === 'es' ? '/es' : '/'
      const page = await openPage(hasScript)
      await open(page, `${start === '/' ? '' : start}/questions/1`)
      await page.locator('#who-me').check()
      await page.locator('#age-25-64').check()
      await goOn(page)
      expect((await page.locator('.leave').textContent())?.trim()).toBe(leaveWords)
      await leave(page)
      await open(page, start)
      expect(await page.title()).toBe(closed)

      await page.getByRole('link', { name: openWords }).click()
      await page.waitForURL(`${product.siteAddress}${start}`)
      await page.locator('main a.button').click()

      expect(await page.locator(':checked').count()).toBe(0)
    })
  })

  it.each(['/questions/1', '/all'])(
    'nothing has the focus under what stays at the top of %s',
    async (path) => {
      const page = await openPage(false)
      await open(page, path)
      // Upwards, because a page that scrolls down brings what has the focus in at its foot.
      await page.locator('.foot a').last().focus()
      const hidden: unknown[] = []
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await page.keyboard.press('Shift+Tab')
        const under = await page.evaluate(`(() => {
            const at = document.activeElement
            const bar = document.querySelector('.top').getBoundingClientRect()
            const { top, bottom } = at.getBoundingClientRect()
            const isOverIt = at === document.body || at.closest('.top, .skip')
            return !isOverIt && top < bar.bottom && bottom > 0 ? at.outerHTML.slice(0, 200) : ''
          })()`)
        if (under !== '') hidden.push(under)
      }

      expect(hidden).toEqual([])
    },
  )

  it('what stays at the top scrolls away where the window is low', async () => {
    const topAfterScrolling = async (height: number) => {
      const page = await openPage(false, { width: 640, height })
      await open(page, '/all')
      await page.evaluate('scrollTo(0, 400)')
      return page.evaluate('document.querySelector(".leave").getBoundingClientRect().bottom > 0')
    }

    expect([await topAfterScrolling(740), await topAfterScrolling(320)]).toEqual([true, false])
  })

  it('without a script the page is out of sight as soon as the button is pressed', async () => {
    const page = await openPage(false)
    await open(page, '/all')
    const { x, y, width, height } = (await page.locator('.leave').boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    }
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    const seen = () =>
      page.evaluate(
        `['main', '.crisis', '.brand', '.leave'].map((one) => getComputedStyle(document.querySelector(one)).visibility)`,
      )

    expect(await seen()).toEqual(['visible', 'visible', 'visible', 'visible'])
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    expect(await seen()).toEqual(['hidden', 'hidden', 'hidden', 'visible'])
  })

  it.each(['/', '/questions/1'])(
    'the closed page has no fault that a machine can find (%s)',
    async (path) => {
      const page = await openPage(true, { width: 320, height: 640 })
      await page.context().setExtraHTTPHeaders({ cookie: '__Host-closed=yes' })
      await open(page, path)

      expect(await page.title()).toBe('Page closed')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      await page.context().setExtraHTTPHeaders({})
      // The checker is no script of ours, so it comes into a copy of the page that has no policy.
      const copy = await openPage(true, { width: 320, height: 640 })
      await copy.setContent(await page.content())
      expect(await faultsOn(copy)).toEqual([])
    },
  )

  describe('with the script', () => {
    it('the space bar leaves, and Shift three times does', async () => {
      for (const keys of [['Space'], ['Shift', 'Shift', 'Shift']]) {
        const page = await openPage(true)
        await open(page, '/questions/1')
        await page.locator(keys.length === 1 ? '.leave' : '#who-me').focus()
        for (const key of keys) await page.keyboard.press(key)
        await isAway(page)
        expect(await page.title()).toBe('Weather')
      }
    })

    it('Shift leaves nobody who is typing, nor who takes their time', async () => {
      const page = await openPage(true)
      await page.clock.install()
      await open(page, '/all')
      await page.locator('#name').focus()
      for (const letter of ['R', 'O', 'B', 'I', 'N']) await page.keyboard.press(`Shift+${letter}`)
      for (let times = 0; times < 6; times += 1) {
        await page.keyboard.press('Shift')
        await page.clock.runFor(3000)
      }

      expect(page.url()).toBe(`${product.siteAddress}/all`)
      expect(await page.locator('#name').inputValue()).toBe('ROBIN')
    })

    it('the page is gone before the other site has come, and not where Back leads', async () => {
      const page = await openPage(true)
      await open(page, '/')
      await open(page, '/questions/1')
      const seen = await page.evaluate(
        `document.querySelector('.leave').click(), [document.body.innerText, document.title]`,
      )

      expect(seen).toEqual(['Loading', 'Loading'])
      await isAway(page)
      expect(await page.evaluate('history.length')).toBe(3)
    })

    it('a page that the browser kept is taken off the screen and asked for anew', async () => {
      const page = await openPage(true)
      await open(page, '/questions/1')
      const anew = page.waitForEvent('load')
      const text = await page.evaluate(
        `dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })), document.body.innerText`,
      )

      expect(text).toBe('')
      await anew
      expect(await page.locator('h1').textContent()).toBe('About you')
    })

    it('a second press sends nothing for some seconds, then it does, should the first be lost', async () => {
      const page = await openPage(true)
      await page.clock.install()
      await open(page, '/questions/1')
      const isHeldBack = () =>
        page.evaluate(`(() => {
          const pressed = new Event('submit', { bubbles: true, cancelable: true })
          document.querySelector('main form').dispatchEvent(pressed)
          return pressed.defaultPrevented
        })()`)

      expect([await isHeldBack(), await isHeldBack()]).toEqual([false, true])
      await page.clock.runFor(6000)
      expect(await isHeldBack()).toBe(false)
    })

    it('the note says how much more can be written, after a pause', async () => {
      const page = await openPage(true)
      await open(page, '/es/all')
      await page.locator('#note-part summary').click()
      const count = page.locator('#note-part [role="status"]')

      expect(await count.textContent()).toBe('')
      await page.locator('#note').fill('a'.repeat(10))
      await expect.poll(() => count.textContent(), patient).toBe('Caracteres que le quedan: 590')
      await page.locator('#note').fill('a'.repeat(601))
      await expect.poll(() => count.textContent(), patient).toBe('Caracteres de más: 1')
    })

    it('a page that comes back has the focus on what has to be put right', async () => {
      const page = await openPage(true)
      await open(page, '/questions/1')
      await goOn(page)

      await expect.poll(() => page.evaluate('document.activeElement.className'), patient).toBe('errors')
      expect(await page.title()).toContain('Error: ')
    })

    it('runs under the policy of every page without a complaint', async () => {
      const page = await openPage(true)
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      for (const path of ['/', '/es/all', '/now', '/before-you-start', '/questions/1']) await open(page, path)

      expect(complaints).toEqual([])
    })
  })
})
