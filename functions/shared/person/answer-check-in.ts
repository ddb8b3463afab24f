import type { Adapters } from '../../../adapters/adapters.ts'
import { tasksOf } from '../../../domain/staff/tasks.ts'
import type { Standing } from '../../../domain/way/change.ts'
import { type CheckInAnswer, checkInAnswers, isSaidAgain } from '../../../domain/way/follow-up.ts'
import { homeTimeZone } from '../../../domain/way/intake.ts'
import type { StaffAction } from '../../../domain/way/next-action.ts'
import { answer, isRepeat } from '../../../domain/way/steps/check-in.ts'
import { typed } from '../../../views/form/answers.ts'
import type { Frame } from '../../../views/frame.ts'
import { checkInThanksPage } from '../../../views/pages/check-in-thanks.ts'
import { checkInPage } from '../../../views/pages/check-in.ts'
import { checkInTooLate, linkClosed } from '../../../views/pages/message.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import { readFormBody } from '../form-body.ts'
import { type Request, frameOf } from '../http-handler.ts'
import { statusAddress } from '../private-links.ts'
import { findStanding } from '../standing/find-standing.ts'
import { type ChangeNeeds, writeChange } from '../standing/write-change.ts'
import { untilUnchanged } from '../until-unchanged.ts'

type ShowNeeds = Pick<Adapters, 'organisation' | 'links' | 'intakes' | 'referrals'>
type Needs = ShowNeeds & ChangeNeeds & Pick<Adapters, 'moment' | 'site'>

/** Longer than anything that this page sends. */
const maxBodyBytes = 1024

const answerOf = (value: string | undefined): CheckInAnswer | null =>
  checkInAnswers.find((one) => one === value) ?? null

/** The other language keeps what was tapped in the mail. */
const frameFor = (request: Request, adapters: ShowNeeds, picked: CheckInAnswer | null): Frame => {
  const isSpanish = request.query['language'] === 'es'
  return {
    ...frameOf(request, adapters, isSpanish ? 'es' : 'en'),
    otherLanguageHref: `?language=${isSpanish ? 'en' : 'es'}${picked ? `&a=${picked}` : ''}`,
  }
}

const openCheckIn = async (request: Request, adapters: ShowNeeds): Promise<Standing | null> => {
  const link = await adapters.links.read('check-in', request.token)
  return typeof link === 'string' ? null : findStanding(link.id, adapters)
}

/** Asks how it goes. What was tapped in the mail is picked and nothing is sent: mail programs open links by themselves. */
export const showCheckIn = async (request: Request, adapters: ShowNeeds): Promise<Answer> => {
  const picked = answerOf(request.query['a'])
  const frame = frameFor(request, adapters, picked)
  const standing = await openCheckIn(request, adapters)
  return standing
    ? pageAnswer(200, checkInPage(frame, { picked, isMissing: false }))
    : pageAnswer(404, linkClosed(frame))
}

const wasGiven = ({ intake: { followUp } }: Standing, given: CheckInAnswer) =>
  followUp !== null && isSaidAgain(followUp, given)

/** Writes an answer down; null when it can no longer be given. */
const record = async (intakeId: string, given: CheckInAnswer, adapters: Needs): Promise<Standing | null> => {
  let after: Standing | null = null
  await untilUnchanged(async () => {
    after = null
    const standing = await findStanding(intakeId, adapters)
    const change = standing && answer(standing, given, adapters.moment())
    // What ended with this very answer was saved by the first press of the button.
    if (standing && !change && wasGiven(standing, given)) after = standing
    if (!standing || !change) return 'done'
    after = { ...standing, intake: change.intake }
    if (isRepeat(standing, given, change)) return 'done'
    const result = await writeChange(standing, change, { is: 'person' }, adapters)
    return result === 'changed-meanwhile' ? result : 'done'
  })
  return after
}

const promisedBy: Partial<Record<CheckInAnswer, StaffAction>> = {
  'could-use-a-call': 'call-person',
  'need-help-now': 'help-now',
}

export const answerCheckIn = async (request: Request, adapters: Needs): Promise<Answer> => {
  const { office } = adapters
  const sent = readFormBody(request.bodyBytes > maxBodyBytes ? '' : request.body)
  const given = answerOf(typed(sent, 'checkIn'))
  const frame = frameFor(request, adapters, given)
  const standing = await openCheckIn(request, adapters)
  if (standing === null) return pageAnswer(404, linkClosed(frame))
  if (given === null) return pageAnswer(422, checkInPage(frame, { picked: null, isMissing: true }))
  const after = await record(standing.intake.intakeId, given, adapters)
  if (after === null) return pageAnswer(409, checkInTooLate(frame))
  const { intake } = after
  return pageAnswer(
    200,
    checkInThanksPage(frame, {
      given,
      by: tasksOf(intake).find(({ action }) => action === promisedBy[given])?.dueAt ?? null,
      timeZone: homeTimeZone(intake, office.timeZone),
      statusUrl: await statusAddress({ ...intake, language: frame.language }, adapters),
      mayChange: intake.state === 'referred' || intake.state === 'suggested',
    }),
  )
}
