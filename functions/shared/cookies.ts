import type { Request } from './http-handler.ts'

/**
 * `__Host-`: the browser takes it only over https (or on this very machine), for this host alone, and for all of its
 * paths (RFC 6265bis, section 4.1.3.2), so that no neighbour under the same domain can put one in its place.
 */
export type CookieName = '__Host-session' | '__Host-signing-in' | '__Host-answers' | '__Host-closed'

export const cookieIn = ({ headers }: Request, name: CookieName): string | undefined =>
  (headers['cookie'] ?? '')
    .split(/; */)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** `Lax`, because whoever follows the link in an e-mail, or comes back from the issuer, comes from another site. */
export const cookie = (name: CookieName, value: string, keptSeconds?: number): string =>
  `${name}=${value}; HttpOnly; Secure; SameSite=Lax; Path=/${keptSeconds === undefined ? '' : `; Max-Age=${keptSeconds}`}`

/** Stands where the answers stood: they were sent, and are not here any more. */
export const sentMark = 'sent'
export const sentCookie = cookie('__Host-answers', sentMark)
export const hasKeptAnswers = (request: Request) => cookieIn(request, '__Host-answers') !== undefined

export const noCookie = (name: CookieName) => cookie(name, '', 0)
