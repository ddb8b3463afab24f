import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { languages } from '../../domain/person/language.ts'
import { openBrowser } from '../support/browser.ts'
import { everyPage } from '../support/every-page.ts'
import { faultsOn } from '../support/faults.ts'
import { denseTextOf, edgelessOf, focusFaultsOf, overflowsOf, smallTargetsOf } from '../support/look.ts'
import { foundOn } from '../support/page-gates.ts'

const widths = [320, 1280]
const looks = { overflowsOf, smallTargetsOf, focusFaultsOf, edgelessOf, denseTextOf }

describe.each(
  languages.flatMap((language) =>
    widths.flatMap((width) =>
      (['none', 'active'] as const).map((forcedColors) => ({ language, width, forcedColors })),
    ),
  ),
)('every page in $language, $width pixels wide, forced colours $forcedColors', (seen) => {
  const { language, width, forcedColors } = seen
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const openPage = async () =>
    (await browser.newContext({ viewport: { width, height: 640 }, forcedColors })).newPage()

  it.each(Object.entries(looks))('has nothing that can be measured to be wrong: %s', async (_, look) => {
    expect(await foundOn(await openPage(), await everyPage(language), look)).toEqual({})
  })

  // What a reader's own colours are, no checker of contrast can know.
  it.runIf(forcedColors === 'none')('has no fault that a machine can find', async () => {
    expect(await foundOn(await openPage(), await everyPage(language), (page) => faultsOn(page))).toEqual({})
  })
})
