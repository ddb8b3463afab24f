import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { triggers } from '../../functions/triggers.ts'
import { run } from '../../local/run.ts'
import { openBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { trafficOf } from '../support/traffic.ts'

const kilobyte = 1024

/** The pages that anyone can open. What leads away from us, or back, is no page. */
const paths = triggers['serve-form'].routes
  .map((route) => route.replace('GET ', ''))
  .filter((path) => !/[{.]|exit|open/.test(path))

/** In bytes, with everything a page brings along, in a browser that has never been here. */
const mostBytes = (path: string) => {
  if (path === '/' || path === '/es') return 6 * kilobyte
  return path.endsWith('/all') ? 14 * kilobyte : 8 * kilobyte
}

describe('what a page costs on a bad line', () => {
  let browser: Browser
  let page: Page
  let traffic: Awaited<ReturnType<typeof trafficOf>>
  let product: Awaited<ReturnType<typeof run>>
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-circle-budget-'))
    product = await run({ folder, port: 3610 })
    browser = await openBrowser()
    page = await (await browser.newContext()).newPage()
    traffic = await trafficOf(page)
    // Whoever comes for the first time has nothing kept.
    await traffic.line.send('Network.setCacheDisabled', { cacheDisabled: true })
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(paths)('is few bytes, in two requests at most, and none of them elsewhere: %s', async (path) => {
    const { requests, bytes } = await traffic.during(() => page.goto(`${product.siteAddress}${path}`))

    expect(requests.length).toBeLessThanOrEqual(2)
    expect(requests.filter((url) => new URL(url).origin !== product.siteAddress)).toEqual([])
    expect(bytes).toBeGreaterThan(kilobyte)
    expect(bytes).toBeLessThanOrEqual(mostBytes(path))
  })

  it.each(['', '/es'])(
    'is as few on the way from question to question: %s/questions/1 to the check',
    async (prefix) => {
      // From here on a browser keeps what it may.
      await traffic.line.send('Network.setCacheDisabled', { cacheDisabled: false })
      const first = await traffic.during(() => page.goto(`${product.siteAddress}${prefix}/questions/1`))
      const views = [first]
      for (let number = 1; number <= 9; number += 1) {
        await fillPage(page, number)
        views.push(
          await traffic.during(() => page.locator('main form button[type="submit"]').first().click()),
        )
      }

      expect(page.url()).toBe(`${product.siteAddress}${prefix}/check`)
      // The answers, the page they lead to, and what it brings along.
      for (const { requests } of views) expect(requests.length).toBeLessThanOrEqual(3)
      for (const { bytes } of views) expect(bytes).toBeLessThanOrEqual(8 * kilobyte)
    },
  )
})
