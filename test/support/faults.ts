import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Page } from 'playwright-core'

/** The shorter text of it: every page that is looked at has to read all of it first. */
const checker = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** All of WCAG 2.2 that a machine can judge: A, AA and AAA, such as contrast of 7:1. */
export const everyCriterion = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What the checker finds wrong on a page as it stands: each rule with the elements that break it. The checker runs in the
 * page itself: the builder that is made for Playwright opens a second page for each, of use to frames, which ours have not.
 */
export const faultsOn = async (
  page: Page,
  tags: readonly string[] = [...everyCriterion, 'best-practice'],
): Promise<[string, string[]][]> => {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(checker)
  // From the top: what is half under the bar that stays there is no smaller for it.
  await page.evaluate('scrollTo(0, 0)')
  const options = JSON.stringify({ runOnly: tags, resultTypes: ['violations'] })
  return page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) =>
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]))`,
  )
}
