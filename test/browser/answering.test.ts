import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openBrowser, openPhone } from '../support/browser.ts'
import { everyPage } from '../support/every-page.ts'
import { faultsOn } from '../support/faults.ts'

const isAboutAPlace = (name: string) => /^(offer|place|check-in|stop|status|details|own)/.test(name)
/** Of pages that differ in their words alone, one is enough for what takes a second to look at. */
const differsInWords = (name: string) =>
  /^(own (stop|withdraw|erase|consents), (?!scheduled)|own (contact saved|contact stopped)|place online|place gone, (?!no-answer)|status, (?!offered|wrong)|check-in, .*(going|stop|another|, by))/.test(
    name,
  )

const pages = Object.entries(await everyPage('en'))
  .map(([name, page]) => ({ name, page }))
  .filter(({ name }) => isAboutAPlace(name))

const shapes = pages.filter(({ name }) => !differsInWords(name))

const pageNamed = (wanted: string) => pages.find(({ name }) => name === wanted)?.page ?? ''

describe('what a person answers by a private link, in a real browser on a narrow phone', () => {
  let browser: Browser
  let phone: Page
  let withoutScript: Page

  beforeAll(async () => {
    browser = await openBrowser()
    phone = await openPhone(browser, { javaScriptEnabled: true })
    await phone.setViewportSize({ width: 320, height: 640 })
    withoutScript = await openPhone(browser)
  })
  afterAll(() => browser?.close())

  it.each(shapes)('has no fault that a machine can find: $name', async ({ page }) => {
    await phone.setContent(page)

    expect(await faultsOn(phone)).toEqual([])
  })

  it('asks who may be told only of those who say yes, and what next only of those who say no', async () => {
    await withoutScript.setContent(pageNamed('offer'))
    const asks = async () => [
      await withoutScript.getByText('May we tell the leader').isVisible(),
      await withoutScript.getByText('Should we look for another group?').isVisible(),
    ]

    expect(await asks()).toEqual([false, false])
    await withoutScript.getByText('Yes, I would like to go').click()
    expect(await asks()).toEqual([true, false])
    await withoutScript.getByText('No, not this one').click()
    expect(await asks()).toEqual([false, true])
  })

  it('shows help as soon as "I need help now" is ticked, and before the question when it was tapped in the mail', async () => {
    const help = () => withoutScript.locator('main').getByText('Call or text 988')
    await withoutScript.setContent(pageNamed('check-in'))
    expect(await help().isVisible()).toBe(false)
    await withoutScript.getByText('I need help now').click()
    expect(await help().isVisible()).toBe(true)

    await withoutScript.setContent(pageNamed('check-in, tapped'))
    const place = async (text: string) => (await withoutScript.getByText(text).first().boundingBox())?.y ?? 0
    expect(await place('You do not have to wait for us')).toBeLessThan(await place('How are things for you?'))
  })
})
