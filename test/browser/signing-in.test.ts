import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { run } from '../../local/run.ts'
import { openBrowser, openPhone } from '../support/browser.ts'
import { faultsOn } from '../support/faults.ts'
import { aFilledForm } from '../support/person.ts'

const port = 3580

describe('staff, in a real browser without JavaScript', () => {
  let browser: Browser
  let product: Awaited<ReturnType<typeof run>>
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-circle-staff-'))
    product = await run({ folder, port })
    browser = await openBrowser()
  })
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  /** A browser that writes down whatever it objects to. */
  const openDesk = async (): Promise<{ page: Page; complaints: string[] }> => {
    const page = await openPhone(browser)
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    return { page, complaints }
  }

  const linkToStaff = async (): Promise<string> => {
    await fetch(`${product.siteAddress}/intakes`, { method: 'POST', body: aFilledForm(), redirect: 'manual' })
    for (let tries = 0; tries < 100; tries += 1) {
      const mails = (await (await fetch(`${product.mailboxAddress}/emails.json`)).json()) as {
        text: string
      }[]
      const link = mails.map(({ text }) => /http:\S+\/staff\/\S+/.exec(text)?.[0]).find(Boolean)
      if (link) return link
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('No mail to staff came.')
  }

  it('open the link of an e-mail, sign in, and land on the page that it led to', async () => {
    const { page, complaints } = await openDesk()
    const link = await linkToStaff()

    await page.goto(link)
    expect(await page.locator('main').textContent()).toContain('stands in for the real sign-in')
    await page.getByRole('button', { name: 'Ada Brook, coordinator' }).click()

    expect(page.url()).toBe(link)
    expect(await page.locator('header').textContent()).toContain('Ada Brook, coordinator')
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
  })

  it('sign out here and at the issuer, and are asked who they are the next time', async () => {
    const { page, complaints } = await openDesk()
    await page.goto(`${product.siteAddress}/staff`)
    await page.getByRole('button', { name: 'Sam Ortiz, admin' }).click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    expect(await page.locator('h1').textContent()).toBe('You are signed out')

    await page.getByRole('link', { name: 'Sign out of the sign-in service' }).click()
    await page.getByRole('button', { name: 'Yes, sign me out' }).click()

    expect(await page.locator('h1').textContent()).toBe('Who do you want to be?')
    expect(complaints).toEqual([])
  })

  it('may be someone else after signing out, without signing out at the issuer', async () => {
    const { page, complaints } = await openDesk()
    await page.goto(`${product.siteAddress}/staff`)
    await page.getByRole('button', { name: 'Ada Brook, coordinator' }).click()
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByRole('link', { name: 'Go to the staff pages' }).click()
    await page.getByRole('button', { name: 'Sam Ortiz, admin' }).click()

    expect(await page.locator('header').textContent()).toContain('Sam Ortiz, admin')
    expect(complaints).toEqual([])
  })

  it('have pages with no fault that a machine can find, which fit a narrow phone', async () => {
    const page = await openPhone(browser, { javaScriptEnabled: true })
    await page.setViewportSize({ width: 320, height: 640 })
    const faults = async () => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      return faultsOn(page)
    }

    await page.goto(`${product.siteAddress}/staff`)
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: 'Ada Brook, coordinator' }).click()
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    expect(await faults()).toEqual([])
  })
})
