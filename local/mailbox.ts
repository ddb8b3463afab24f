import { html } from 'hono/html'

import type { LocalAws } from './aws.ts'
import type { MovableClock } from './clock.ts'
import { readBody, serve } from './http-server.ts'
import { mailboxPage } from './mailbox-page.ts'
import { runSchedules } from './workers.ts'

const hourMs = 3_600_000

/** The steps of the clock's buttons. A step past a due time is made whole by the sweep that follows it. */
export const clockSteps = {
  hour: hourMs,
  day: 24 * hourMs,
  'three-days': 72 * hourMs,
  week: 168 * hourMs,
} as const

const isStep = (step: string | null): step is keyof typeof clockSteps => step !== null && step in clockSteps

interface Options {
  port: number
  ses: LocalAws['ses']
  clock: MovableClock
  siteAddress: string
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
}

/** Every e-mail that would have gone out, as its reader would see it, and a clock that can be moved forward. */
export const startMailbox = ({ port, ses, clock, siteAddress }: Options) =>
  serve(port, async (request, response) => {
    const url = new URL(request.url ?? '/', `http://localhost:${port}`)
    const mails = ses.mails()

    if (url.pathname === '/emails.json')
      return void response
        .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify(mails))

    if (url.pathname === '/clock' && request.method === 'POST') {
      const form = new URLSearchParams(String(await readBody(request)))
      const step = form.get('step')
      const isOurs = !request.headers.origin || request.headers.origin === `http://${request.headers.host}`
      if (isOurs && isStep(step)) {
        clock.moveForward(clockSteps[step])
        await runSchedules()
      }
      return void response.writeHead(303, { location: '/' }).end()
    }

    const shown = mails.find(({ id }) => url.pathname === `/emails/${id}`)
    if (shown)
      return void response
        .writeHead(200, headers)
        .end(shown.html || (await html`<pre>${shown.text}</pre>`).toString())
    if (url.pathname !== '/') return void response.writeHead(404).end()
    const page = await mailboxPage({ mails, now: clock.now(), movedByMs: clock.movedByMs(), siteAddress })
    response.writeHead(200, headers).end(String(page))
  })
