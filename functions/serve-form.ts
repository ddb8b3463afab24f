import type { Made } from '../adapters/outside.ts'
import { chance, leaveTo, organisation } from '../adapters/parts.ts'
import { safetyPath } from '../views/asking-paths.ts'
import type { Frame } from '../views/frame.ts'
import type { Html } from '../views/html.ts'
import { pageScript } from '../views/page-script.ts'
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
import { type Answer, pageAnswer, scriptAnswer } from './shared/answer.ts'
import { leave, openAgain, unlessClosed } from './shared/closing.ts'
import { type Request, frameOf, httpHandler } from './shared/http-handler.ts'

const needs = { chance, leaveTo, organisation }
type Needs = Made<typeof needs>

/** By their English path; the Spanish ones have the same behind `/es`. */
const pages: ReadonlyMap<string, (frame: Frame) => Html> = new Map([
  ['/now', helpLinesPage],
  [safetyPath, safetyPage],
  ['/privacy', privacyPage],
  ['/accessibility', accessibilityPage],
  ['/not-for', notForPage],
  ['/under-13', under13Page],
  ['/under-18', under18Page],
  ['/stopped', stoppedPage],
])

const showPage = async (request: Request, adapters: Needs): Promise<Answer> => {
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

const scriptNamed = (name: string, request: Request, adapters: Needs) =>
  name === pageScript.name
    ? Promise.resolve(scriptAnswer(pageScript.text))
    : pageAnswer(404, notFound({ ...frameOf(request, adapters), path: '/' }))

/**
 * Pages that know nothing about anyone, and the way out of all pages. This function can reach nothing but its own log,
 * so whoever leaves waits for no key and no table.
 */
export const serveForm = async (request: Request, adapters: Needs): Promise<Answer> => {
  switch (request.route) {
    case 'GET /exit':
      return leave(adapters.leaveTo)
    case 'GET /open':
      return openAgain(request)
    case 'GET /script/{name}':
      return scriptNamed(request.path.replace('/script/', ''), request, adapters)
    default:
      return unlessClosed(showPage)(request, adapters)
  }
}

export const handler = httpHandler(needs, serveForm)
