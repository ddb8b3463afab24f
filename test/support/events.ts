import type { APIGatewayProxyEvent, Context, SQSEvent } from 'aws-lambda'

import { apiEvent } from '../../local/api-event.ts'

/** Functions read nothing of it. */
export const context = {} as Context

/** A request as API Gateway hands it over, deployed under a stage. */
export const httpEvent = (
  method: string,
  path: string,
  {
    body = '',
    headers = {},
    stage = '/prod',
  }: { body?: string; headers?: Record<string, string>; stage?: string } = {},
): APIGatewayProxyEvent => {
  const routed = apiEvent({
    method,
    url: new URL(path, 'https://example.org'),
    headers,
    body: Buffer.from(body),
  })
  if (!routed) throw new Error(`No function answers ${method} ${path}.`)
  // Of the request's context our functions read the path alone.
  const requestContext = { path: `${stage}${routed.event.path}` } as APIGatewayProxyEvent['requestContext']
  return { ...routed.event, requestContext }
}

export const formEvent = (form: URLSearchParams, given: Parameters<typeof httpEvent>[2] = {}) =>
  httpEvent('POST', '/intakes', {
    body: String(form),
    ...given,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...given.headers },
  })

/** Messages as Lambda's poller hands them over. */
export const queueEvent = (...messages: unknown[]): SQSEvent => ({
  Records: messages.map((message, index) => ({
    messageId: `message-${index}`,
    receiptHandle: '',
    body: typeof message === 'string' ? message : JSON.stringify(message),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: 'us-east-1',
  })),
})
