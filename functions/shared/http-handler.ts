import middy from '@middy/core'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'

import type { Adapters } from '../../adapters/adapters.ts'
import type { Made, Part } from '../../adapters/outside.ts'
import { organisation } from '../../adapters/parts.ts'
import { type Language } from '../../domain/person/language.ts'
import type { Frame } from '../../views/frame.ts'
import { wentWrong } from '../../views/pages/message.ts'
import { css, readingCss } from '../../views/style.ts'
import { type Answer, headersFor, pageAnswer, toResult } from './answer.ts'
import { connection } from './connection.ts'
import { factsOf, log } from './log.ts'

/** A request as our functions see it. */
export interface Request {
  /** Method and path pattern as in functions/triggers.ts: `GET /status/{token}`. */
  route: string
  /** The path below the API's root, such as `/es/all`. */
  path: string
  /** What stands before the path in the browser: a stage like `/prod`, or nothing. */
  base: string
  token: string
  query: Readonly<Record<string, string | undefined>>
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>
  body: string
  bodyBytes: number
}

const lowerCase = (headers: APIGatewayProxyEvent['headers'] | null): Request['headers'] =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))

/** The path below the API's root, from its pattern: behind a domain of one's own the event's path holds the prefix as well. */
const pathOf = ({ resource, pathParameters }: APIGatewayProxyEvent) =>
  resource.replace(/\{(\w+)\+?\}/g, (_, name: string) => pathParameters?.[name] ?? '')

/** Forms arrive as they are, or base64-encoded once binary types are switched on: both are read. */
const requestOf = (event: APIGatewayProxyEvent): Request => {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  const path = pathOf(event)
  const shown = event.requestContext.path.replace(/\/$/, '')
  const below = path.replace(/\/$/, '')
  return {
    route: `${event.httpMethod} ${event.resource}`,
    path,
    base: shown.endsWith(below) ? shown.slice(0, shown.length - below.length) : '',
    token: event.pathParameters?.['token'] ?? '',
    query: event.queryStringParameters ?? {},
    headers: lowerCase(event.headers),
    body: body.toString('utf8'),
    bodyBytes: body.byteLength,
  }
}

export const languageOf = ({ path, query }: Request): Language =>
  path === '/es' || path.startsWith('/es/') || query['language'] === 'es' ? 'es' : 'en'

/** What a page is set in. A page behind a private link has its other language under the same path. */
export const frameOf = (
  request: Request,
  { organisation }: Pick<Adapters, 'organisation'>,
  language = languageOf(request),
): Frame => ({
  language,
  base: request.base,
  path: request.path.replace(/^\/es(?=\/|$)/, '') || '/',
  otherLanguageHref: request.token === '' ? undefined : `?language=${language === 'en' ? 'es' : 'en'}`,
  isAtWork: /^\w+ \/(facilitator|staff)\b/.test(request.route),
  organisation,
})

type WithOrganisation = Record<string, Part<unknown>> & { organisation: Part<Adapters['organisation']> }

/**
 * Answers HTTP requests. Whatever goes wrong, a person gets a page of ours with the help lines on it, and the log gets
 * the kind of the error and nothing of theirs. Pages may be styled by the `sheets`, of which the first is that page's.
 */
export const httpHandler = <Parts extends WithOrganisation>(
  needs: Parts,
  answer: (request: Request, adapters: Made<Parts>) => Promise<Answer>,
  sheets: readonly string[] = [css, readingCss],
) => {
  const headers = headersFor(sheets)
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>().handler(async (event) => {
    const request = requestOf(event)
    try {
      return toResult(await answer(request, connection(needs)), headers)
    } catch (failure) {
      log('request-failed', factsOf(failure))
      const page = wentWrong(frameOf(request, connection({ organisation })))
      return toResult(await pageAnswer(500, page), headers)
    }
  })
}
