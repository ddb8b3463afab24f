import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'

import { writeKept } from '../../local/kept-file.ts'
import { run } from '../../local/run.ts'
import { openBrowser, openPhone } from './browser.ts'
import { aFilledForm } from './person.ts'

export interface Mail {
  at: string
  to: string[]
  subject: string
  text: string
  headers: { name: string; value: string }[]
}

type Steps = readonly ('hour' | 'day' | 'three-days' | 'week')[]

export const staffDesk = 'intake@riverside.example.org'

/**
 * The whole product as `npm start` runs it, from nine on a Monday morning by the clock of its office, with the people who
 * meet it: each has a browser of their own, without JavaScript, and reads their own mail.
 */
export const openMorning = async (port: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'open-circle-morning-'))
  writeKept(join(folder, 'clock.json'), { movedByMs: Date.parse('2027-01-11T17:05:00Z') - Date.now() })
  const product = await run({ folder, port })
  const browser: Browser = await openBrowser()
  const pages = new Map<string, Page>()

  const pageOf = async (who: string) => {
    const page = pages.get(who) ?? (await openPhone(browser))
    pages.set(who, page)
    return page
  }
  const mails = async () => (await (await fetch(`${product.mailboxAddress}/emails.json`)).json()) as Mail[]

  /** The newest e-mail to someone that says this, of those after the first `known`; waits for it as a person would. */
  const mailTo = async (address: string, about: RegExp, known = 0): Promise<Mail> => {
    for (let tries = 0; tries < 150; tries += 1) {
      const found = (await mails())
        .slice(known)
        .findLast(({ to, subject, text }) => to.includes(address) && about.test(`${subject}\n${text}`))
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`No mail to ${address} says ${String(about)}.`)
  }

  return {
    mails,
    mailTo,
    pageOf,
    siteAddress: product.siteAddress,

    /** Moves the clock of the mailbox, as its buttons do. */
    async wait(...steps: Steps) {
      for (const step of steps)
        await fetch(`${product.mailboxAddress}/clock`, {
          method: 'POST',
          body: new URLSearchParams({ step }),
          redirect: 'manual',
        })
    },

    async asks(given: Parameters<typeof aFilledForm>[0]): Promise<string> {
      const page = await pageOf('someone who asks')
      const sent = await fetch(`${product.siteAddress}/intakes`, {
        method: 'POST',
        body: aFilledForm(given),
        redirect: 'manual',
      })
      await page.goto(`${product.siteAddress}${sent.headers.get('location') ?? ''}`)
      return (await page.locator('.reference').first().textContent())?.trim() ?? ''
    },

    /** Opens a request in the console, and signs in where that has to be done again. */
    async staffOpens(reference: string, name = 'Ada Brook, coordinator'): Promise<Page> {
      const page = await pageOf(name)
      await page.goto(`${product.siteAddress}/staff/intakes/${reference}`)
      const account = page.getByRole('button', { name })
      if ((await account.count()) > 0) await account.click()
      return page
    },

    /** Follows the first link of an e-mail that leads there. */
    async follows(who: string, mail: Mail, where: string): Promise<Page> {
      const page = await pageOf(who)
      await page.goto(new RegExp(`http:\\S+/${where}/\\S+`).exec(mail.text)?.[0] ?? '')
      return page
    },

    async close() {
      await browser.close()
      await product.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Morning = Awaited<ReturnType<typeof openMorning>>
