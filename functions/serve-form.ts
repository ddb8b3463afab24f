import type { Made } from '../adapters/outside.ts'
import { chance, organisation } from '../adapters/parts.ts'
import { formPage } from '../views/pages/form.ts'
import { helpLinesPage } from '../views/pages/help-lines.ts'
import { notFound } from '../views/pages/message.ts'
import { privacyPage } from '../views/pages/privacy.ts'
import { startPage } from '../views/pages/start.ts'
import { pageAnswer } from './shared/answer.ts'
import { type Request, frameOf, httpHandler } from './shared/http-handler.ts'

const needs = { chance, organisation }

/** Pages that know nothing about anyone. This function can reach nothing but its own log. */
export const serveForm = (request: Request, adapters: Made<typeof needs>) => {
  const frame = frameOf(request, adapters)
  switch (frame.path) {
    case '/':
      return pageAnswer(200, startPage(frame))
    case '/all':
      return pageAnswer(
        200,
        formPage(frame, { submissionId: adapters.chance.newId(), answers: {}, problems: [] }),
      )
    case '/now':
      return pageAnswer(200, helpLinesPage(frame))
    case '/privacy':
      return pageAnswer(200, privacyPage(frame))
    default:
      // The address may be anything at all: it is not repeated in the page, nor in its language link.
      return pageAnswer(404, notFound({ ...frame, path: '/' }))
  }
}

export const handler = httpHandler(needs, serveForm)
