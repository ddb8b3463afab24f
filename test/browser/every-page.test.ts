import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { openBrowser } from '../support/browser.ts'
import { everyPage } from '../support/every-page.ts'
import { denseTextOf, edgelessOf, focusFaultsOf, overflowsOf, smallTargetsOf } from '../support/look.ts'
import { foundOn, pagesOfEveryKind } from '../support/page-gates.ts'

describe('every page, on a screen as narrow as a small phone', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
  })
  afterEach(() => page.emulateMedia({ forcedColors: 'none' }))
  afterAll(() => browser?.close())

  // Spanish words are longer; the full suite looks at the English ones as well.
  it('fits: as it stands, with words set apart, and with letters twice as large', async () => {
    expect(await foundOn(page, await everyPage('es'), overflowsOf)).toEqual({})
  })

  it('has nothing to press that is smaller than a fingertip', async () => {
    expect(await foundOn(page, pagesOfEveryKind(await everyPage('es')), smallTargetsOf)).toEqual({})
  })

  it('has text in short lines, with room between lines and more between paragraphs', async () => {
    await page.setViewportSize({ width: 1280, height: 640 })

    expect(await foundOn(page, pagesOfEveryKind(await everyPage('en')), denseTextOf)).toEqual({})
    await page.setViewportSize({ width: 320, height: 640 })
  })

  it.each(['none', 'active'] as const)(
    'shows where the keyboard is, and the edge of all that can be pressed or typed into (forced colours: %s)',
    async (forcedColors) => {
      const pages = pagesOfEveryKind(await everyPage('en'))
      await page.emulateMedia({ forcedColors })

      expect(await foundOn(page, pages, focusFaultsOf)).toEqual({})
      expect(await foundOn(page, pages, edgelessOf)).toEqual({})
    },
  )
})
