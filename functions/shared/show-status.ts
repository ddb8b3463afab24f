import { timingSafeEqual } from 'node:crypto'

import type { Adapters } from '../../adapters/adapters.ts'
import type { Intake } from '../../domain/intake.ts'
import type { Language } from '../../domain/language.ts'
import { holdsPlace } from '../../domain/referral.ts'
import { standingOf } from '../../domain/stage.ts'
import { asOf } from '../../domain/suggestion.ts'
import type { Frame } from '../../views/frame.ts'
import { linkClosed, tooManyTries } from '../../views/pages/message.ts'
import { statusDetailsPage } from '../../views/pages/status-details.ts'
import { statusPage } from '../../views/pages/status.ts'
import { type Answer, pageAnswer } from './answer.ts'
import { readFormBody } from './form-body.ts'
import { type Request, frameOf } from './http-handler.ts'
import { receivedDayOf } from './private-links.ts'

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

/** Of 10,000 codes: someone who holds the link and does not know the code finds it once in a thousand. */
const maxCodeMisses = 10

/**
 * A form is stored within seconds, but one may wait in a queue or a dead-letter queue for 14 days each. A link older than
 * this with nothing behind it leads nowhere; tombstones, which say so sooner, live 30 days.
 */
const storedWithinMs = 28 * 24 * 3_600_000

/** No code is longer than this, however it is typed. */
const maxBodyBytes = 1024

interface StatusView {
  frame: Frame
  intake: Intake | null
  reference: string
}

/** What a status link leads to: nothing, a form we have just received, or an intake. */
const open = async (request: Request, adapters: Needs, language?: Language): Promise<StatusView | null> => {
  const { links, intakes, tombstones, identifiers, clock } = adapters
  const link = await links.read('status', request.token)
  if (typeof link === 'string') return null
  const intake = await intakes.find(link.id)
  const isOld = clock.now() - receivedDayOf(link.expiresAtMs) > storedWithinMs
  if (intake === null && (isOld || (await tombstones.has(link.id)))) return null
  return {
    frame: frameOf(request, adapters, language),
    intake,
    reference: await identifiers.referenceOf(link.id),
  }
}

const closed = (request: Request, adapters: Needs) => pageAnswer(404, linkClosed(frameOf(request, adapters)))

const answer = (
  status: number,
  { frame, intake, reference }: StatusView,
  codeProblem: 'missing' | 'wrong' | null,
  { clock, office }: Needs,
) =>
  pageAnswer(
    status,
    statusPage(frame, {
      ...standingOf(intake, clock.instant(), office),
      timeZone: office.timeZone,
      reference,
      codeProblem,
      triesLeft: intake && codeProblem === 'wrong' ? maxCodeMisses - intake.codeMisses : null,
    }),
  )

/** What whoever holds the link may see: the stage and the next date. Opening it changes nothing. */
export const showStatus = async (request: Request, adapters: Needs): Promise<Answer> => {
  const view = await open(request, adapters)
  return view ? answer(200, view, null, adapters) : closed(request, adapters)
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

const details = async (
  { frame, reference }: StatusView,
  intake: Intake,
  adapters: Needs,
): Promise<Answer> => {
  const { clock, office, referrals } = adapters
  const now = clock.instant()
  const held = (await referrals.ofIntake(intake.intakeId)).find(({ state }) => holdsPlace(state))
  return pageAnswer(
    200,
    statusDetailsPage(frame, {
      ...standingOf(intake, now, office),
      reference,
      timeZone: office.timeZone,
      homeTimeZone: intake.decision?.home.timeZone ?? office.timeZone,
      held: held ? asOf(held.suggestion, now) : null,
      openMeetings: (intake.decision?.openMeetings ?? []).map((one) => asOf(one, now)),
      alternatives: (intake.decision?.alternatives ?? []).map((one) => asOf(one, now)),
      nearMisses: intake.decision?.nearMisses ?? [],
    }),
  )
}

/** Opens the details to whoever knows the code as well, and counts the tries that do not. */
export const openDetails = async (request: Request, adapters: Needs): Promise<Answer> => {
  const sent = readFormBody(request.bodyBytes > maxBodyBytes ? '' : request.body)
  const view = await open(request, adapters, sent['language']?.[0] === 'es' ? 'es' : undefined)
  if (view === null) return closed(request, adapters)
  const { frame, intake } = view
  if (intake === null) return answer(200, view, null, adapters)
  if (intake.codeMisses >= maxCodeMisses) return pageAnswer(429, tooManyTries(frame))

  const typed = (sent['code']?.[0] ?? '').replace(/\D/g, '')
  if (typed === '') return answer(422, view, 'missing', adapters)
  const isRight = isSameCode(typed, await adapters.identifiers.codeOf(intake.intakeId))
  const codeMisses = isRight ? 0 : intake.codeMisses + 1
  // A try that cannot be counted is not answered: else guesses sent at the same time would be free.
  if ((await noteCode(intake, codeMisses, adapters)) !== 'committed') return answer(409, view, null, adapters)
  if (!isRight) return answer(403, { ...view, intake: { ...intake, codeMisses } }, 'wrong', adapters)
  return details(view, intake, adapters)
}
