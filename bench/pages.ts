import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Browser, Page } from 'playwright-core'

import { openBrowser } from '../test/support/browser.ts'
import { fillPage } from '../test/support/fill-page.ts'
import { trafficOf } from '../test/support/traffic.ts'
import type { Bench } from './run.ts'

const port = 3495
const site = `http://localhost:${port}`
const server = fileURLToPath(new URL('../test/support/run-local.ts', import.meta.url))

/** A phone on a bad line: 400 kbit/s each way, two seconds until an answer begins, a processor four times slower. */
const slow3g = { bitsPerSecond: 400_000, latencyMs: 2_000, cpuTimesSlower: 4 }
const firstViews = 11

interface View {
  /** From the tap until all of the page has come, redirects included. */
  waitedMs: number
  /** Until all of it has come and is painted: then it can be read and pressed, whether or not a script is still to come. */
  usableMs: number
  requests: number
  bytes: number
}

/** A browser that has never been here, on that line. `view` tells of the page that an action leads to. */
const openSlowPhone = async (browser: Browser) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const { line, during } = await trafficOf(page)
  const { bitsPerSecond, latencyMs, cpuTimesSlower } = slow3g
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bitsPerSecond / 8,
    uploadThroughput: bitsPerSecond / 8,
  })
  await line.send('Emulation.setCPUThrottlingRate', { rate: cpuTimesSlower })

  const view = async (act: () => Promise<unknown>): Promise<View> => {
    const { requests, bytes } = await during(act)
    // The entries of the browser's own clock, which begins with the tap.
    const [waitedMs = 0, paintedMs = 0] = await page.evaluate<number[]>(
      `[performance.getEntriesByType('navigation')[0].responseEnd, performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0]`,
    )
    return { waitedMs, usableMs: Math.max(waitedMs, paintedMs), requests: requests.length, bytes }
  }
  return { page, view, close: () => context.close() }
}

const sum = (views: readonly View[]) =>
  Math.round(views.reduce((total, { waitedMs }) => total + waitedMs, 0) / 100) / 10

const goOn = (page: Page) => page.locator('main form button[type="submit"]').first().click()

/** From the first page to the reference, by the nine pages. */
const pageByPage = async (browser: Browser) => {
  const { page, view, close } = await openSlowPhone(browser)
  const views = [await view(() => page.goto(site))]
  views.push(await view(() => page.locator('main a[href="/questions/1"]').first().click()))
  for (let number = 1; number <= 9; number += 1) {
    await fillPage(page, number)
    views.push(await view(() => goOn(page)))
  }
  views.push(await view(() => page.locator('.send button').click()))
  if ((await page.locator('.reference').count()) === 0) throw new Error('The form was not taken.')
  await close()
  return views
}

/** The same by the form on one page. */
const allOnOne = async (browser: Browser) => {
  const { page, view, close } = await openSlowPhone(browser)
  const views = [await view(() => page.goto(site))]
  views.push(await view(() => page.locator('main a[href="/all"]').first().click()))
  for (let number = 1; number <= 9; number += 1) await fillPage(page, number)
  views.push(await view(() => page.locator('form.intake button[type="submit"]').click()))
  if ((await page.locator('.reference').count()) === 0) throw new Error('The form was not taken.')
  await close()
  return views
}

const firstView = async (browser: Browser) => {
  const { page, view, close } = await openSlowPhone(browser)
  const seen = await view(() => page.goto(site))
  await close()
  return seen
}

export const pages: Bench = {
  measures: `a phone on slow 3G (${slow3g.bitsPerSecond / 1000} kbit/s, ${slow3g.latencyMs / 1000} s until an answer begins, CPU ${slow3g.cpuTimesSlower} times slower) opens the first page, and goes the whole way`,
  run: async (tell) => {
    const folder = mkdtempSync(join(tmpdir(), 'open-circle-pages-'))
    const child = spawn(process.execPath, [server, folder, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => String(chunk).includes('ready') && resolve())
    })
    child.stdout.resume()
    const browser = await openBrowser()
    try {
      const first: View[] = []
      for (let times = 0; times < firstViews; times += 1) first.push(await firstView(browser))
      const usable = first.map(({ usableMs }) => usableMs).toSorted((one, other) => one - other)
      const [seen] = first
      const steps = await pageByPage(browser)
      const one = await allOnOne(browser)
      const heaviest = [...steps, ...one].toSorted((a, b) => b.bytes - a.bytes)[0]
      tell(`page by page: ${steps.map(({ waitedMs }) => (waitedMs / 1000).toFixed(1)).join(' + ')} s`)
      tell(`all on one: ${one.map(({ waitedMs }) => (waitedMs / 1000).toFixed(1)).join(' + ')} s`)
      return {
        first_view_ms: Math.round(usable[Math.floor(usable.length / 2)] ?? 0),
        first_view_fastest_ms: Math.round(usable[0] ?? 0),
        first_view_bytes: seen?.bytes ?? 0,
        first_view_requests: seen?.requests ?? 0,
        page_by_page_seconds: sum(steps),
        page_by_page_bytes: steps.reduce((total, { bytes }) => total + bytes, 0),
        all_on_one_seconds: sum(one),
        all_on_one_bytes: one.reduce((total, { bytes }) => total + bytes, 0),
        heaviest_page_bytes: heaviest?.bytes ?? 0,
      }
    } finally {
      await browser.close()
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
