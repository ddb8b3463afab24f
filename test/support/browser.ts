import { existsSync } from 'node:fs'

import { type Browser, type Page, chromium } from 'playwright-core'

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
]

/** Pages that say `no-store` too, as people's Chrome keeps them unless a cookie changed in the meantime. */
const keepingPages =
  '--enable-features=CacheControlNoStoreEnterBackForwardCache:level/restore-unless-http-only-cookie-change'

/**
 * What a browser without a face has no use for, or would ask its maker about. The drawer under the address bar is a page of
 * its own in every window, and takes a third of the time. Of several such lists the last one counts, so Playwright's stands in it too.
 */
const leftOut = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
].join()

/** A real browser, which keeps pages as they were for Back if it is asked to. Where there is none, the tests that need it fail and say what to do: they never pass unseen. */
export const openBrowser = async ({ keepsPages = false } = {}): Promise<Browser> => {
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
      `--disable-features=${leftOut}`,
      ...(keepsPages ? [keepingPages] : []),
    ],
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  })
}

/** A phone without JavaScript: what every page has to work on. */
export const openPhone = async (browser: Browser, { javaScriptEnabled = false } = {}): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled })
  return context.newPage()
}
