import type { Adapters } from '../../../adapters/adapters.ts'
import { formRefused } from '../../../views/staff/message.ts'
import { signedOutPage } from '../../../views/staff/signed-out.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import { noCookie } from '../cookies.ts'
import { readFormBody } from '../form-body.ts'
import type { Request } from '../http-handler.ts'
import { isFromElsewhere, readFormToken } from './form-token.ts'
import { readSession } from './session.ts'
import { staffFrameOf } from './staff-frame.ts'
import { staffTrail } from './staff-trail.ts'

type Needs = Pick<
  Adapters,
  'chance' | 'clock' | 'commit' | 'organisation' | 'seals' | 'signIn' | 'site' | 'staff' | 'trail'
>

/**
 * Ends the session in this browser, or everywhere. It answers with a page, because the issuer's own session goes on and
 * the content policy lets no form lead to another site: the page has a link instead.
 */
export const signOut = async (
  request: Request,
  adapters: Needs,
  where: 'here' | 'everywhere',
): Promise<Answer> => {
  const { clock, commit, signIn, site, staff } = adapters
  const frame = staffFrameOf(request, adapters)
  if (await isFromElsewhere(request, adapters)) return pageAnswer(403, formRefused(frame))
  const found = await readSession(request, adapters)
  if (found) {
    const { staffId } = found.staff
    const token = await readFormToken(readFormBody(request.body), adapters)
    if (token?.staffId !== staffId) return pageAnswer(403, formRefused(frame))
    if (where === 'here') await commit([staffTrail(staffId, 'signed-out', adapters)])
    else
      await commit([
        staff.endSessions(staffId, clock.iso()),
        staffTrail(staffId, 'signed-out-everywhere', adapters),
      ])
  }
  const issuerAddress = await signIn.signOutAddress(`${await site.address()}/staff`)
  const page = await pageAnswer(200, signedOutPage(frame, { where, issuerAddress }))
  return { ...page, cookies: [noCookie('__Host-session')] }
}
