import type { Issuer } from '../../local/issuer.ts'

export interface Seen {
  status: number
  headers: Readonly<Record<string, string>>
  /** Whole `Set-Cookie` headers. */
  cookies: readonly string[]
  body: string
}

export interface Sent {
  method: 'GET' | 'POST'
  /** Below the site's root, with its query. */
  path: string
  form?: URLSearchParams | undefined
  headers: Record<string, string>
}

/** A browser's cookies for one host. One that is set with no age left is gone. */
export const newJar = () => {
  const kept = new Map<string, string>()
  return {
    keep: (cookies: readonly string[]) => {
      for (const one of cookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
        if (/; Max-Age=0|01 Jan 1970/.test(one)) kept.delete(name)
        else kept.set(name, value)
      }
    },
    header: () => [...kept].map(([name, value]) => `${name}=${value}`).join('; '),
    kept,
  }
}

/**
 * A browser of someone of staff: it keeps cookies, follows redirects between the site and the issuer, and presses what
 * is on the issuer's page. The site is called without a server, the issuer over HTTP as it really is.
 */
export const staffBrowser = (
  siteAddress: string,
  issuer: Pick<Issuer, 'issuer'>,
  callSite: (sent: Sent) => Promise<Seen>,
) => {
  const site = newJar()
  const issuerJar = newJar()

  const atSite = async (sent: Omit<Sent, 'headers'>, headers: Record<string, string> = {}) => {
    const cookies = site.header()
    const seen = await callSite({ ...sent, headers: { ...(cookies && { cookie: cookies }), ...headers } })
    site.keep(seen.cookies)
    return seen
  }

  const atIssuer = async (url: string, form?: URLSearchParams) => {
    const seen = await fetch(url, {
      ...(form && { method: 'POST', body: form }),
      redirect: 'manual',
      headers: { cookie: issuerJar.header() },
    })
    issuerJar.keep(seen.headers.getSetCookie())
    if (seen.status !== 303) throw new Error(`The issuer answered ${seen.status} and led nowhere.`)
    return new URL(seen.headers.get('location') ?? '', url).href
  }

  /** From the issuer's first page to the address on our site that it leads back to. */
  const choose = async (authorizationAddress: string, accountId: string) => {
    const page = await atIssuer(authorizationAddress)
    let location = await atIssuer(page, new URLSearchParams({ account: accountId }))
    while (location.startsWith(issuer.issuer)) location = await atIssuer(location)
    return location
  }

  const pathOf = (address: string) => address.slice(siteAddress.length)
  /** The same of an address that begins at the host, as those in our pages and redirects do. */
  const belowRoot = (location: string) => pathOf(new URL(location, siteAddress).href)
  const get = (path: string, headers?: Record<string, string>) => atSite({ method: 'GET', path }, headers)
  const postOnce = (path: string, form: URLSearchParams, headers?: Record<string, string>) =>
    atSite(
      { method: 'POST', path, form },
      { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    )
  /** Sends a form, and sends it on as it is for as long as it is told to (307), which browsers do twenty times at most. */
  const postForm = async (path: string, form: URLSearchParams, headers?: Record<string, string>) => {
    let seen = await postOnce(path, form, headers)
    for (let hops = 0; seen.status === 307; hops += 1) {
      if (hops === 20) throw new Error('The site sends this form in circles.')
      seen = await postOnce(belowRoot(seen.headers['location'] ?? ''), form, headers)
    }
    return seen
  }

  /** Opens a page, is sent to the issuer, and stops at the address that the issuer leads back to. */
  const signInUntilBack = async (accountId: string, path = '/staff') => {
    const sentAway = await get(path)
    const begun = await get(pathOf(sentAway.headers['location'] ?? ''))
    return pathOf(await choose(begun.headers['location'] ?? '', accountId))
  }

  return {
    get,
    postForm,
    postOnce,
    belowRoot,
    choose,
    signInUntilBack,
    /** The whole way: what is seen is the answer to coming back. */
    signIn: async (accountId: string, path?: string) => get(await signInUntilBack(accountId, path)),
    cookies: site.kept,
    pathOf,
    /** The token that the forms of a page carry. */
    async formToken(path = '/staff') {
      return /name="token" value="([^"]+)"/.exec((await get(path)).body)?.[1] ?? ''
    },
  }
}

export type StaffBrowser = ReturnType<typeof staffBrowser>
