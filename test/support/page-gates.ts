import type { Page } from 'playwright-core'

import { tagsIn } from './page-parts.ts'

type Pages = Readonly<Record<string, string>>

/** So few pages that every kind of element is on one of them: for what depends on the kind and not on the words. */
export const pagesOfEveryKind = (pages: Pages): Pages => {
  const known = new Set<string>()
  return Object.fromEntries(
    Object.entries(pages).filter(([, markup]) => {
      const kinds = tagsIn(markup).map(
        ({ name, attributes }) => `${name} ${attributes['class'] ?? ''} ${attributes['type'] ?? ''}`,
      )
      const isNew = kinds.some((kind) => !known.has(kind))
      for (const kind of kinds) known.add(kind)
      return isNew
    }),
  )
}

/** What is found, page by page; nothing of those on which nothing is. */
export const foundOn = async (
  page: Page,
  pages: Pages,
  look: (page: Page) => Promise<readonly unknown[]>,
) => {
  const found: Record<string, readonly unknown[]> = {}
  for (const [name, markup] of Object.entries(pages)) {
    await page.setContent(markup)
    const faults = await look(page)
    if (faults.length > 0) found[name] = faults
  }
  return found
}
