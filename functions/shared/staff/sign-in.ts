import * as z from 'zod/mini'

import type { Adapters } from '../../../adapters/adapters.ts'
import type { Identity } from '../../../adapters/sign-in.ts'
import { pageAfterSignIn } from '../../../domain/staff/session.ts'
import type { Role } from '../../../domain/staff/staff.ts'
import { issuerAway, signInRefused } from '../../../views/staff/message.ts'
import { noRolePage } from '../../../views/staff/signed-out.ts'
import { type Answer, pageAnswer, seeOther } from '../answer.ts'
import { cookie, cookieIn, noCookie } from '../cookies.ts'
import type { Request } from '../http-handler.ts'
import { factsOf, log } from '../log.ts'
import { sessionCookie } from './session.ts'
import { staffFrameOf } from './staff-frame.ts'
import { staffTrail } from './staff-trail.ts'

type Needs = Pick<
  Adapters,
  'chance' | 'clock' | 'commit' | 'organisation' | 'seals' | 'signIn' | 'site' | 'staff' | 'trail'
>

/** Long enough to find a phone and type its six digits. */
const signingInSeconds = 10 * 60

const signingInSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  startedAt: z.iso.datetime(),
})

const redirectUri = async ({ site }: Pick<Adapters, 'site'>) => `${await site.address()}/staff/signed-in`

/** A code of the protocol, such as invalid_grant. Some can be typed into an address by hand, so no other words pass. */
const codeOf = (code: unknown) => (typeof code === 'string' && /^[\w-]{1,60}$/.test(code) ? code : 'other')

/** The issuer could not be asked, or could not answer: an outage that on-call hears of, and nothing the person did. */
const away = (failure: unknown, request: Request, adapters: Needs) => {
  const { error, code = error }: { error?: unknown; code?: unknown } = Object(failure)
  const facts = factsOf(failure)
  log('issuer-away', code === undefined ? facts : { ...facts, code: codeOf(code) })
  return pageAnswer(503, issuerAway(staffFrameOf(request, adapters)))
}

/** Sends the browser to the issuer, with what it has to bring back sealed in a cookie. */
export const beginSignIn = async (request: Request, adapters: Needs): Promise<Answer> => {
  try {
    const { address, signingIn } = await adapters.signIn.begin(await redirectUri(adapters))
    const sealed = await adapters.seals.seal('signing-in', {
      ...signingIn,
      to: pageAfterSignIn(request.query['to']),
      startedAt: adapters.clock.iso(),
    } satisfies z.infer<typeof signingInSchema>)
    return { ...seeOther(address), cookies: [cookie('__Host-signing-in', sealed, signingInSeconds)] }
  } catch (failure) {
    return away(failure, request, adapters)
  }
}

const refuse = async (code: string, request: Request, adapters: Needs): Promise<Answer> => {
  log('sign-in-refused', { code: codeOf(code) })
  const page = await pageAnswer(403, signInRefused(staffFrameOf(request, adapters)))
  return { ...page, cookies: [noCookie('__Host-signing-in')] }
}

/** Someone whom the issuer knows, and whom nobody has made staff; if they were once, they are no longer. */
const refuseStranger = async (staffId: string, request: Request, adapters: Needs): Promise<Answer> => {
  const { clock, commit, signIn, site, staff } = adapters
  await commit([staffTrail(staffId, 'sign-in-refused', adapters)])
  if (await staff.find(staffId)) await commit([staff.endSessions(staffId, clock.iso())])
  const page = await pageAnswer(
    403,
    noRolePage(staffFrameOf(request, adapters), await signIn.signOutAddress(`${await site.address()}/staff`)),
  )
  return { ...page, cookies: [noCookie('__Host-signing-in'), noCookie('__Host-session')] }
}

const letIn = async (
  { staffId, name }: Identity,
  role: Role,
  to: string,
  adapters: Needs,
): Promise<Answer> => {
  const { clock, commit, site, staff } = adapters
  const signedInAt = clock.iso()
  const written = await commit([
    staff.signedIn({ staffId, name, role, signedInAt }),
    staffTrail(staffId, 'signed-in', adapters, { role }),
  ])
  if (written !== 'committed') throw new Error(`The row of a member of staff is ${written}.`)
  return {
    ...seeOther(`${await site.address()}${to}`),
    cookies: [noCookie('__Host-signing-in'), await sessionCookie({ staffId, signedInAt }, adapters)],
  }
}

/** Where the issuer sends the browser back to. What it brings must fit what it was sent away with, minutes ago. */
export const completeSignIn = async (request: Request, adapters: Needs): Promise<Answer> => {
  const { clock, seals, signIn } = adapters
  const begun = await seals.open('signing-in', cookieIn(request, '__Host-signing-in'), signingInSchema)
  if (begun === null) return refuse('not-begun', request, adapters)
  if (clock.now() - Date.parse(begun.startedAt) > signingInSeconds * 1000)
    return refuse('too-late', request, adapters)

  const cameBackTo = new URL(await redirectUri(adapters))
  for (const [name, value = ''] of Object.entries(request.query)) cameBackTo.searchParams.set(name, value)
  let identity: Awaited<ReturnType<typeof signIn.complete>>
  try {
    identity = await signIn.complete(cameBackTo, begun)
  } catch (failure) {
    return away(failure, request, adapters)
  }
  if ('refused' in identity) return refuse(identity.refused, request, adapters)
  return identity.role === null
    ? refuseStranger(identity.staffId, request, adapters)
    : letIn(identity, identity.role, begun.to, adapters)
}
