import { ok } from 'node:assert/strict'

import type { APIGatewayProxyEvent } from 'aws-lambda'
import fc from 'fast-check'

import { type FunctionName, triggers } from '../../functions/triggers.ts'
import { invoke } from '../../local/handlers.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { oddText, tag } from './odd.ts'

/** A request as anything that speaks HTTP may send it. */
export interface Asked {
  /** As in functions/triggers.ts. */
  route: string
  /** What stands in the blanks of the route. */
  blanks?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>> | null
  headers?: Readonly<Record<string, string>> | null
  body?: string | Uint8Array | null
}

export interface Answered {
  status: number
  headers: Readonly<Record<string, string>>
  cookies: readonly string[]
  body: string
}

const functionOf = new Map(
  Object.entries(triggers).flatMap(([name, trigger]) =>
    // Object.entries forgets that its keys are names of functions.
    'routes' in trigger
      ? trigger.routes.map((route): [string, FunctionName] => [route, name as FunctionName])
      : [],
  ),
)

const eventOf = ({ route, blanks = {}, query = null, headers = null, body = null }: Asked) => {
  const [httpMethod = '', resource = ''] = route.split(' ')
  const path = resource.replaceAll(/\{(\w+)\+?\}/g, (_, name: string) => blanks[name] ?? '')
  const event = {
    resource,
    path,
    httpMethod,
    headers,
    multiValueHeaders: null,
    queryStringParameters: query,
    multiValueQueryStringParameters: null,
    pathParameters: Object.keys(blanks).length === 0 ? null : blanks,
    stageVariables: null,
    requestContext: { path: `/prod${path}` },
    body: body === null || typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
    isBase64Encoded: typeof body === 'object' && body !== null,
  }
  // Of the request's context our functions read the path alone.
  return event as unknown as APIGatewayProxyEvent
}

/** What no answer may be, whatever was asked. */
const lookAt = ({ status, headers, cookies, body }: Answered) => {
  ok(status >= 200 && status < 500, `It is answered with ${status}.`)
  for (const value of [...Object.values(headers), ...cookies])
    // API Gateway and browsers take printable ASCII; a line break would begin another header.
    ok(/^[\x20-\x7E]*$/.test(value), `A header holds what none may: ${JSON.stringify(value)}`)
  ok(body.isWellFormed(), 'The answer holds half a letter.')
  if (headers['content-type']?.startsWith('text/html'))
    ok(!body.includes(tag), 'What was typed became a tag.')
}

/** Asks the product, and looks at the answer. */
export const ask = async (asked: Asked): Promise<Answered> => {
  const name = functionOf.get(asked.route)
  if (!name) throw new Error(`No function answers ${asked.route}.`)
  let result: Awaited<ReturnType<typeof invoke.http>> | undefined
  const lines = await logLinesOf(async () => {
    result = await invoke.http(name, eventOf(asked))
  })
  const { statusCode = 0, headers = {}, multiValueHeaders, body = '' } = result ?? {}
  const answered: Answered = {
    status: statusCode,
    // Our functions answer with text in every header.
    headers: { ...headers } as Record<string, string>,
    cookies: (multiValueHeaders?.['Set-Cookie'] ?? []).map(String),
    body,
  }
  const failed = lines.find(({ event }) => event === 'request-failed' || event === 'issuer-away')
  ok(!failed, `It went wrong: ${JSON.stringify(failed)}`)
  lookAt(answered)
  return answered
}

/** An answer as a branch: the route and its status. */
export const branchOf = ({ route }: Pick<Asked, 'route'>, { status }: Answered) => `${route} ${status}`

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }

const headerNames = [
  'content-type',
  'Content-Type',
  'sec-fetch-site',
  'origin',
  'cookie',
  'accept-language',
  'x-forwarded-for',
]
const headerValues = [
  'application/json',
  'application/x-www-form-urlencoded; charset=utf-16',
  'multipart/form-data; boundary=fz',
  'text/plain',
  'cross-site',
  'same-site',
  'null',
  'https://elsewhere.example.org',
  '__Host-answers=fz; __Host-session=fz; __Host-closed=',
  '__Host-answers=sent',
  '=; ;;__Host-answers',
]

/** Headers beside those that are right. */
export const oddHeaders = fc.dictionary(
  fc.constantFrom(...headerNames),
  fc.oneof(fc.constantFrom(...headerValues), oddText),
  { maxKeys: 2, noNullPrototype: true },
)

export const oddQuery = fc.oneof(
  fc.constant(null),
  fc.dictionary(
    fc.oneof(
      fc.constantFrom('language', 'from', 'for', 'a', 'to', 'done', 'reference', 'code', 'state'),
      oddText,
    ),
    fc.oneof(fc.constantFrom('es', 'check', 'them', 'yes', 'better'), oddText),
    { maxKeys: 3, noNullPrototype: true },
  ),
)
