import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { WrittenLetter } from '../../local/letters/written.ts'
import { openBrowser, openPhone } from './browser.ts'
import { everyCriterion, faultsOn } from './faults.ts'

const grounds = { light: 'rgb(255, 255, 255)', dark: 'rgb(26, 34, 32)' }

/** Holds letters to what can be seen of them on a phone, by day and by night. */
export const lettersHold = (letters: readonly WrittenLetter[]) =>
  describe.each(['light', 'dark'] as const)('a letter on a phone, in a %s mail program', (theme) => {
    let browser: Browser
    let phone: Page

    beforeAll(async () => {
      browser = await openBrowser()
      phone = await openPhone(browser, { javaScriptEnabled: true })
      await phone.emulateMedia({ colorScheme: theme })
    })
    afterAll(() => browser?.close())

    it.each(letters)('has no fault that a machine can find: $id', async ({ letter }) => {
      await phone.setContent(letter.html)

      // It stands in a program of its own: what is good practice for whole pages is not asked of it.
      expect(await faultsOn(phone, everyCriterion)).toEqual([])
    })

    it('fits, is as dark or as light as that program, and has nothing that is hard to press', async () => {
      for (const { id, letter } of letters) {
        await phone.setContent(letter.html)
        const seen = await phone.evaluate(`({
          width: document.documentElement.scrollWidth,
          ground: getComputedStyle(document.querySelector('.sheet')).backgroundColor,
          small: [...document.querySelectorAll('a')]
            .map((one) => [one.className, one.getBoundingClientRect().height])
            .filter(([name, height]) => height < (name === 'link' ? 44 : 48)),
        })`)

        expect([id, seen]).toEqual([id, { width: 360, ground: grounds[theme], small: [] }])
      }
    })
  })
