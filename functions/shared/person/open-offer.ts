import type { Adapters } from '../../../adapters/adapters.ts'
import { othersMayRead } from '../../../domain/letters/addressee.ts'
import { asOf } from '../../../domain/matching/suggestion.ts'
import type { Language } from '../../../domain/person/language.ts'
import { homeTimeZone, type Intake } from '../../../domain/way/intake.ts'
import { type OfferedPlace, offeredPlace } from '../../../domain/way/offered-place.ts'
import type { Referral } from '../../../domain/way/referral.ts'
import type { Answers } from '../../../views/form/answers.ts'
import type { Frame } from '../../../views/frame.ts'
import { linkClosed } from '../../../views/pages/message.ts'
import { offerCodePage } from '../../../views/pages/offer-code.ts'
import { offerPage } from '../../../views/pages/offer.ts'
import { placeGonePage } from '../../../views/pages/place-gone.ts'
import { yourPlacePage } from '../../../views/pages/your-place.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import { type Request, frameOf } from '../http-handler.ts'
import { statusAddress } from '../private-links.ts'
import { signPass } from './offer-pass.ts'

export type OfferNeeds = Pick<
  Adapters,
  'clock' | 'office' | 'organisation' | 'links' | 'site' | 'intakes' | 'referrals'
>

/** What a link to an offer leads to: a place that someone was told of, and what has become of it. */
export interface OfferView {
  frame: Frame
  intake: Intake
  referral: Referral
  place: OfferedPlace
}

/** Null for a link that is forged or too old, for someone who was erased, and for a place that was never offered. */
export const openOffer = async (
  request: Request,
  adapters: OfferNeeds,
  language?: Language,
): Promise<OfferView | null> => {
  const { links, referrals, intakes, clock, office } = adapters
  const link = await links.read('offer', request.token)
  const referral = typeof link === 'string' ? null : await referrals.find(link.id)
  const intake = referral && (await intakes.find(referral.intakeId))
  const place = referral && intake && offeredPlace({ intake, referral }, clock.iso(), office)
  if (!referral || !intake || !place || intake.state === 'erased') return null
  return { frame: frameOf(request, adapters, language), intake, referral, place }
}

export const offerClosed = (request: Request, adapters: OfferNeeds) =>
  pageAnswer(404, linkClosed(frameOf(request, adapters)))

/** What the person filled in, when it has to be put right. */
export interface Given {
  answers: Answers
  missing: readonly ('answer' | 'share' | 'another')[]
}

const nothingGiven: Given = { answers: {}, missing: [] }

/** The page about a place, as things are now. */
export const showPlace = async (
  { frame, intake, referral, place }: OfferView,
  adapters: OfferNeeds,
  given = nothingGiven,
): Promise<Answer> => {
  const { clock, office } = adapters
  const facts = {
    group: asOf(referral.suggestion, clock.instant()),
    homeTimeZone: homeTimeZone(intake, office.timeZone),
    officeTimeZone: office.timeZone,
    statusUrl: await statusAddress({ ...intake, language: frame.language }, adapters),
    pass: await signPass(referral.referralId, adapters),
    ...given,
  }
  const status = given.missing.length > 0 ? 422 : 200
  switch (place.is) {
    case 'to-answer':
      return pageAnswer(
        status,
        offerPage(frame, { ...facts, keptUntil: place.keptUntil, saidBefore: intake.consent.share }),
      )
    case 'gone':
      return pageAnswer(200, placeGonePage(frame, { ...facts, ...place }))
    default:
      return pageAnswer(status, yourPlacePage(frame, { ...facts, place }))
  }
}

/** Opening the page changes nothing. Where someone else may read the mail that the link came in, it asks for the code. */
export const showOffer = async (request: Request, adapters: OfferNeeds): Promise<Answer> => {
  const view = await openOffer(request, adapters)
  if (view === null) return offerClosed(request, adapters)
  return othersMayRead(view.intake)
    ? pageAnswer(200, offerCodePage(view.frame, { codeProblem: null, triesLeft: null }))
    : showPlace(view, adapters)
}
