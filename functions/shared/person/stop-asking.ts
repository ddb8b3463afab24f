import type { Adapters } from '../../../adapters/adapters.ts'
import { stopAsking } from '../../../domain/way/steps/check-in.ts'
import { linkClosed } from '../../../views/pages/message.ts'
import { stopPage } from '../../../views/pages/stop.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import { type Request, frameOf } from '../http-handler.ts'
import { findStanding } from '../standing/find-standing.ts'
import { type ChangeNeeds, writeChange } from '../standing/write-change.ts'
import { untilUnchanged } from '../until-unchanged.ts'

type ShowNeeds = Pick<Adapters, 'organisation' | 'links' | 'intakes' | 'referrals'>
type Needs = ShowNeeds & ChangeNeeds & Pick<Adapters, 'moment'>

const openStop = async (request: Request, adapters: ShowNeeds) => {
  const link = await adapters.links.read('stop', request.token)
  return typeof link === 'string' ? null : findStanding(link.id, adapters)
}

/** One button. Nothing is stopped by opening the page. */
export const showStop = async (request: Request, adapters: ShowNeeds): Promise<Answer> => {
  const frame = frameOf(request, adapters)
  const standing = await openStop(request, adapters)
  if (standing === null) return pageAnswer(404, linkClosed(frame))
  const { followUp } = standing.intake
  return pageAnswer(200, stopPage(frame, { isStopped: followUp === null || followUp.stopped !== null }))
}

/**
 * Stops the questions. The button sends this, and so do mail programs, from their own servers and with a body of their
 * own (RFC 8058): the link is all that is asked for, and what the body holds is not looked at.
 */
export const stop = async (request: Request, adapters: Needs): Promise<Answer> => {
  const frame = frameOf(request, adapters)
  const opened = await openStop(request, adapters)
  if (opened === null) return pageAnswer(404, linkClosed(frame))
  await untilUnchanged(async () => {
    const standing = await findStanding(opened.intake.intakeId, adapters)
    const change = standing && stopAsking(standing, 'asked-to-stop', adapters.moment())
    if (!standing || !change) return 'done'
    const result = await writeChange(standing, change, { is: 'person' }, adapters)
    return result === 'changed-meanwhile' ? result : 'done'
  })
  return pageAnswer(200, stopPage(frame, { isStopped: true }))
}
