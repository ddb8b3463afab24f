import type { Page } from 'playwright-core'

/** Answers one of the nine pages, or its part of the form on one page: all that a person has to tick and type. */
export const fillPage = async (page: Page, number: number) => {
  const tick = (name: string, value: string) => page.locator(`[name="${name}"][value="${value}"]`).check()
  switch (number) {
    case 1:
      await tick('who', 'me')
      return tick('age', '25-64')
    case 2:
      return tick('safety', 'safe')
    case 3:
      return tick('topics', 'worry')
    case 4:
      await tick('meet', 'in-person')
      await page.locator('#zip').fill('95112')
      return tick('times', 'weekend')
    case 6:
      await page.locator('#name').fill('Robin Vale')
      await tick('contact', 'call')
      return tick('contact', 'email')
    case 7:
      await page.locator('#phone').fill('312 555 0123')
      await tick('voicemail', 'no-message')
      await page.locator('#email').fill('robin.vale@example.org')
      return tick('emailPrivacy', 'shared')
    case 9:
      await tick('consentKeep', 'yes')
      return tick('consentShare', 'ask-first')
  }
}
