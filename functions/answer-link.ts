import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  identifiers,
  intakes,
  links,
  office,
  organisation,
  referrals,
  site,
  tombstones,
  trail,
} from '../adapters/parts.ts'
import type { Answer } from './shared/answer.ts'
import { type Request, httpHandler } from './shared/http-handler.ts'
import { showConfirmation } from './shared/show-confirmation.ts'
import { openDetails, showStatus } from './shared/show-status.ts'

const needs = {
  chance,
  clock,
  commit,
  identifiers,
  intakes,
  links,
  office,
  organisation,
  referrals,
  site,
  tombstones,
  trail,
}

/** What a private link opens. GET shows and changes nothing; POST acts. */
export const answerLink = (request: Request, adapters: Made<typeof needs>): Promise<Answer> => {
  if (request.route === 'GET /sent/{token}') return showConfirmation(request, adapters)
  return request.route === 'POST /status/{token}'
    ? openDetails(request, adapters)
    : showStatus(request, adapters)
}

export const handler = httpHandler(needs, answerLink)
