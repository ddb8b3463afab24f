import { timingSafeEqual } from 'node:crypto'

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
import { type Intake, isUnsafe } from '../domain/intake.ts'
import { readBy } from '../domain/promises.ts'
import { holdsPlace } from '../domain/referral.ts'
import { linkClosed, tooManyTries } from '../views/pages/message.ts'
import { sentPage } from '../views/pages/sent.ts'
import { statusDetailsPage } from '../views/pages/status-details.ts'
import { statusPage } from '../views/pages/status.ts'
import { type Answer, pageAnswer } from './shared/answer.ts'
import { readFormBody } from './shared/form-body.ts'
import { type Request, frameOf, httpHandler } from './shared/http-handler.ts'
import { instantOf } from './shared/instant.ts'
import { receivedDayOf, statusLinkEnd } from './shared/link-ends.ts'

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
type Needs = Made<typeof needs>

/** Of 10,000 codes: someone who holds the link and does not know the code finds it once in a thousand. */
const maxCodeMisses = 10

/** A form that the queue has is stored within seconds. A link older than this with nothing behind it leads nowhere. */
const storedWithinMs = 48 * 3_600_000

const closed = (request: Request, adapters: Needs) => pageAnswer(404, linkClosed(frameOf(request, adapters)))

const showSent = async (request: Request, adapters: Needs): Promise<Answer> => {
  const { links, identifiers, site, intakes, office, clock } = adapters
  // Whether help comes first on this page must not wait for the queue: the link itself says it.
  const urgent = await links.read('sent-urgent', request.token)
  const link = typeof urgent === 'string' ? await links.read('sent', request.token) : urgent
  if (typeof link === 'string') return closed(request, adapters)
  const isUrgent = link === urgent

  const frame = frameOf(request, adapters)
  const intake = await intakes.find(link.intakeId)
  // The queue may not have been read yet: the page says what is true of every form we accepted.
  const receivedAt = intake?.receivedAt ?? clock.iso()
  const token = await links.sign('status', link.intakeId, statusLinkEnd(receivedAt))
  return pageAnswer(
    200,
    sentPage(frame, {
      reference: await identifiers.referenceOf(link.intakeId),
      statusUrl: `${await site.address()}/status/${token}${frame.language === 'es' ? '?language=es' : ''}`,
      code: await identifiers.codeOf(link.intakeId),
      readBy: readBy(instantOf(receivedAt), isUrgent, office).toString(),
      timeZone: office.timeZone,
      isUrgent,
      channels: intake?.safeContact.channels ?? [],
    }),
  )
}

const stages = {
  received: 'received',
  urgent: 'urgent',
  'needs-staff': 'being-read',
  waiting: 'waiting',
  suggested: 'suggested',
  referred: 'referred',
  closed: 'closed',
  withdrawn: 'closed',
  erased: 'closed',
} as const satisfies Record<Intake['state'], string>

/** The day by which the person was told to hear from us; nothing once there is nothing more to wait for. */
const nextAt = (intake: Intake, { office }: Needs) =>
  ['urgent', 'being-read', 'waiting', 'referred'].includes(stages[intake.state])
    ? readBy(instantOf(intake.receivedAt), isUnsafe(intake.request), office).toString()
    : null

interface StatusView {
  frame: ReturnType<typeof frameOf>
  intake: Intake | null
  reference: string
}

/** What a status link leads to: nothing, a form we have just received, or an intake. */
const openStatus = async (
  request: Request,
  adapters: Needs,
  language?: 'en' | 'es',
): Promise<StatusView | null> => {
  const { links, intakes, tombstones, identifiers, clock } = adapters
  const link = await links.read('status', request.token)
  if (typeof link === 'string') return null
  const intake = await intakes.find(link.intakeId)
  const isOld = clock.now() - receivedDayOf(link.expiresAtMs) > storedWithinMs
  if (intake === null && (isOld || (await tombstones.has(link.intakeId)))) return null
  return {
    frame: frameOf(request, adapters, language),
    intake,
    reference: await identifiers.referenceOf(link.intakeId),
  }
}

const statusAnswer = (
  status: number,
  { frame, intake, reference }: StatusView,
  isWrong: boolean,
  adapters: Needs,
) =>
  pageAnswer(
    status,
    statusPage(frame, {
      stage: intake ? stages[intake.state] : 'received',
      nextAt: intake && nextAt(intake, adapters),
      timeZone: adapters.office.timeZone,
      reference,
      wrongCode: isWrong,
      triesLeft: intake && isWrong ? maxCodeMisses - intake.codeMisses : null,
    }),
  )

const showStatus = async (request: Request, adapters: Needs): Promise<Answer> => {
  const view = await openStatus(request, adapters)
  return view ? statusAnswer(200, view, false, adapters) : closed(request, adapters)
}

const isSameCode = (typed: string, code: string) =>
  typed.length === code.length && timingSafeEqual(Buffer.from(typed), Buffer.from(code))

const noteCode = (intake: Intake, codeMisses: number, { intakes, trail, clock, chance, commit }: Needs) =>
  commit([
    intakes.change(intake, { ...intake, codeMisses }),
    trail.add({
      schema: 1,
      subjectId: intake.intakeId,
      entryId: chance.newId(),
      at: clock.iso(),
      by: 'person',
      event: codeMisses === 0 ? 'details-seen' : 'details-refused',
      codes: {},
      consentVersion: null,
    }),
  ])

const openDetails = async (request: Request, adapters: Needs): Promise<Answer> => {
  const answers = readFormBody(request.bodyBytes > 1024 ? '' : request.body)
  const view = await openStatus(request, adapters, answers['language']?.[0] === 'es' ? 'es' : undefined)
  if (view === null) return closed(request, adapters)
  const { frame, intake, reference } = view
  if (intake === null) return statusAnswer(200, view, false, adapters)
  if (intake.codeMisses >= maxCodeMisses) return pageAnswer(429, tooManyTries(frame))

  const typed = (answers['code']?.[0] ?? '').replace(/\D/g, '')
  const isRight = isSameCode(typed, await adapters.identifiers.codeOf(intake.intakeId))
  const codeMisses = isRight ? 0 : intake.codeMisses + 1
  // A try that cannot be counted is not answered: else guesses sent at the same time would be free.
  if ((await noteCode(intake, codeMisses, adapters)) !== 'committed')
    return statusAnswer(409, view, false, adapters)
  if (!isRight) return statusAnswer(403, { ...view, intake: { ...intake, codeMisses } }, true, adapters)

  const referrals = await adapters.referrals.ofIntake(intake.intakeId)
  const held = referrals.find(({ state }) => holdsPlace(state))

  return pageAnswer(
    200,
    statusDetailsPage(frame, {
      stage: stages[intake.state],
      reference,
      nextAt: nextAt(intake, adapters),
      timeZone: intake.decision?.home.timeZone ?? adapters.office.timeZone,
      held: held?.suggestion ?? null,
      openMeetings: intake.decision?.openMeetings ?? [],
      alternatives: intake.decision?.alternatives ?? [],
      nearMisses: intake.decision?.nearMisses ?? [],
    }),
  )
}

/** What a private link opens. GET shows and changes nothing; POST acts. */
export const answerLink = (request: Request, adapters: Needs): Promise<Answer> => {
  if (request.route === 'GET /sent/{token}') return showSent(request, adapters)
  return request.route === 'POST /status/{token}'
    ? openDetails(request, adapters)
    : showStatus(request, adapters)
}

export const handler = httpHandler(needs, answerLink)
