import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'

import { type Account, demoAccounts } from './demo-accounts.ts'
import { readBody, serve, urlOf } from './http-server.ts'
import { choosePage, issuerMessage, signOutPage } from './issuer-page.ts'
import { issuerStore } from './issuer-store.ts'

interface Options {
  /** A free port unless one is given. */
  port?: number
  siteAddress: string
  accounts?: readonly Account[]
}

const clientId = 'open-circle'
const hour = 3600

const htmlWith = (policy: string) => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
})

/** Everyone has said yes already: the client is our own, and asking would be one more page to click away. */
const grantEverything = async ({ oidc }: KoaContextWithOIDC) => {
  const accountId = oidc.session?.accountId
  const grant = new oidc.provider.Grant({ clientId, ...(accountId !== undefined && { accountId }) })
  grant.addOIDCScope('openid profile email')
  await grant.save()
  return grant
}

const configuration = (
  siteAddress: string,
  clientSecret: string,
  accounts: readonly Account[],
): Configuration => ({
  adapter: issuerStore(),
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [`${siteAddress}/staff/signed-in`],
      post_logout_redirect_uris: [`${siteAddress}/staff`],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
    },
  ],
  jwks: {
    keys: [generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })],
  },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  findAccount: (_, accountId) => {
    const account = accounts.find((one) => one.accountId === accountId)
    return (
      account && {
        accountId,
        claims: () => ({ sub: accountId, name: account.name, 'cognito:groups': account.groups }),
      }
    )
  },
  loadExistingGrant: grantEverything,
  // As Cognito does it: groups come with every sign-in, and all of it stands in the ID token.
  claims: { openid: ['sub', 'name', 'cognito:groups'] },
  conformIdTokenClaims: false,
  interactions: { url: (_, { uid }) => `/choose/${uid}` },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      logoutSource: async (ctx, form) => void (ctx.body = String(await signOutPage(form))),
      postLogoutSuccessSource: async (ctx) =>
        void (ctx.body = String(await issuerMessage('You are signed out', 'You can close this page.'))),
    },
  },
  renderError: async (ctx, { error }) => {
    ctx.type = 'html'
    ctx.body = String(await issuerMessage('This did not work', `The sign-in was refused: ${error}.`))
  },
  ttl: { AccessToken: hour, Grant: hour, IdToken: hour, Interaction: hour, Session: 8 * hour },
})

/** Whoever chooses to be someone else was someone until now; the issuer would first ask them to sign out. */
const forgetAccount = async (provider: Provider, sessionUid: string) => {
  const session = await provider.Session.findByUid(sessionUid)
  if (!session) return
  delete session.accountId
  await session.persist()
}

/** Shows whom one can be, and takes the choice. */
const choose = async (
  provider: Provider,
  accounts: readonly Account[],
  policy: string,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const { session } = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    response.writeHead(200, htmlWith(policy)).end(String(await choosePage(accounts)))
    return
  }
  const accountId = new URLSearchParams(String(await readBody(request))).get('account')
  const onward = await provider.interactionResult(
    request,
    response,
    accountId ? { login: { accountId } } : { error: 'access_denied' },
    { mergeWithLastSubmission: false },
  )
  if (session && session.accountId !== accountId) await forgetAccount(provider, session.uid)
  response.writeHead(303, { location: onward }).end()
}

/**
 * The issuer that staff of the local run sign in with, certified as such (oidc-provider): our own side of the flow is
 * the deployed one. It keeps the machine's time, as any issuer outside would; our sessions keep ours.
 */
export const startIssuer = async ({ port = 0, siteAddress, accounts = demoAccounts }: Options) => {
  const clientSecret = randomBytes(32).toString('base64url')
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self' ${new URL(siteAddress).origin}; frame-ancestors 'none'; base-uri 'none'`
  // The issuer's name holds its port, which is known once the server listens.
  let provider: Provider | undefined
  const server = await serve(port, async (request, response) => {
    if (!provider) return void response.writeHead(503).end()
    if (urlOf(request).pathname.startsWith('/choose/'))
      return choose(provider, accounts, policy, request, response)
    await provider.callback()(request, response)
  })
  const issuer = `http://localhost:${server.port}`
  provider = new Provider(issuer, configuration(siteAddress, clientSecret, accounts))
  return {
    issuer,
    /** What the stack would have put into Parameter Store. */
    settings: JSON.stringify({ issuer, clientId, clientSecret, rolesClaim: 'cognito:groups' }),
    stop: () => server.stop(),
  }
}

export type Issuer = Awaited<ReturnType<typeof startIssuer>>
