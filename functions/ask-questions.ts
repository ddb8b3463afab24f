import type { Made } from '../adapters/outside.ts'
import { chance, minors, organisation, seals, watch } from '../adapters/parts.ts'
import { pageOfNumber } from '../domain/form/question-pages.ts'
import { notFound } from '../views/pages/message.ts'
import { pageAnswer } from './shared/answer.ts'
import { showHelp, showYoung } from './shared/asking/show-between.ts'
import { showCheck } from './shared/asking/show-check.ts'
import { showQuestions } from './shared/asking/show-questions.ts'
import { stop } from './shared/asking/stop.ts'
import { takeAnswers } from './shared/asking/take-answers.ts'
import { unlessClosed } from './shared/closing.ts'
import { type Request, frameOf, httpHandler } from './shared/http-handler.ts'

const needs = { chance, clock: watch, minors, organisation, seals }

/**
 * The question pages, one after the other. The person's browser keeps the answers, sealed; nothing is stored, and this
 * function could not: it may read the keys of the seals and nothing else.
 */
export const askQuestions = (request: Request, adapters: Made<typeof needs>) => {
  const frame = frameOf(request, adapters)
  const isPost = request.route.startsWith('POST ')
  const [, first, second = ''] = frame.path.split('/')
  if (first === 'check') return showCheck(request, adapters)
  if (second === 'stop' && isPost) return stop(request, adapters)
  if (second === 'help' && !isPost) return showHelp(request, adapters)
  if (second === 'young' && !isPost) return showYoung(request, adapters)
  const page = pageOfNumber(second)
  // The address may be anything at all: it is not repeated in the page, nor in its language link.
  if (!page) return pageAnswer(404, notFound({ ...frame, path: '/' }))
  return isPost ? takeAnswers(request, page, adapters) : showQuestions(request, page, adapters)
}

export const handler = httpHandler(needs, unlessClosed(askQuestions))
