import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { facilitatorCardPage } from '../../views/pages/facilitator-card.ts'
import { openBrowser, openPhone } from '../support/browser.ts'
import { aFrame } from '../support/every-page.ts'
import { cardFacts, facilitatorPages } from '../support/facilitator-pages.ts'
import { faultsOn } from '../support/faults.ts'
import { written } from '../support/page-parts.ts'

// The marks are the same in both languages: one of them is enough for the checker.
const pages = Object.entries(
  facilitatorPages(aFrame(), { typed: 'Robin Vale', listed: 'First Step Tuesday' }),
).map(([name, page]) => ({ name, page }))

describe('a group leader’s pages, in a real browser on a narrow phone', () => {
  let browser: Browser
  let phone: Page

  beforeAll(async () => {
    browser = await openBrowser()
    phone = await openPhone(browser, { javaScriptEnabled: true })
    await phone.setViewportSize({ width: 320, height: 640 })
  })
  afterAll(() => browser?.close())

  it.each(pages)('have no fault that a machine can find: $name', async ({ page }) => {
    await phone.setContent(await written(page))

    expect(await faultsOn(phone)).toEqual([])
  })

  it('ask for another date only of those who pick it', async () => {
    const page = await openPhone(browser)
    await page.setContent(await written(facilitatorCardPage(aFrame(), cardFacts())))
    expect(await page.locator('[name="otherDate"]').isVisible()).toBe(false)

    await page.getByText('Another date and time').click()

    expect(await page.locator('[name="otherDate"]').isVisible()).toBe(true)
    expect(await page.getByLabel('Time', { exact: true }).isVisible()).toBe(true)
  })
})
