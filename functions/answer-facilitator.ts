import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  doorCodes,
  emailQueue,
  emails,
  groups,
  intakeQueue,
  intakes,
  links,
  moment,
  office,
  organisation,
  part2Notice,
  referrals,
  trail,
} from '../adapters/parts.ts'
import type { Language } from '../domain/person/language.ts'
import { type Answers, typed } from '../views/form/answers.ts'
import { linkClosed } from '../views/pages/message.ts'
import { type Answer, pageAnswer } from './shared/answer.ts'
import { sendCode, showDoor } from './shared/facilitator/door.ts'
import { openCard } from './shared/facilitator/open-card.ts'
import { type Visit, findReferred } from './shared/facilitator/referred.ts'
import { showCard } from './shared/facilitator/show-card.ts'
import { readSaid, takeStep } from './shared/facilitator/take-step.ts'
import { readFormBody } from './shared/form-body.ts'
import { type Request, frameOf, httpHandler } from './shared/http-handler.ts'

const needs = {
  chance,
  clock,
  commit,
  doorCodes,
  emailQueue,
  emails,
  groups,
  intakeQueue,
  intakes,
  links,
  moment,
  office,
  organisation,
  part2Notice,
  referrals,
  trail,
}
type Needs = Made<typeof needs>

/** No form of these pages is longer than this, however it is filled in. */
const maxBodyBytes = 4096

const sentWith = (request: Request): { sent: Answers; language: Language | undefined } => {
  const sent = readFormBody(request.bodyBytes > maxBodyBytes ? '' : request.body)
  const asked = typed(sent, 'changeLanguage') || typed(sent, 'language')
  return { sent, language: asked === 'en' || asked === 'es' ? asked : undefined }
}

/** What is said on the card. Only who typed the code lately may say anything. */
const answerCard = async (visit: Visit, adapters: Needs): Promise<Answer> => {
  const { referralId, frame, sent } = visit
  const pass = typed(sent, 'pass')
  const read = await adapters.links.read('facilitator-pass', pass)
  if (typeof read === 'string' || read.id !== referralId) return showDoor(visit, adapters, 'pass')
  const referred = await findReferred(referralId, adapters)
  if (referred === null) return pageAnswer(404, linkClosed(frame))
  const action = readSaid(sent, referred.referral, adapters)
  if (action === null) return showCard(visit, { pass }, adapters)
  if ('problem' in action) return showCard(visit, { pass, problem: action.problem }, adapters)
  const outcome = await takeStep(referralId, action.said, adapters)
  return showCard(visit, { pass, noted: outcome === 'done' ? action.said.is : 'not-possible' }, adapters)
}

/**
 * A group's leader answers a referral, without an account: the link says which, a code by e-mail says that it is they.
 * GET shows and changes nothing; POST acts.
 */
export const answerFacilitator = async (request: Request, adapters: Needs): Promise<Answer> => {
  const { sent, language } = sentWith(request)
  const frame = frameOf(request, adapters, language)
  const link = await adapters.links.read('facilitator', request.token)
  if (typeof link === 'string') return pageAnswer(404, linkClosed(frame))
  const visit: Visit = { referralId: link.id, frame, sent }
  if (request.route === 'GET /facilitator/{token}') return showDoor(visit, adapters)
  switch (typed(sent, 'action')) {
    case 'send-code':
      return sendCode(visit, adapters)
    case 'open':
      return openCard(visit, adapters)
    default:
      return answerCard(visit, adapters)
  }
}

export const handler = httpHandler(needs, answerFacilitator)
