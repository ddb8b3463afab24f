import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** All of WCAG 2.2 at AA that a machine can judge. */
const doubleA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What the checker finds wrong on a page as it stands: each rule with the elements that break it. The checker runs in the
 * page itself: the builder that is made for Playwright opens a second page for each, of use to frames, which ours have not.
 */
export const faultsOn = async (
  page: Page,
  tags: readonly string[] = doubleA,
): Promise<[string, string[]][]> => {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  const options = JSON.stringify({ runOnly: tags, resultTypes: ['violations'] })
  return page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) =>
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]))`,
  )
}
