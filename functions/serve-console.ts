import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  directory,
  discreetName,
  doorCodes,
  emailQueue,
  emails,
  groups,
  identifiers,
  inbox,
  intakeQueue,
  intakes,
  links,
  moment,
  office,
  organisation,
  placePrices,
  prices,
  referrals,
  seals,
  signIn,
  site,
  staff,
  staffAddress,
  tombstones,
  trail,
  zips,
} from '../adapters/parts.ts'
import { signedInAgain } from '../views/staff/message.ts'
import { staffCss } from '../views/staff/style.ts'
import { css } from '../views/style.ts'
import { type Answer, pageAnswer, seeOther } from './shared/answer.ts'
import { consolePage } from './shared/console/console-page.ts'
import { type Request, httpHandler } from './shared/http-handler.ts'
import { type SignedInStaff, asStaff } from './shared/staff/as-staff.ts'
import { beginSignIn, completeSignIn } from './shared/staff/sign-in.ts'
import { signOut } from './shared/staff/sign-out.ts'
import { staffFrameOf } from './shared/staff/staff-frame.ts'

const needs = {
  chance,
  clock,
  commit,
  directory,
  discreetName,
  doorCodes,
  emailQueue,
  emails,
  groups,
  identifiers,
  inbox,
  intakeQueue,
  intakes,
  links,
  moment,
  office,
  organisation,
  placePrices,
  prices,
  referrals,
  seals,
  signIn,
  site,
  staff,
  staffAddress,
  tombstones,
  trail,
  zips,
}

type Needs = Made<typeof needs>

/** The pages of those who are signed in. */
const showPage = (member: SignedInStaff, request: Request, adapters: Needs): Promise<Answer> =>
  request.path === '/staff/again'
    ? pageAnswer(200, signedInAgain(staffFrameOf(request, adapters, member)))
    : consolePage(member, request, adapters)

/** Where staff work. Nothing but signing in and out is done for anyone who is not signed in. */
export const serveConsole = async (request: Request, adapters: Needs): Promise<Answer> => {
  switch (request.route) {
    case 'GET /staff/sign-in':
      return beginSignIn(request, adapters)
    case 'GET /staff/signed-in':
      return completeSignIn(request, adapters)
    case 'POST /staff/sign-out':
      return signOut(request, adapters, 'here')
    case 'POST /staff/sign-out-everywhere':
      return signOut(request, adapters, 'everywhere')
    case 'GET /staff/sign-out':
    case 'GET /staff/sign-out-everywhere':
      return seeOther(`${request.base}/staff`)
    default:
      return asStaff(request, adapters, (member) => showPage(member, request, adapters))
  }
}

export const handler = httpHandler(needs, serveConsole, [css, staffCss])
