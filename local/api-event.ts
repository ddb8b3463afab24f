import type { APIGatewayProxyEvent } from 'aws-lambda'

import { type FunctionName, triggers } from '../functions/triggers.ts'

interface Route {
  name: FunctionName
  method: string
  resource: string
  pattern: RegExp
}

const patternOf = (resource: string) =>
  new RegExp(`^${resource.replace(/\{proxy\+\}/, '(?<proxy>.+)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)

/** How much of a path stands fixed before its first blank; all of it is more than any part. */
const fixedLetters = (resource: string) => (resource.includes('{') ? resource.indexOf('{') : Infinity)

/** The routes of triggers.ts, the most fixed first, as API Gateway prefers them. */
const routes: Route[] = Object.entries(triggers)
  .flatMap(([name, trigger]) =>
    'routes' in trigger
      ? trigger.routes.map((route) => {
          const [method = '', resource = ''] = route.split(' ')
          // Object.entries forgets that its keys are names of functions.
          return { name: name as FunctionName, method, resource, pattern: patternOf(resource) }
        })
      : [],
  )
  .toSorted((one, other) => (fixedLetters(one.resource) < fixedLetters(other.resource) ? 1 : -1))

export interface Incoming {
  method: string
  url: URL
  headers: Record<string, string>
  body: Buffer
}

/**
 * A request as API Gateway's REST API hands it to a function; null when no route fits. The most fixed resource that fits
 * takes the path: where it lacks the method, no other is asked.
 */
export const apiEvent = ({ method, url, headers, body }: Incoming) => {
  const resource = routes.find(({ pattern }) => pattern.test(url.pathname))?.resource
  const route = routes.find((one) => one.method === method && one.resource === resource)
  if (!route) return null
  const event = {
    resource: route.resource,
    path: url.pathname,
    httpMethod: method,
    headers,
    multiValueHeaders: {},
    queryStringParameters: Object.fromEntries(url.searchParams),
    multiValueQueryStringParameters: {},
    pathParameters: { ...route.pattern.exec(url.pathname)?.groups },
    stageVariables: null,
    requestContext: { path: url.pathname },
    body: body.toString('utf8'),
    isBase64Encoded: false,
  }
  // Of the request's context our functions read the path alone.
  return { name: route.name, event: event as unknown as APIGatewayProxyEvent }
}
