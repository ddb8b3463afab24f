import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  discreetName,
  groups,
  intakes,
  moment,
  office,
  organisation,
  placePrices,
  referrals,
  seals,
  site,
  staff,
  zips,
} from '../adapters/parts.ts'
import { isLookedAtFirst } from '../domain/staff/looked-at-first.ts'
import { previewPage } from '../views/staff/preview.ts'
import { staffCss } from '../views/staff/style.ts'
import { css } from '../views/style.ts'
import { type Answer, pageAnswer, sendOn } from './shared/answer.ts'
import { addressOf, findSubject, toItsPage } from './shared/console/about-request.ts'
import { previewLetters } from './shared/console/preview-letters.ts'
import { weigh } from './shared/console/weigh.ts'
import { readFormBody } from './shared/form-body.ts'
import { type Request, httpHandler } from './shared/http-handler.ts'
import { type SignedInStaff, asStaff } from './shared/staff/as-staff.ts'
import { staffFrameOf } from './shared/staff/staff-frame.ts'

const needs = {
  chance,
  clock,
  discreetName,
  groups,
  intakes,
  moment,
  office,
  organisation,
  placePrices,
  referrals,
  seals,
  site,
  staff,
  zips,
}

type Needs = Made<typeof needs>

/** What a decision would do, before it is done. A form that does not hold, or would do nothing to look at, goes on. */
const showPreview = async (member: SignedInStaff, request: Request, adapters: Needs): Promise<Answer> => {
  const subject = await findSubject(request, adapters)
  if (subject === null) return toItsPage(request)
  const sent = readFormBody(request.body)
  const weighed = await weigh({ member, subject, sent }, adapters)
  if (weighed.is === 'gone') return toItsPage(request)
  if (weighed.is !== 'possible' || !isLookedAtFirst(weighed.before, weighed.change))
    return sendOn(`${addressOf(request, subject.reference)}/again`)
  const { step, before, change } = weighed
  const letters = await previewLetters(change, adapters)
  return pageAnswer(
    200,
    previewPage(staffFrameOf(request, adapters, member), {
      step: step.step,
      sent,
      before,
      change,
      letters,
      now: adapters.clock.iso(),
      timeZone: adapters.office.timeZone,
    }),
  )
}

/** Shows staff the letters of a decision and what else follows. It writes nothing down, and can send nothing. */
export const previewDecision = (request: Request, adapters: Needs): Promise<Answer> =>
  asStaff(request, adapters, async (member) =>
    request.route.startsWith('POST ') ? showPreview(member, request, adapters) : toItsPage(request),
  )

export const handler = httpHandler(needs, previewDecision, [css, staffCss])
