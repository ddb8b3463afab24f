import { existsSync } from 'node:fs'

import { type Browser, type Page, chromium } from 'playwright-core'

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
]

/** A real browser. Where there is none, the tests that need it fail and say what to do: they never pass unseen. */
export const openBrowser = async (): Promise<Browser> => {
  const executablePath = places.find((place) => place && existsSync(place))
  if (!executablePath)
    throw new Error(
      'These tests need Chromium. On Debian or Ubuntu: apt-get install chromium. Elsewhere name it: CHROMIUM=/path/to/chromium npm test',
    )
  return chromium.launch({
    executablePath,
    // Root in a container has no sandbox; the rest keeps the browser from calling its maker.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A phone without JavaScript: what every page has to work on. */
export const openPhone = async (browser: Browser, { javaScriptEnabled = false } = {}): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled })
  return context.newPage()
}
