import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import type { StaffBrowser } from '../support/staff-browser.ts'

const minute = 60_000
const hour = 60 * minute
const page = '/staff/intakes/7KQ-4M2-XR5?part=notes'

let product: Product
let browser: StaffBrowser

beforeAll(async () => {
  product = await openProduct()
  product.accounts.push({ accountId: 'kit-lane', name: 'Kit Lane', groups: ['accounts'] })
})
afterAll(() => product.close())
beforeEach(async () => {
  product.clock.moveForward(minute)
  browser = await product.openStaffBrowser()
})

const trailOf = async (staffId: string) =>
  (await product.rows('trail'))
    .filter(({ subjectId }) => subjectId === `staff#${staffId}`)
    .toSorted((one, other) => (String(one['entryId']) < String(other['entryId']) ? -1 : 1))
    .map(({ event }) => event)

const isSignedIn = async (one: StaffBrowser) => (await one.get('/staff')).status === 200

/** The same but for its last letter but one; the last one of all holds bits that say nothing. */
const another = (text: string) => `${text.slice(0, -2)}${text.at(-2) === 'A' ? 'B' : 'A'}${text.slice(-1)}`

describe('signing in', () => {
  it('leads through the issuer and back to the very page that was asked for', async () => {
    const cameBack = await browser.signIn('ada-brook', page)

    expect([cameBack.status, cameBack.headers['location']]).toEqual([303, `http://localhost:3000${page}`])
    const shown = await browser.get('/staff')
    expect(shown.status).toBe(200)
    expect(wordsOf(shown)).toContain('Ada Brook, coordinator')
  })

  it('writes down who came, and nothing of them into the browser that it could read', async () => {
    await browser.signIn('sam-ortiz')

    expect(await product.rows('staff')).toContainEqual({
      schema: 1,
      staffId: 'sam-ortiz',
      name: 'Sam Ortiz',
      role: 'admin',
      signedInAt: new Date(product.clock.now()).toISOString(),
      sessionsValidFrom: '1970-01-01T00:00:00.000Z',
    })
    expect(await trailOf('sam-ortiz')).toEqual(['signed-in'])
    const [header = '', ...sealed] = (browser.cookies.get('__Host-session') ?? '').split('.')
    expect(JSON.parse(atob(header))).toEqual({ alg: 'dir', enc: 'A256GCM', kid: '1' })
    expect(sealed.map((part) => Buffer.from(part, 'base64url').toString('latin1')).join()).not.toMatch(
      /sam-ortiz/,
    )
    expect([...browser.cookies.keys()]).toEqual(['__Host-session'])
  })

  it('sets cookies that no script reads, no other site sends and no neighbour replaces', async () => {
    const begun = await browser.get('/staff/sign-in')
    const cameBack = await browser.signIn('ada-brook')

    for (const one of [...begun.cookies, ...cameBack.cookies])
      expect(one).toMatch(/^__Host-[\w-]+=[^;]*; HttpOnly; Secure; SameSite=Lax; Path=\/(; Max-Age=\d+)?$/)
    expect(begun.cookies[0]).toContain('Max-Age=600')
  })

  it.each([
    ['another state', (path: string) => path.replace(/state=[^&]+/, 'state=another')],
    ['no code', (path: string) => path.replace(/code=[^&]+&?/, '')],
    ['another code', (path: string) => path.replace(/code=[^&]+/, 'code=another')],
    ['another issuer', (path: string) => path.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')],
  ])('lets nobody in who comes back with %s', async (_, changed) => {
    const back = await browser.signInUntilBack('ada-brook')

    const refused = await browser.get(changed(back))

    expect(refused.status).toBe(403)
    expect(wordsOf(refused)).toContain('Signing in did not work')
    expect(await isSignedIn(browser)).toBe(false)
  })

  it('lets nobody in where it was not begun in that browser', async () => {
    const back = await browser.signInUntilBack('ada-brook')
    const stranger = await product.openStaffBrowser()

    expect((await stranger.get(back)).status).toBe(403)
    expect(await isSignedIn(stranger)).toBe(false)
  })

  it('takes ten minutes at most', async () => {
    const back = await browser.signInUntilBack('ada-brook')
    product.clock.moveForward(10 * minute + 1)

    expect((await browser.get(back)).status).toBe(403)
    expect(await isSignedIn(browser)).toBe(false)
  })

  it('works once: coming back again with the same code lets nobody in, even with the cookie of then', async () => {
    const back = await browser.signInUntilBack('ada-brook')
    const cookie = browser.cookies.get('__Host-signing-in') ?? ''
    await browser.get(back)
    const thief = await product.openStaffBrowser()
    thief.cookies.set('__Host-signing-in', cookie)

    expect((await browser.get(back)).status).toBe(403)
    expect((await thief.get(back)).status).toBe(403)
    expect(await isSignedIn(thief)).toBe(false)
  })

  it('can be stopped at the issuer', async () => {
    expect((await browser.signIn('')).status).toBe(403)
    expect(await isSignedIn(browser)).toBe(false)
  })

  it.each([
    'https://evil.example/staff',
    '//evil.example/staff',
    '/staff//evil.example',
    '/staff@evil.example',
    '/staffing',
    '/es',
    '/staff/../es',
    '/staff/%2e%2e/es',
    '/staff/\\evil.example',
    '/staff/sign-out',
    `/staff/${'a'.repeat(1000)}`,
  ])('never leads on to %s', async (to) => {
    const begun = await browser.get(`/staff/sign-in?to=${encodeURIComponent(to)}`)

    const cameBack = await browser.get(
      browser.pathOf(await browser.choose(begun.headers['location'] ?? '', 'ada-brook')),
    )

    expect([cameBack.status, cameBack.headers['location']]).toEqual([303, 'http://localhost:3000/staff'])
  })

  it('refuses kindly someone whom nobody has made staff, and says whom to ask', async () => {
    const refused = await browser.signIn('kit-lane')

    expect(refused.status).toBe(403)
    expect(wordsOf(refused)).toContain('nobody has made you a coordinator or an admin here')
    expect(wordsOf(refused)).toContain('Riverside Circle')
    expect(await isSignedIn(browser)).toBe(false)
    expect(await trailOf('kit-lane')).toEqual(['sign-in-refused'])
    expect((await product.rows('staff')).map(({ staffId }) => staffId)).not.toContain('kit-lane')
  })

  it('gives the role that someone has now, and ends every session of one who has none any more', async () => {
    product.accounts.push({ accountId: 'lou-pike', name: 'Lou Pike', groups: ['coordinator', 'admin'] })
    const account = product.accounts.at(-1)
    await browser.signIn('lou-pike')
    expect(wordsOf(await browser.get('/staff'))).toContain('Lou Pike, admin')
    const second = await product.openStaffBrowser()

    Object.assign(account ?? {}, { groups: ['coordinator'] })
    await second.signIn('lou-pike')
    expect(wordsOf(await browser.get('/staff'))).toContain('Lou Pike, coordinator')

    Object.assign(account ?? {}, { groups: [] })
    product.clock.moveForward(minute)
    await (await product.openStaffBrowser()).signIn('lou-pike')
    expect([await isSignedIn(browser), await isSignedIn(second)]).toEqual([false, false])
  })
})

describe('a session', () => {
  it('ends after half an hour in which nothing was pressed', async () => {
    await browser.signIn('ada-brook')
    for (let times = 0; times < 4; times += 1) {
      product.clock.moveForward(29 * minute)
      expect(await isSignedIn(browser)).toBe(true)
    }

    product.clock.moveForward(30 * minute)

    const sentAway = await browser.get(page)
    expect([sentAway.status, sentAway.headers['location']]).toEqual([
      303,
      `http://localhost:3000/staff/sign-in?to=${encodeURIComponent(page)}`,
    ])
  })

  it('ends after eight hours, however busy they were', async () => {
    await browser.signIn('ada-brook')
    for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
      product.clock.moveForward(20 * minute)
      expect(await isSignedIn(browser)).toBe(true)
    }

    product.clock.moveForward(20 * minute)

    expect(await isSignedIn(browser)).toBe(false)
  })

  it('is ended here by signing out, and the page links to the issuer’s own end', async () => {
    await browser.signIn('ada-brook')
    const elsewhere = await product.signIn('coordinator')

    const left = await browser.postForm(
      '/staff/sign-out',
      new URLSearchParams({ token: await browser.formToken() }),
    )

    expect(left.status).toBe(200)
    expect(wordsOf(left)).toContain('You are signed out')
    expect(left.body).toMatch(/href="http:\/\/localhost:\d+\/session\/end\?post_logout_redirect_uri=/)
    expect([await isSignedIn(browser), await isSignedIn(elsewhere)]).toEqual([false, true])
    expect((await trailOf('ada-brook')).at(-1)).toBe('signed-out')
  })

  it('is ended everywhere at once, for this person alone', async () => {
    await browser.signIn('ada-brook')
    const elsewhere = await product.signIn('coordinator')
    const colleague = await product.signIn('admin')
    product.clock.moveForward(minute)

    const left = await browser.postForm(
      '/staff/sign-out-everywhere',
      new URLSearchParams({ token: await browser.formToken() }),
    )

    expect(wordsOf(left)).toContain('You are signed out everywhere')
    expect(await isSignedIn(elsewhere)).toBe(false)
    expect(await isSignedIn(colleague)).toBe(true)
    expect((await trailOf('ada-brook')).at(-1)).toBe('signed-out-everywhere')
    await browser.signIn('ada-brook')
    expect([await isSignedIn(browser), await isSignedIn(elsewhere)]).toEqual([true, false])
  })

  it.each(['/staff/sign-out', '/staff/sign-out-everywhere'])(
    'is not ended by opening %s, nor by a form of another site',
    async (path) => {
      await browser.signIn('ada-brook')
      const token = await browser.formToken()
      product.clock.moveForward(minute)

      expect((await browser.get(path)).headers['location']).toBe('/staff')
      for (const [form, headers] of [
        [new URLSearchParams(), {}],
        [new URLSearchParams({ token }), { 'sec-fetch-site': 'cross-site' }],
        [new URLSearchParams({ token }), { origin: 'https://evil.example' }],
      ] as const)
        expect((await browser.postForm(path, form, headers)).status).toBe(403)
      expect(await isSignedIn(browser)).toBe(true)
    },
  )

  it('is nothing that anyone can make, change, or take from something else that we sealed', async () => {
    await browser.get('/staff/sign-in')
    const forAnotherPurpose = browser.cookies.get('__Host-signing-in') ?? ''
    await browser.signIn('ada-brook')
    const session = browser.cookies.get('__Host-session') ?? ''
    const token = await browser.formToken()

    for (const forged of [forAnotherPurpose, token, another(session), `${session}x`, 'x', '']) {
      browser.cookies.set('__Host-session', forged)
      expect([forged, await isSignedIn(browser)]).toEqual([forged, false])
    }
    browser.cookies.set('__Host-session', session)
    expect(await isSignedIn(browser)).toBe(true)
  })
})

describe('a form of the console', () => {
  /** No page answers here, so a form that is let through meets the page for what is not there. */
  const path = '/staff/no-such-form'
  const taken = 404

  it('is taken from a page that was shown to the same person, whatever the browser hides of where it was', async () => {
    await browser.signIn('ada-brook')
    const form = new URLSearchParams({ token: await browser.formToken() })

    for (const headers of [
      {},
      { origin: 'null' },
      { origin: 'http://localhost:3000' },
      { 'sec-fetch-site': 'none' },
    ])
      expect((await browser.postForm(path, form, headers)).status).toBe(taken)
  })

  it('is refused without its token, or with one that is another person’s or made for something else', async () => {
    await browser.signIn('ada-brook')
    const colleague = await product.signIn('admin')

    for (const token of [null, '', 'x', await colleague.formToken(), browser.cookies.get('__Host-session')]) {
      const refused = await browser.postForm(path, new URLSearchParams(token ? { token } : {}))
      expect(refused.status).toBe(403)
      expect(wordsOf(refused)).toContain('This form was not taken')
    }
  })

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:3001' },
  ])('is refused when another site sent it: %o', async (headers) => {
    await browser.signIn('ada-brook')
    const token = await browser.formToken()

    const form = new URLSearchParams({ token, note: 'of another site' })
    const signedIn = await browser.postForm(path, form, headers)
    browser.cookies.clear()
    const signedOut = await browser.postForm(path, form, headers)

    for (const refused of [signedIn, signedOut]) {
      expect(refused.status).toBe(403)
      expect(refused.body).not.toContain('of another site')
    }
  })

  it('comes back with everything that was typed when the session has ended, and can be sent again', async () => {
    const typed = `He said "5 < 6" & left </textarea><script>alert(1)</script>`
    await browser.signIn('ada-brook')
    const token = await browser.formToken()
    product.clock.moveForward(31 * minute)

    const ended = await browser.postForm(
      `${path}?part=notes`,
      new URLSearchParams([
        ['token', token],
        ['note', typed],
        ['days', '1'],
        ['days', '3'],
      ]),
    )

    expect(ended.status).toBe(403)
    expect(wordsOf(ended)).toContain('Your session ended before this was sent')
    expect(ended.body).toContain('target="_blank"')
    expect(ended.body).not.toContain('<script')
    expect(ended.body).toContain(`action="${path}?part=notes"`)
    const kept = [...ended.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
    const unescaped = (text = '') =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
    const again = new URLSearchParams()
    for (const [, name = '', value] of kept) again.append(name, unescaped(value))
    expect([again.get('note'), again.getAll('days')]).toEqual([typed, ['1', '3']])

    const inNewTab = await browser.signIn('ada-brook', '/staff/again')
    expect(wordsOf(await browser.get(browser.pathOf(inNewTab.headers['location'] ?? '')))).toContain(
      'go back to the one with your form',
    )
    expect((await browser.postForm(path, again)).status).toBe(taken)
  })

  it('of someone else is not sent by whoever signs in next', async () => {
    await browser.signIn('ada-brook')
    const token = await browser.formToken()
    product.clock.moveForward(31 * minute)
    await browser.signIn('sam-ortiz')

    expect((await browser.postForm(path, new URLSearchParams({ token }))).status).toBe(403)
  })

  it('that was opened twelve hours ago is shown once more before it is taken', async () => {
    await browser.signIn('ada-brook')
    const token = await browser.formToken()
    product.clock.moveForward(12 * hour)
    await browser.signIn('ada-brook')

    const late = await browser.postForm(path, new URLSearchParams({ token, note: 'typed long ago' }))

    expect(late.status).toBe(403)
    expect(wordsOf(late)).toContain('This form was open for a long time')
    expect(late.body).toContain('value="typed long ago"')
    const [, fresh = ''] = /name="token" value="([^"]+)"/.exec(late.body) ?? []
    expect((await browser.postForm(path, new URLSearchParams({ token: fresh }))).status).toBe(taken)
  })

  it('that is far too long is turned away before anything is read in it', async () => {
    await browser.signIn('ada-brook')

    const form = new URLSearchParams({ token: await browser.formToken(), note: 'a'.repeat(100_000) })

    expect((await browser.postForm(path, form)).status).toBe(413)
  })
})

describe('where the issuer does not answer', () => {
  it('staff are told so, nobody is let in, and it is tried anew the next time', async () => {
    const parameters = product.aws.parameters
    const name = product.aws.settings.STAFF_SIGN_IN_NAME
    const settings = parameters.get(name) ?? ''
    parameters.set(name, settings.replace(/http:\/\/localhost:\d+/, 'http://localhost:9'))
    product.reconnect()

    const away = await browser.get('/staff/sign-in')

    expect(away.status).toBe(503)
    expect(wordsOf(away)).toContain('The sign-in service does not answer')
    parameters.set(name, settings)
    product.reconnect()
    expect((await browser.get('/staff/sign-in')).status).toBe(303)
  })
})
