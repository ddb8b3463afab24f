import type { Adapters } from '../../adapters/adapters.ts'
import type { Standing } from '../../domain/change.ts'
import { homeTimeZone } from '../../domain/intake.ts'
import type { Language } from '../../domain/language.ts'
import { offeredPlace } from '../../domain/offered-place.ts'
import { type Stage, standingOf } from '../../domain/stage.ts'
import { asOf } from '../../domain/suggestion.ts'
import type { Frame } from '../../views/frame.ts'
import { linkClosed, tooManyTries } from '../../views/pages/message.ts'
import { statusDetailsPage } from '../../views/pages/status-details.ts'
import { statusPage } from '../../views/pages/status.ts'
import { readersZone } from '../../views/session-line.ts'
import { type Answer, pageAnswer } from './answer.ts'
import { readFormBody } from './form-body.ts'
import { type Request, frameOf } from './http-handler.ts'
import { type CodeCheck, checkCode } from './person/check-code.ts'
import { signPass } from './person/offer-pass.ts'
import { offerPath } from './person/person-links.ts'
import { receivedDayOf } from './private-links.ts'
import { findStanding } from './standing/find-standing.ts'

type Needs = Pick<
  Adapters,
  | 'clock'
  | 'chance'
  | 'office'
  | 'organisation'
  | 'identifiers'
  | 'links'
  | 'intakes'
  | 'referrals'
  | 'tombstones'
  | 'trail'
  | 'commit'
>

/**
 * A form is stored within seconds, but one may wait in a queue or a dead-letter queue for 14 days each. A link older than
 * this with nothing behind it leads nowhere; tombstones, which say so sooner, live longer.
 */
const storedWithinMs = 28 * 24 * 3_600_000

/** No code is longer than this, however it is typed. */
const maxBodyBytes = 1024

interface StatusView {
  frame: Frame
  standing: Standing | null
  reference: string
}

/** What a status link leads to: nothing, a form we have just received, or where a person stands. */
const open = async (request: Request, adapters: Needs, language?: Language): Promise<StatusView | null> => {
  const { links, tombstones, identifiers, clock } = adapters
  const link = await links.read('status', request.token)
  if (typeof link === 'string') return null
  const standing = await findStanding(link.id, adapters)
  const isOld = clock.now() - receivedDayOf(link.expiresAtMs) > storedWithinMs
  if (standing === null && (isOld || (await tombstones.has(link.id)))) return null
  return {
    frame: frameOf(request, adapters, language),
    standing,
    reference: await identifiers.referenceOf(link.id),
  }
}

const closed = (request: Request, adapters: Needs) => pageAnswer(404, linkClosed(frameOf(request, adapters)))

/** What staff promise is a day of theirs; when an offer ends, or a group meets, is by the clock of who goes there. */
const zoneOf = (stage: Stage, standing: Standing | null, office: string) => {
  if (!standing?.referral) return office
  const home = homeTimeZone(standing.intake, office)
  if (stage === 'offered') return home
  return stage === 'scheduled' || stage === 'begun' ? readersZone(standing.referral.suggestion, home) : office
}

const stageFacts = ({ standing, reference }: StatusView, { clock, office }: Needs) => {
  const stands = standingOf(standing, clock.instant(), office)
  return { ...stands, reference, timeZone: zoneOf(stands.stage, standing, office.timeZone) }
}

const answer = (status: number, view: StatusView, check: CodeCheck | null, adapters: Needs) =>
  pageAnswer(
    status,
    statusPage(view.frame, {
      ...stageFacts(view, adapters),
      codeProblem: check?.is === 'missing' || check?.is === 'wrong' ? check.is : null,
      triesLeft: check?.is === 'wrong' ? check.triesLeft : null,
    }),
  )

/** What whoever holds the link may see: the stage and the next date. Opening it changes nothing. */
export const showStatus = async (request: Request, adapters: Needs): Promise<Answer> => {
  const view = await open(request, adapters)
  return view ? answer(200, view, null, adapters) : closed(request, adapters)
}

/** The place that is held for someone, and for one they know of the way to its page, which asks for no second code. */
const placeOf = async ({ frame, standing }: StatusView, adapters: Needs) => {
  const { clock } = adapters
  if (!standing?.referral) return null
  const { intake, referral } = standing
  const offered = offeredPlace({ intake, referral }, clock.iso(), adapters.office)
  return {
    group: asOf(referral.suggestion, clock.instant()),
    page: offered && {
      path: `${frame.base}${await offerPath(referral, frame.language, adapters)}`,
      pass: await signPass(referral.referralId, adapters),
      place: offered,
    },
  }
}

const details = async (view: StatusView, { intake }: Standing, adapters: Needs): Promise<Answer> => {
  const { clock, office } = adapters
  const now = clock.instant()
  return pageAnswer(
    200,
    statusDetailsPage(view.frame, {
      ...stageFacts(view, adapters),
      homeTimeZone: homeTimeZone(intake, office.timeZone),
      held: await placeOf(view, adapters),
      openMeetings: (intake.decision?.openMeetings ?? []).map((one) => asOf(one, now)),
      alternatives: (intake.decision?.alternatives ?? []).map((one) => asOf(one, now)),
      nearMisses: intake.decision?.nearMisses ?? [],
    }),
  )
}

/** Opens the details to whoever knows the code as well. */
export const openDetails = async (request: Request, adapters: Needs): Promise<Answer> => {
  const sent = readFormBody(request.bodyBytes > maxBodyBytes ? '' : request.body)
  const view = await open(request, adapters, sent['language']?.[0] === 'es' ? 'es' : undefined)
  if (view === null) return closed(request, adapters)
  const { frame, standing } = view
  if (standing === null) return answer(200, view, null, adapters)
  const check = await checkCode(standing.intake, sent['code']?.[0], adapters)
  switch (check.is) {
    case 'right':
      return details(view, standing, adapters)
    case 'locked':
      return pageAnswer(429, tooManyTries(frame))
    default:
      return answer({ missing: 422, wrong: 403, again: 409 }[check.is], view, check, adapters)
  }
}
