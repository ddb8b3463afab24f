import * as oidc from 'openid-client'
import * as z from 'zod/mini'

import { type Role, roleIn } from '../domain/staff/staff.ts'

const settingsSchema = z.object({
  issuer: z.url(),
  clientId: z.string().check(z.minLength(1)),
  /** Empty for a client that has none. */
  clientSecret: z._default(z.string(), ''),
  rolesClaim: z.string().check(z.minLength(1)),
  /** Where the issuer ends its own session, if its published facts do not say so, or say it otherwise. */
  signOutUrl: z._default(z.string(), ''),
})

/** What has to be the same when someone comes back from the issuer; the browser keeps it for us, sealed. */
export interface SigningIn {
  state: string
  nonce: string
  verifier: string
}

export interface Identity {
  staffId: string
  name: string
  role: Role | null
}

/** The issuer's answer takes no longer than this, or counts as none: our own function has 15 seconds. */
const patienceSeconds = 5

/** Unencrypted only where nothing leaves the machine: the local run. */
const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

const discover = async (json: string) => {
  const { clientSecret, ...settings } = z.parse(settingsSchema, JSON.parse(json))
  const issuer = new URL(settings.issuer)
  const isPlain = issuer.protocol === 'http:'
  if (isPlain && !isLoopback(issuer)) throw new Error('The issuer that staff sign in with must be https.')
  const client = await oidc.discovery(
    issuer,
    settings.clientId,
    undefined,
    clientSecret === '' ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
    { timeout: patienceSeconds, execute: isPlain ? [oidc.allowInsecureRequests] : [] },
  )
  return { ...settings, client }
}

/** The issuer did not answer, or answered something that is no answer. */
const outages: ReadonlySet<string | undefined> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])

/**
 * Why this person, this browser or this code may not come in. Whatever keeps everybody out, such as a wrong client
 * secret, is an outage, and is thrown.
 */
const refusalIn = (failure: unknown): string => {
  if (failure instanceof oidc.AuthorizationResponseError) return failure.error
  if (failure instanceof oidc.ResponseBodyError && failure.error === 'invalid_grant') return failure.error
  if (failure instanceof oidc.ClientError && !outages.has(failure.code)) return failure.code ?? failure.name
  throw failure
}

const textIn = (claims: Readonly<Record<string, unknown>>, ...names: string[]) =>
  names
    .flatMap((name) => (typeof claims[name] === 'string' ? [claims[name]] : []))
    .find((claim) => claim.trim() !== '')

const identityOf = (claims: oidc.IDToken, rolesClaim: string): Identity => ({
  staffId: claims.sub,
  name: (textIn(claims, 'name', 'preferred_username', 'email') ?? 'Staff').slice(0, 100),
  role: roleIn(claims[rolesClaim]),
})

/**
 * Staff sign in with an OpenID Connect issuer: authorization code with PKCE (RFC 9700), whichever issuer the settings
 * name. What the issuer says of itself is asked for once in a process, and again after a failure or new settings.
 */
export const signIn = (readSettings: () => Promise<string>, randomBytes: (count: number) => Uint8Array) => {
  let opened: { json: string; found: ReturnType<typeof discover> } | null = null
  const open = async () => {
    const json = await readSettings()
    if (opened?.json !== json) opened = { json, found: discover(json) }
    return opened.found.catch((failure: unknown) => {
      opened = null
      throw failure
    })
  }
  const secret = () => Buffer.from(randomBytes(32)).toString('base64url')

  return {
    /** Where to send the browser, and what it has to bring back. */
    async begin(redirectUri: string): Promise<{ address: string; signingIn: SigningIn }> {
      const { client } = await open()
      const signingIn = { state: secret(), nonce: secret(), verifier: secret() }
      const address = oidc.buildAuthorizationUrl(client, {
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state: signingIn.state,
        nonce: signingIn.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(signingIn.verifier),
        code_challenge_method: 'S256',
        // A session that ended here must not begin again by itself because the issuer still knows this browser.
        prompt: 'login',
      })
      return { address: address.href, signingIn }
    },

    /** Exchanges what the browser brought back for who they are; or says, as a code, why not. */
    async complete(
      cameBackTo: URL,
      { state, nonce, verifier }: SigningIn,
    ): Promise<Identity | { refused: string }> {
      const { client, rolesClaim } = await open()
      try {
        const tokens = await oidc.authorizationCodeGrant(client, cameBackTo, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        return claims ? identityOf(claims, rolesClaim) : { refused: 'no-id-token' }
      } catch (failure) {
        return { refused: refusalIn(failure) }
      }
    },

    /** Where the issuer ends its own session, which outlives ours; null where it has no such page or cannot be asked. */
    async signOutAddress(returnTo: string): Promise<string | null> {
      try {
        const { client, signOutUrl } = await open()
        if (signOutUrl !== '') return signOutUrl
        if (client.serverMetadata().end_session_endpoint === undefined) return null
        return oidc.buildEndSessionUrl(client, { post_logout_redirect_uri: returnTo }).href
      } catch {
        return null
      }
    },
  }
}
