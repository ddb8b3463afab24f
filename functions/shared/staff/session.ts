import type { Adapters } from '../../../adapters/adapters.ts'
import { type Session, isLive, sessionSchema } from '../../../domain/staff/session.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { cookie, cookieIn } from '../cookies.ts'
import type { Request } from '../http-handler.ts'

type Needs = Pick<Adapters, 'clock' | 'seals' | 'staff'>

/**
 * Who is signed in; null when nobody is, or not any more. The cookie says only who and since when: name and role are
 * read from the row, and whether everything was ended meanwhile.
 */
export const readSession = async (
  request: Request,
  { clock, seals, staff }: Needs,
): Promise<{ session: Session; staff: Staff } | null> => {
  const session = await seals.open('session', cookieIn(request, '__Host-session'), sessionSchema)
  if (session === null) return null
  const row = await staff.find(session.staffId)
  return row && isLive(session, row, clock.now()) ? { session, staff: row } : null
}

/** The cookie of someone who is here now. It has no end of its own in the browser: what is sealed in it decides. */
export const sessionCookie = async (
  { staffId, signedInAt }: Pick<Session, 'staffId' | 'signedInAt'>,
  { clock, seals }: Pick<Adapters, 'clock' | 'seals'>,
) => {
  const session: Session = { staffId, signedInAt, seenAt: clock.iso() }
  return cookie('__Host-session', await seals.seal('session', session))
}
