import type { Adapters } from '../../../adapters/adapters.ts'
import { pageAfterSignIn } from '../../../domain/staff/session.ts'
import type { Role } from '../../../domain/staff/staff.ts'
import type { Answers } from '../../../views/form/answers.ts'
import { formRefused, formTooLarge } from '../../../views/staff/message.ts'
import { sendAgainPage } from '../../../views/staff/send-again.ts'
import { type Answer, pageAnswer, seeOther } from '../answer.ts'
import { readFormBody } from '../form-body.ts'
import type { Request } from '../http-handler.ts'
import { isFromElsewhere, newFormToken, readFormToken } from './form-token.ts'
import { readSession, sessionCookie } from './session.ts'
import { staffFrameOf } from './staff-frame.ts'

type Needs = Pick<Adapters, 'clock' | 'organisation' | 'seals' | 'site' | 'staff'>

/** Whoever is signed in, as the console's pages know them. */
export interface SignedInStaff {
  staffId: string
  name: string
  role: Role
  /** Every form of the console carries it in a hidden field `token`. */
  csrfToken: string
}

/** The longest form of the console is a few notes; a body beyond this was not typed into one. */
const maxBodyBytes = 64 * 1024

const isPost = ({ route }: Request) => route.startsWith('POST ')

const pathAndQuery = ({ path, query }: Request) => {
  const asked = new URLSearchParams()
  for (const [name, value = ''] of Object.entries(query)) asked.set(name, value)
  return asked.size === 0 ? path : `${path}?${asked.toString()}`
}

const toSignIn = async (request: Request, { site }: Needs): Promise<Answer> => {
  const to = pageAfterSignIn(pathAndQuery(request))
  const asked = to === '/staff' ? '' : `?to=${encodeURIComponent(to)}`
  return seeOther(`${await site.address()}/staff/sign-in${asked}`)
}

/** Why a form is not taken, as a page; null for one that this person sent from a page of ours. */
const refusalOf = async (
  request: Request,
  adapters: Needs,
  signedIn: Omit<SignedInStaff, 'csrfToken'> | null,
): Promise<Answer | null> => {
  const frame = staffFrameOf(request, adapters)
  if (request.bodyBytes > maxBodyBytes) return pageAnswer(413, formTooLarge(frame))
  const form: Answers = readFormBody(request.body)
  const token = (await isFromElsewhere(request, adapters)) ? null : await readFormToken(form, adapters)
  if (token === null || (signedIn && token.staffId !== signedIn.staffId))
    return pageAnswer(403, formRefused(frame))
  if (signedIn && !token.isOld) return null
  // A form of ours that came too late. Nothing that was typed is lost: the page holds it, to be sent again.
  const action = `${request.base}${pathAndQuery(request)}`
  const again = signedIn
    ? { because: 'opened-long-ago' as const, token: await newFormToken(signedIn.staffId, adapters) }
    : { because: 'session-ended' as const, token: form['token']?.[0] ?? '' }
  return pageAnswer(403, sendAgainPage(frame, { action, form, ...again }))
}

/**
 * Lets staff through, and nobody else. Whoever is not signed in is sent to sign in and then back to this very page; a
 * form is taken only from a page of ours that was shown to the same person. Each answer renews the session.
 */
export const asStaff = async (
  request: Request,
  adapters: Needs,
  answer: (staff: SignedInStaff, request: Request) => Promise<Answer>,
): Promise<Answer> => {
  const found = await readSession(request, adapters)
  if (isPost(request)) {
    const refusal = await refusalOf(request, adapters, found && found.staff)
    if (refusal) return refusal
  }
  if (found === null) return toSignIn(request, adapters)
  const { staffId, name, role } = found.staff
  const csrfToken = await newFormToken(staffId, adapters)
  const answered = await answer({ staffId, name, role, csrfToken }, request)
  return { ...answered, cookies: [...(answered.cookies ?? []), await sessionCookie(found.session, adapters)] }
}
