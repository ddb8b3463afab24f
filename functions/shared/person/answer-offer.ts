import type { Adapters } from '../../../adapters/adapters.ts'
import { othersMayRead } from '../../../domain/letters/addressee.ts'
import type { Change, Standing } from '../../../domain/way/change.ts'
import { sayNo, sayYes } from '../../../domain/way/steps/offer.ts'
import { type Answers, typed } from '../../../views/form/answers.ts'
import { tooManyTries } from '../../../views/pages/message.ts'
import { offerCodePage } from '../../../views/pages/offer-code.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import { readFormBody } from '../form-body.ts'
import type { Request } from '../http-handler.ts'
import { findStandingWithGroup } from '../standing/find-standing.ts'
import { type ChangeNeeds, writeChange } from '../standing/write-change.ts'
import { untilUnchanged } from '../until-unchanged.ts'
import { checkCode } from './check-code.ts'
import { isPassFor } from './offer-pass.ts'
import {
  type Given,
  type OfferNeeds,
  type OfferView,
  offerClosed,
  openOffer,
  showPlace,
} from './open-offer.ts'

type Needs = OfferNeeds & ChangeNeeds & Pick<Adapters, 'identifiers' | 'moment'>

/** Longer than anything that the forms of these pages send. */
const maxBodyBytes = 4096

/** What the person says, or what they left out. */
type Said = { yes: { share: boolean } } | { no: { another: boolean } } | { missing: Given['missing'] }

const either = (answers: Answers, name: string) => {
  const value = typed(answers, name)
  return value === 'yes' || value === 'no' ? value : null
}

const whatIsSaid = (answers: Answers): Said => {
  const answer = either(answers, 'answer')
  if (answer === null) return { missing: ['answer'] }
  const asked = answer === 'yes' ? 'share' : 'another'
  const more = either(answers, asked)
  if (more === null) return { missing: [asked] }
  return answer === 'yes' ? { yes: { share: more === 'yes' } } : { no: { another: more === 'yes' } }
}

const stepOf = (
  standing: Standing,
  said: Exclude<Said, { missing: unknown }>,
  { frame }: OfferView,
  { moment }: Needs,
): Change | null =>
  'yes' in said
    ? sayYes(standing, { ...said.yes, language: frame.language, by: 'person' }, moment())
    : sayNo(standing, { ...said.no, by: 'person' }, moment())

/**
 * Writes down what the person says of this one place, if it can still be said. A second press of the button finds it
 * said; a link to a place that is gone says nothing of the next one.
 */
const record = async (said: Exclude<Said, { missing: unknown }>, view: OfferView, adapters: Needs) => {
  const { referralId, intakeId } = view.referral
  await untilUnchanged(async () => {
    const standing = await findStandingWithGroup(intakeId, adapters)
    if (standing?.referral?.referralId !== referralId) return 'done'
    const change = stepOf(standing, said, view, adapters)
    const result = change && (await writeChange(standing, change, { is: 'person' }, adapters))
    return result === 'changed-meanwhile' ? result : 'done'
  })
}

/** The person has shown that they are who the link was meant for; or the page that asks them to. */
const askForCode = async (view: OfferView, sent: Answers, adapters: Needs): Promise<Answer | 'known'> => {
  const { frame, intake, referral } = view
  if (await isPassFor(referral.referralId, typed(sent, 'pass'), adapters)) return 'known'
  const check = await checkCode(intake, typed(sent, 'code'), adapters)
  switch (check.is) {
    case 'right':
      return showPlace(view, adapters)
    case 'locked':
      return pageAnswer(429, tooManyTries(frame))
    case 'again':
      return pageAnswer(409, offerCodePage(frame, { codeProblem: null, triesLeft: null }))
    case 'missing':
      return pageAnswer(422, offerCodePage(frame, { codeProblem: 'missing', triesLeft: null }))
    case 'wrong':
      return pageAnswer(403, offerCodePage(frame, { codeProblem: 'wrong', triesLeft: check.triesLeft }))
  }
}

/** Takes the code, or an answer, or nothing but the wish to see the page. */
export const answerOffer = async (request: Request, adapters: Needs): Promise<Answer> => {
  const sent = readFormBody(request.bodyBytes > maxBodyBytes ? '' : request.body)
  const language = typed(sent, 'language') === 'es' ? 'es' : undefined
  const view = await openOffer(request, adapters, language)
  if (view === null) return offerClosed(request, adapters)
  if (othersMayRead(view.intake)) {
    const asked = await askForCode(view, sent, adapters)
    if (asked !== 'known') return asked
  }
  const isAnswer = typed(sent, 'sends') === 'answer'
  if (!isAnswer || view.place.is === 'gone') return showPlace(view, adapters)
  const said = whatIsSaid(sent)
  if ('missing' in said) return showPlace(view, adapters, { answers: sent, missing: said.missing })
  await record(said, view, adapters)
  const after = await openOffer(request, adapters, language)
  return after ? showPlace(after, adapters) : offerClosed(request, adapters)
}
