import type { Made } from '../adapters/outside.ts'
import { chance, clock, commit, organisation, seals, signIn, site, staff, trail } from '../adapters/parts.ts'
import { staffCss } from '../views/staff/style.ts'
import { css } from '../views/style.ts'
import { type Answer, seeOther } from './shared/answer.ts'
import { type Request, httpHandler } from './shared/http-handler.ts'
import { beginSignIn, completeSignIn } from './shared/staff/sign-in.ts'
import { signOut } from './shared/staff/sign-out.ts'

const needs = { chance, clock, commit, organisation, seals, signIn, site, staff, trail }

/** How staff come and go. It knows the issuer and the rows of staff, and nobody who asked for help. */
export const signInStaff = async (request: Request, adapters: Made<typeof needs>): Promise<Answer> => {
  switch (request.route) {
    case 'GET /staff/sign-in':
      return beginSignIn(request, adapters)
    case 'GET /staff/signed-in':
      return completeSignIn(request, adapters)
    case 'POST /staff/sign-out':
      return signOut(request, adapters, 'here')
    case 'POST /staff/sign-out-everywhere':
      return signOut(request, adapters, 'everywhere')
    default:
      // Whoever opens the address of a button again.
      return seeOther(`${request.base}/staff`)
  }
}

export const handler = httpHandler(needs, signInStaff, [css, staffCss])
