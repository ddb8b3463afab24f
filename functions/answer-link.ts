import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  emailQueue,
  emails,
  groups,
  identifiers,
  intakeQueue,
  intakes,
  links,
  moment,
  office,
  organisation,
  referrals,
  site,
  tombstones,
  trail,
} from '../adapters/parts.ts'
import { notFound } from '../views/pages/message.ts'
import { type Answer, pageAnswer } from './shared/answer.ts'
import { unlessClosed } from './shared/closing.ts'
import { type Request, frameOf, httpHandler } from './shared/http-handler.ts'
import { answerCheckIn, showCheckIn } from './shared/person/answer-check-in.ts'
import { answerOffer } from './shared/person/answer-offer.ts'
import { showOffer } from './shared/person/open-offer.ts'
import { showStop, stop } from './shared/person/stop-asking.ts'
import { showConfirmation } from './shared/show-confirmation.ts'
import { answerStatus } from './shared/status/answer-status.ts'
import { showStatus } from './shared/status/show-status.ts'

const needs = {
  chance,
  clock,
  commit,
  emailQueue,
  emails,
  groups,
  identifiers,
  intakeQueue,
  intakes,
  links,
  moment,
  office,
  organisation,
  referrals,
  site,
  tombstones,
  trail,
}
type Needs = Made<typeof needs>

/** What a private link opens. GET shows and changes nothing; POST acts. */
export const answerLink = (request: Request, adapters: Needs): Promise<Answer> => {
  switch (request.route) {
    case 'GET /sent/{token}':
      return showConfirmation(request, adapters)
    case 'GET /status/{token}':
      return showStatus(request, adapters)
    case 'POST /status/{token}':
      return answerStatus(request, adapters)
    case 'GET /offer/{token}':
      return showOffer(request, adapters)
    case 'POST /offer/{token}':
      return answerOffer(request, adapters)
    case 'GET /check-in/{token}':
      return showCheckIn(request, adapters)
    case 'POST /check-in/{token}':
      return answerCheckIn(request, adapters)
    case 'GET /stop/{token}':
      return showStop(request, adapters)
    case 'POST /stop/{token}':
      return stop(request, adapters)
    default:
      return pageAnswer(404, notFound({ ...frameOf(request, adapters), path: '/' }))
  }
}

export const handler = httpHandler(needs, unlessClosed(answerLink))
