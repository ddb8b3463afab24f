import { createHash } from 'node:crypto'

import type { APIGatewayProxyResult } from 'aws-lambda'

import type { Html } from '../../views/html.ts'

export interface Answer {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
  /** Whole `Set-Cookie` headers. */
  cookies?: readonly string[]
}

const hashOf = (sheet: string) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`

/**
 * For everything we answer. Nothing runs but a file of our own, nothing is fetched from anywhere else, no page is kept in
 * a cache or told to the next site; a page may be styled by these sheets and by nothing else.
 */
export const headersFor = (sheets: readonly string[]) => ({
  'content-security-policy': `default-src 'none'; style-src ${sheets.map(hashOf).join(' ')}; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-robots-tag': 'noindex',
})

export const pageAnswer = async (status: number, page: Html): Promise<Answer> => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: String(await page),
})

/** A script whose name changes with its text: a browser that has it need not ask for it again. */
export const scriptAnswer = (text: string): Answer => ({
  status: 200,
  headers: {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  },
  body: text,
})

export const jsonAnswer = (status: number, body: object, type = 'application/json'): Answer => ({
  status,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body: JSON.stringify(body),
})

/** After a form: the browser fetches `location` anew, so that going back or reloading sends nothing twice. */
export const seeOther = (location: string): Answer => ({ status: 303, headers: { location }, body: '' })

/**
 * Before anything was done: the browser sends the very same form to `location` by itself, so that nothing typed is lost
 * (RFC 9110, 15.4.8: method and content are kept).
 */
export const sendOn = (location: string): Answer => ({ status: 307, headers: { location }, body: '' })

export const toResult = (answer: Answer, headers: ReturnType<typeof headersFor>): APIGatewayProxyResult => ({
  statusCode: answer.status,
  headers: { ...headers, ...answer.headers },
  ...(answer.cookies && { multiValueHeaders: { 'Set-Cookie': [...answer.cookies] } }),
  body: answer.body,
})
