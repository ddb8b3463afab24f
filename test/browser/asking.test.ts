import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { run } from '../../local/run.ts'
import { openBrowser, openPhone } from '../support/browser.ts'
import { faultsOn } from '../support/faults.ts'

const port = 3570

interface Mail {
  to: string[]
  subject: string
  text: string
}

/** Ticks and types what a person answers; labels are what a person sees, names only tell like ones apart. */
const fillIn = async (
  page: Page,
  given: { safety?: string; age?: string; topic: string; wish?: string; email?: string },
) => {
  const tick = (name: string, value: string) => page.locator(`[name="${name}"][value="${value}"]`).check()
  await tick('safety', given.safety ?? 'safe')
  await tick('who', 'me')
  await tick('age', given.age ?? '25-64')
  await tick('topics', given.topic)
  await tick('meet', 'in-person')
  await page
    .getByLabel(/ZIP code|código postal/i)
    .first()
    .fill('95112')
  await tick('times', 'weekday-evening')
  if (given.wish) {
    await page.locator('details:has([name^="wish-"]) > summary').first().click()
    await tick(`wish-${given.wish}`, 'must')
  }
  await page.locator('[name="name"]').fill('Robin Vale')
  await tick('contact', 'email')
  await page.locator('[name="email"]').fill(given.email ?? 'robin.vale@example.org')
  await tick('emailPrivacy', 'private')
  await tick('consentKeep', 'yes')
  await tick('consentShare', 'ask-first')
}

describe('in a real browser, on a phone, without JavaScript', () => {
  let browser: Browser
  let page: Page
  let withChecker: Page
  let product: Awaited<ReturnType<typeof run>>
  let folder = ''
  const complaints: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-circle-browser-'))
    product = await run({ folder, port })
    browser = await openBrowser()
    page = await openPhone(browser)
    // The checker is a script of its own; the pages themselves run none.
    withChecker = await openPhone(browser, { javaScriptEnabled: true })
    await withChecker.setViewportSize({ width: 320, height: 640 })
    page.on('console', (message) => complaints.push(message.text()))
    withChecker.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  })
  afterEach(() => void complaints.splice(0))
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  /** Waits for the mail as a person would: by looking into the mailbox until it is there. */
  const mailTo = async (address: string, about = ''): Promise<Mail> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const mails = (await (await fetch(`${product.mailboxAddress}/emails.json`)).json()) as Mail[]
      const mail = mails.find(({ to, subject }) => to.includes(address) && subject.includes(about))
      if (mail) return mail
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`No mail to ${address} came.`)
  }

  it('a person asks, keeps the code, reads the mail and opens the details', async () => {
    await page.goto(`${product.siteAddress}/`)
    await page.locator('main a[href="/all"]').first().click()
    await fillIn(page, { topic: 'drinking', wish: 'twelve-step' })
    await page.locator('form.intake button[type="submit"]').click()

    const [reference, code] = await page.locator('.reference').allTextContents()
    expect(reference).toMatch(/^\s*\w{3}-\w{3}-\w{3}\s*$/)
    const mail = await mailTo('robin.vale@example.org')
    expect(mail.text).toContain('Willow Street Evening Steps')

    await page.goto(/http:\S+\/status\/\S+/.exec(mail.text)?.[0] ?? '')
    expect(await page.locator('main').textContent()).not.toContain('Willow Street')
    await page.locator('[name="code"]').fill(String(code).trim())
    await page.locator('main form button').click()
    expect(await page.locator('main').textContent()).toContain('Willow Street Evening Steps')
    expect(complaints).toEqual([])
  })

  it('a link in the mailbox opens outside its frame, where the code can be sent', async () => {
    await page.goto(`${product.siteAddress}/all`)
    await fillIn(page, { topic: 'drinking', email: 'opens.mail@example.org' })
    await page.locator('form.intake button[type="submit"]').click()
    const [, code] = await page.locator('.reference').allTextContents()
    await mailTo('opens.mail@example.org')

    await page.goto(product.mailboxAddress)
    const mail = page.locator('article', { hasText: 'To opens.mail@example.org' }).last()
    const opened = page.context().waitForEvent('page')
    await mail.frameLocator('iframe').getByRole('link', { name: 'See where things are' }).click()
    const status = await opened
    await status.locator('[name="code"]').fill(String(code).trim())
    await status.locator('main form button').click()

    expect(await status.locator('main').textContent()).toContain('Willow Street Evening Steps')
    expect(page.url()).toBe(`${product.mailboxAddress}/`)
    // A page that lies behind another is drawn once a second.
    await status.close()
  })

  it('a mistake is named beside its field, and nothing that was typed is lost', async () => {
    await page.goto(`${product.siteAddress}/all`)
    await fillIn(page, { topic: 'drinking' })
    await page
      .getByLabel(/ZIP code/i)
      .first()
      .fill('9511')
    await page.locator('form.intake button[type="submit"]').click()

    expect(await page.title()).toMatch(/^Error: /)
    const summary = page.locator('[role="alert"]')
    expect(await summary.textContent()).toContain('Enter a ZIP code with 5 numbers')
    expect(
      await page
        .getByLabel(/ZIP code/i)
        .first()
        .inputValue(),
    ).toBe('9511')
    expect(await page.locator('[name="name"]').inputValue()).toBe('Robin Vale')
    expect(await page.locator('[name="topics"][value="drinking"]').isChecked()).toBe(true)
  })

  it('someone who is not safe meets the help lines before anything is sent', async () => {
    await page.goto(`${product.siteAddress}/all`)
    await fillIn(page, { safety: 'might-hurt', topic: 'low-mood', email: 'unsafe@example.org' })
    await page.locator('form.intake button[type="submit"]').click()

    expect(await page.locator('main').textContent()).toContain('988')
    expect(await page.locator('.reference').count()).toBe(0)
    await page.locator('main form button').click()
    const [reference = ''] = await page.locator('.reference').allTextContents()
    expect((await mailTo('intake@riverside.example.org', reference.trim())).subject).toContain('read first')
  })

  it('someone of sixteen is shown other help, and no reference', async () => {
    await page.goto(`${product.siteAddress}/es/all`)
    await fillIn(page, { age: '13-17', topic: 'low-mood' })
    await page.locator('form.intake button[type="submit"]').click()

    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    expect(await page.locator('.reference').count()).toBe(0)
    expect(await page.locator('main').textContent()).toContain('988')
  })

  it.each(['/all', '/es/all', '/nowhere'])(
    '%s has no fault that a machine can find, and fits a narrow phone',
    async (path) => {
      const answer = await withChecker.goto(`${product.siteAddress}${path}`)

      expect(await faultsOn(withChecker)).toEqual([])
      expect(await withChecker.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      expect(complaints.filter((text) => answer?.status() === 200 || !text.includes('404'))).toEqual([])
    },
  )
})
