import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { TableName } from '../../adapters/tables.ts'
import { came } from '../../domain/way/steps/attendance.ts'
import { apiEvent } from '../../local/api-event.ts'
import { localTables } from '../../local/create-tables.ts'
import { openBrowser } from '../support/browser.ts'
import { type Product, openProduct } from '../support/product.ts'
import { aLedGroup, withAPlace, yes } from '../support/with-a-place.ts'

const site = 'http://localhost:3000'

// The keys are the names of our tables.
const tables = Object.keys(localTables) as TableName[]

/** A browser that runs scripts and has no screen, as scanners of mail do; the product answers it without a server. */
const openScanner = async (browser: Browser, product: Product) => {
  const context: BrowserContext = await browser.newContext()
  const posts: string[] = []
  await context.route('**/*', async (route) => {
    const request = route.request()
    const { origin, pathname, search } = new URL(request.url())
    if (origin !== site) return route.abort()
    if (request.method() === 'POST') posts.push(pathname)
    const path = `${pathname}${search}`
    const answer =
      request.method() === 'POST'
        ? await product.postForm(path, new URLSearchParams(request.postData() ?? ''))
        : await product.get(path)
    return route.fulfill({ status: answer.status, headers: { ...answer.headers }, body: answer.body })
  })
  return { page: await context.newPage(), posts }
}

describe('whatever opens the links of a mail before its reader does', () => {
  let product: Product
  let browser: Browser
  let scanner: Awaited<ReturnType<typeof openScanner>>
  let place: ReturnType<typeof withAPlace>
  const opened = new Set<string>()

  beforeAll(async () => {
    product = await openProduct()
    await product.addGroups(aLedGroup())
    place = withAPlace(product)
    browser = await openBrowser()
    scanner = await openScanner(browser, product)
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })

  const links = () => [
    ...new Set(product.mails().flatMap(({ text }) => text.match(/http:\/\/localhost:3000\S+/g) ?? [])),
  ]
  /** All that is kept, and all that was sent. What is over goes by itself, when DynamoDB comes round to it. */
  const everything = async () => {
    await product.settle()
    const now = product.clock.now() / 1000
    const isOver = ({ expiresAt = Infinity }: { expiresAt?: unknown }) => Number(expiresAt) < now
    const rows = await Promise.all(
      tables.map(async (table) => (await product.rows(table)).filter((row) => !isOver(row))),
    )
    return { rows, mails: product.mails().length }
  }

  /** Opens each link of each mail: twice by itself, by asking for its headers, and in a browser. */
  const openAll = async () => {
    for (const link of links()) {
      const { pathname, search } = new URL(link)
      opened.add(pathname.split('/')[1] ?? '')
      await product.get(`${pathname}${search}`)
      await product.get(`${pathname}${search}`, { purpose: 'prefetch', 'sec-purpose': 'prefetch' })
      // No function of ours is asked for headers alone: the gateway answers that by itself.
      expect(apiEvent({ method: 'HEAD', url: new URL(link), headers: {}, body: Buffer.alloc(0) })).toBeNull()
      await scanner.page.goto(link).catch(() => null)
    }
  }

  const changesNothing = async () => {
    const before = await everything()
    await openAll()
    expect(await everything()).toEqual(before)
    expect(scanner.posts).toEqual([])
  }

  it('changes nothing, from the receipt to the question how it goes', async () => {
    const { reference, path } = await place.offered()
    await changesNothing()
    await place.answers(path, yes)
    await changesNothing()
    await place.getsFirstDay(reference)
    await changesNothing()
    place.moveTo('2026-12-02T05:00:00Z')
    await product.sweep()
    await place.takes(reference, (standing, moment) => came(standing, 'staff', moment))
    place.moveTo('2026-12-04T18:30:00Z')
    await product.sweep()
    await changesNothing()

    expect(opened).toEqual(new Set(['status', 'offer', 'facilitator', 'staff', 'check-in', 'stop']))
  })

  it('has what was tapped picked on the page, and only the button there sends it', async () => {
    const before = await everything()
    const link = links().find((one) => one.includes('a=going-well')) ?? ''
    await scanner.page.goto(link)
    expect(await scanner.page.locator('[value="going-well"]').isChecked()).toBe(true)

    await scanner.page.locator('main form button').last().click()

    expect(scanner.posts).toEqual([new URL(link).pathname])
    expect(await everything()).not.toEqual(before)
  })
})
