import type { ServerResponse } from 'node:http'

import type { LocalAws } from './aws.ts'
import type { MovableClock } from './clock.ts'
import type { Attachment } from './embedded/ses-attachments.ts'
import { framedMail, framedMailPolicy } from './framed-mail.ts'
import { readBody, serve, urlOf } from './http-server.ts'
import { inTheme, isShelf, lettersPage } from './letters/page.ts'
import { everyLetter } from './letters/written.ts'
import { mailboxPage } from './mailbox-page.ts'

const hourMs = 3_600_000

const clockSteps = {
  hour: hourMs,
  day: 24 * hourMs,
  'three-days': 72 * hourMs,
  week: 168 * hourMs,
} as const

/** A long step is lived through in strides: what is meant for ten in the morning comes by day, and not at midnight. */
const strideMs = 6 * hourMs

const isStep = (step: string | null): step is keyof typeof clockSteps =>
  step !== null && Object.hasOwn(clockSteps, step)

interface Options {
  port: number
  ses: Pick<LocalAws['ses'], 'mails'>
  clock: MovableClock
  /** Does what is due, and returns when all of it has arrived. */
  catchUp: () => Promise<void>
  /** The office's, in which every time is shown. */
  timeZone: string
  siteAddress: string
}

const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"

const headersWith = (policy: string) => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
})

/** A file for the disk: whatever it says of itself, it is not shown as a page of ours. */
const sendAttachment = (response: ServerResponse, { filename, contentType, encoding, content }: Attachment) =>
  void response
    .writeHead(200, {
      'content-type': contentType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(Buffer.from(content, encoding))

/** The pages on which every letter there is can be looked at; null for an address that is none of them. */
const letterAt = async (pathname: string, siteAddress: string) => {
  const asked = /^\/letters(?:\/([\w-]+))?(?:\/(light|dark))?$/.exec(pathname)
  if (!asked) return null
  const [, name = 'en-full', theme] = asked
  const letters = await everyLetter(siteAddress)
  if (theme === undefined)
    return isShelf(name) ? { policy: pagePolicy, page: String(await lettersPage(letters, name)) } : null
  const letter = letters.find(({ id }) => id === name)
  if (!letter) return null
  const html = inTheme(letter, theme === 'dark' ? 'dark' : 'light')
  return { policy: framedMailPolicy, page: await framedMail({ ...letter.letter, html }) }
}

/** Every e-mail that would have gone out, as its reader would see it, and a clock that can be moved forward. */
export const startMailbox = ({ port, ses, clock, catchUp, timeZone, siteAddress }: Options) =>
  serve(port, async (request, response) => {
    const { pathname } = urlOf(request)
    const mails = ses.mails()

    if (pathname === '/emails.json')
      return void response
        .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify(mails))

    if (pathname === '/clock' && request.method === 'POST') {
      const form = new URLSearchParams(String(await readBody(request)))
      const step = form.get('step')
      const isOurs = !request.headers.origin || request.headers.origin === `http://${request.headers.host}`
      if (isOurs && isStep(step)) {
        await catchUp()
        for (let leftMs: number = clockSteps[step]; leftMs > 0; leftMs -= strideMs) {
          clock.moveForward(Math.min(leftMs, strideMs))
          await catchUp()
        }
        // What a bounce gave staff to do was written down and not announced: the next look finds it.
        await catchUp()
      }
      return void response.writeHead(303, { location: '/' }).end()
    }

    if (pathname.startsWith('/letters')) {
      const found = await letterAt(pathname, siteAddress)
      if (!found) return void response.writeHead(404).end()
      return void response.writeHead(200, headersWith(found.policy)).end(found.page)
    }

    const shown = mails.find(({ id }) => pathname === `/emails/${id}`)
    if (shown) return void response.writeHead(200, headersWith(framedMailPolicy)).end(await framedMail(shown))
    const [, id, number] = /^\/emails\/([^/]+)\/attachments\/(\d+)$/.exec(pathname) ?? []
    const attachment = mails.find((mail) => mail.id === id)?.attachments[Number(number)]
    if (attachment) return sendAttachment(response, attachment)
    if (pathname !== '/') return void response.writeHead(404).end()
    const page = await mailboxPage({
      mails,
      now: clock.now(),
      movedByMs: clock.movedByMs(),
      timeZone,
      siteAddress,
    })
    response.writeHead(200, headersWith(pagePolicy)).end(String(page))
  })
