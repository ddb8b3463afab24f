import type { Made } from '../adapters/outside.ts'
import { chance, organisation } from '../adapters/parts.ts'
import type { Frame } from '../views/frame.ts'
import type { Html } from '../views/html.ts'
import { accessibilityPage } from '../views/pages/accessibility.ts'
import { stoppedPage } from '../views/pages/asking-ended.ts'
import { formPage } from '../views/pages/form.ts'
import { helpLinesPage } from '../views/pages/help-lines.ts'
import { notFound } from '../views/pages/message.ts'
import { notForPage } from '../views/pages/not-for.ts'
import { privacyPage } from '../views/pages/privacy.ts'
import { safetyPage } from '../views/pages/safety.ts'
import { startPage } from '../views/pages/start.ts'
import { under13Page } from '../views/pages/under-13.ts'
import { under18Page } from '../views/pages/under-18.ts'
import { pageAnswer } from './shared/answer.ts'
import { type Request, frameOf, httpHandler } from './shared/http-handler.ts'

const needs = { chance, organisation }

/** By their English path; the Spanish ones have the same behind `/es`. */
const pages: ReadonlyMap<string, (frame: Frame) => Html> = new Map([
  ['/now', helpLinesPage],
  ['/safety', safetyPage],
  ['/privacy', privacyPage],
  ['/accessibility', accessibilityPage],
  ['/not-for', notForPage],
  ['/under-13', under13Page],
  ['/under-18', under18Page],
  ['/stopped', stoppedPage],
])

/** Pages that know nothing about anyone. This function can reach nothing but its own log. */
export const serveForm = async (request: Request, adapters: Made<typeof needs>) => {
  const frame = frameOf(request, adapters)
  if (frame.path === '/') {
    const start = await pageAnswer(200, startPage(frame))
    // The only page that people should find by searching.
    return { ...start, headers: { ...start.headers, 'x-robots-tag': 'all' } }
  }
  if (frame.path === '/all') {
    const newForm = { submissionId: adapters.chance.newId(), answers: {}, problems: [] }
    return pageAnswer(200, formPage(frame, newForm))
  }
  const page = pages.get(frame.path)
  // The address may be anything at all: it is not repeated in the page, nor in its language link.
  return page ? pageAnswer(200, page(frame)) : pageAnswer(404, notFound({ ...frame, path: '/' }))
}

export const handler = httpHandler(needs, serveForm)
