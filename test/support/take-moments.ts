import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { openBrowser } from './browser.ts'
import { everyPage } from './every-page.ts'

/*
 * `npm run moments`: takes the three pictures of the README anew, of the pages as they are.
 */

/** What a person remembers: being asked kindly, being asked rather than told, and being asked again months later. */
const moments = { asking: 'start', offered: 'offer', 'months-later': 'check-in' }

const folder = join(import.meta.dirname, '..', '..', 'docs', 'moments')
mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
const pages = await everyPage('en')
for (const [name, page] of Object.entries(moments)) {
  const phone = await browser.newPage({ viewport: { width: 360, height: 720 } })
  await phone.setContent(pages[page] ?? '')
  await phone.screenshot({ path: join(folder, `${name}.png`) })
  await phone.close()
}
await browser.close()
