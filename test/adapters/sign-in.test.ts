import { afterEach, describe, expect, it } from 'vitest'

import { signIn } from '../../adapters/sign-in.ts'
import { readBody, serve } from '../../local/http-server.ts'

const redirectUri = 'http://localhost:3000/staff/signed-in'
const randomBytes = (count: number) => new Uint8Array(count).fill(7)

interface Asked {
  path: string
  authorization: string | undefined
  body: string
}

/** An issuer that publishes its facts, writes down what it is asked, and refuses every code. */
const anIssuer = async (facts: Record<string, unknown> = {}, refusal = 'invalid_grant') => {
  const asked: Asked[] = []
  let isAway = false
  const server = await serve(0, async (request, response) => {
    const { authorization } = request.headers
    asked.push({ path: request.url ?? '', authorization, body: String(await readBody(request)) })
    response.setHeader('content-type', 'application/json')
    if (isAway) return void response.writeHead(500).end()
    if (request.url === '/token') return void response.writeHead(400).end(JSON.stringify({ error: refusal }))
    response.end(
      JSON.stringify({
        issuer: address,
        authorization_endpoint: `${address}/authorize`,
        token_endpoint: `${address}/token`,
        ...facts,
      }),
    )
  })
  const address = `http://127.0.0.1:${server.port}`
  return {
    address,
    asked,
    goAway: () => void (isAway = true),
    comeBack: () => void (isAway = false),
    stop: () => server.stop(),
  }
}

let issuer: Awaited<ReturnType<typeof anIssuer>> | undefined
afterEach(() => issuer?.stop())

const settingsFor = (given: Record<string, unknown>) =>
  JSON.stringify({
    issuer: issuer?.address,
    clientId: 'circle',
    rolesClaim: 'roles',
    ...given,
  })

const openFor = (given: Record<string, unknown> = {}) => signIn(async () => settingsFor(given), randomBytes)

describe('an issuer', () => {
  it('is asked what it is once, however many sign in', async () => {
    issuer = await anIssuer()
    const staff = openFor()

    await Promise.all([staff.begin(redirectUri), staff.begin(redirectUri)])
    await staff.begin(redirectUri)

    expect(issuer.asked.map(({ path }) => path)).toEqual(['/.well-known/openid-configuration'])
  })

  it('that was away is asked again', async () => {
    issuer = await anIssuer()
    const staff = openFor()
    issuer.goAway()
    await expect(staff.begin(redirectUri)).rejects.toThrow('unexpected HTTP response status code')
    expect(await staff.signOutAddress('http://localhost:3000/staff')).toBeNull()

    issuer.comeBack()

    expect((await staff.begin(redirectUri)).address).toContain(`${issuer.address}/authorize?`)
  })

  it('is another one as soon as the settings name another', async () => {
    issuer = await anIssuer()
    let clientId = 'circle'
    const staff = signIn(async () => settingsFor({ clientId }), randomBytes)
    await staff.begin(redirectUri)

    clientId = 'other'

    expect((await staff.begin(redirectUri)).address).toContain('client_id=other')
  })

  it.each(['http://issuer.example', 'http://127.0.0.1.example', 'http://10.0.0.1'])(
    'is never spoken to unencrypted beyond this machine: %s',
    async (address) => {
      await expect(openFor({ issuer: address }).begin(redirectUri)).rejects.toThrow('must be https')
    },
  )

  it('is asked for a code with PKCE, a state, a nonce, and a sign-in anew', async () => {
    issuer = await anIssuer()

    const { address, signingIn } = await openFor().begin(redirectUri)

    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      response_type: 'code',
      client_id: 'circle',
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      state: signingIn.state,
      nonce: signingIn.nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      prompt: 'login',
    })
  })

  it.each([
    ['with its secret', { clientSecret: 'a secret' }, `Basic ${btoa('circle:a+secret')}`, null],
    ['by its name alone where it has no secret', { clientSecret: '' }, undefined, 'circle'],
  ])('is brought the code by our client, %s', async (_, given, authorization, clientId) => {
    issuer = await anIssuer()
    const staff = openFor(given)
    const { signingIn } = await staff.begin(redirectUri)

    const answered = await staff.complete(
      new URL(`${redirectUri}?code=abc&state=${signingIn.state}`),
      signingIn,
    )

    expect(answered).toEqual({ refused: 'invalid_grant' })
    const brought = issuer.asked.at(-1)
    const body = new URLSearchParams(brought?.body)
    expect([brought?.path, brought?.authorization, body.get('client_id')]).toEqual([
      '/token',
      authorization,
      clientId,
    ])
    expect([body.get('code_verifier'), body.get('redirect_uri')]).toEqual([signingIn.verifier, redirectUri])
  })

  it.each([
    ['fails while a code is exchanged', 'invalid_grant', true],
    ['refuses our client, and with it everybody', 'invalid_client', false],
  ])('that %s is an outage, and no refusal of this person', async (_, refusal, isAway) => {
    issuer = await anIssuer({}, refusal)
    const staff = openFor()
    const { signingIn } = await staff.begin(redirectUri)
    if (isAway) issuer.goAway()

    await expect(
      staff.complete(new URL(`${redirectUri}?code=abc&state=${signingIn.state}`), signingIn),
    ).rejects.toThrow(/unexpected HTTP response status code|error in the response body/)
  })

  it('ends its own session where it says, or where the settings say, or nowhere', async () => {
    issuer = await anIssuer({ end_session_endpoint: 'http://127.0.0.1/end' })
    expect(await openFor().signOutAddress('http://localhost:3000/staff')).toBe(
      'http://127.0.0.1/end?post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fstaff&client_id=circle',
    )
    expect(await openFor({ signOutUrl: 'https://pool.example/logout' }).signOutAddress('')).toBe(
      'https://pool.example/logout',
    )
    await issuer.stop()

    issuer = await anIssuer()
    expect(await openFor().signOutAddress('http://localhost:3000/staff')).toBeNull()
  })
})
