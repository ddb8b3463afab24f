import { html, raw } from 'hono/html'

import type { LocalAws } from './aws.ts'
import { daysAndHours, officeTime } from './time-in-words.ts'

export type Mail = ReturnType<LocalAws['ses']['mails']>[number]

const css = `
  :root { color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #f5f5f0 }
  body { max-width: 46rem; margin: 0 auto; padding: 1rem }
  h1 { font-size: 1.5rem; margin: .5rem 0 } h2 { font-size: 1.125rem; margin: 0 }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .75rem 0 1.5rem }
  button { min-height: 44px; padding: 0 1rem; font: inherit; border: 2px solid #1a4480; border-radius: .25rem; background: #fff; color: #1a4480; cursor: pointer }
  article { background: #fff; border: 1px solid #c9c9c9; border-radius: .5rem; padding: 1rem; margin: 0 0 1rem }
  .facts { color: #3d4551; margin: .25rem 0 .75rem; overflow-wrap: anywhere }
  .frame { height: 44rem; min-height: 12rem; border: 1px solid #dfe1e2; overflow: hidden; resize: vertical }
  iframe { display: block; width: 100%; height: calc(100% - 1rem); border: 0 }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
  summary { padding: .625rem 0; color: #1a4480; text-decoration: underline; cursor: pointer }
`

const steps = [
  ['hour', '1 hour'],
  ['day', '1 day'],
  ['three-days', '3 days'],
  ['week', '1 week'],
] as const

const canBeStopped = ({ headers = [] }: Mail) =>
  headers.some(({ name }) => name.toLowerCase() === 'list-unsubscribe')

const attachmentsView = ({ id, attachments }: Mail) =>
  attachments.length === 0
    ? ''
    : html`<p class="facts">
        Attached:
        ${attachments.map(
          ({ filename }, at) => html`<a href="/emails/${id}/attachments/${at}">${filename || 'a file'}</a> `,
        )}
      </p>`

const mailView = (mail: Mail, timeZone: string) => {
  const { id, at, from, to, subject, text } = mail
  return html`<article>
    <h2>${subject}</h2>
    <p class="facts">To ${to.join(', ')}<br />From ${from}<br />${officeTime(Date.parse(at), timeZone)}</p>
    ${canBeStopped(mail) ? html`<p class="facts">This mail can be stopped in one click.</p>` : ''}
    ${attachmentsView(mail)}
    <details open>
      <summary>As it looks</summary>
      <div class="frame">
        <iframe
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          title="${subject}"
          src="/emails/${id}"
        ></iframe>
      </div>
    </details>
    <details>
      <summary>As plain text</summary>
      <pre>${text}</pre>
    </details>
  </article>`
}

/** The newest mail first, each as its reader sees it. */
export const mailboxPage = (facts: {
  mails: readonly Mail[]
  now: number
  movedByMs: number
  timeZone: string
  siteAddress: string
}) => {
  const moved = daysAndHours(facts.movedByMs)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Mailbox – Open Circle on this machine</title>
        <style>
          ${raw(css)}
        </style>
      </head>
      <body>
        <main>
          <h1>Mailbox</h1>
          <p>
            Every e-mail that would have gone out. None leaves this machine. The pages are at
            <a href="${facts.siteAddress}/">${facts.siteAddress}</a>. There is also
            <a href="/letters">every letter there is</a>, to look at.
          </p>
          <p>
            It is
            <strong>${officeTime(facts.now, facts.timeZone)}</strong
            >${moved ? `, ${moved} ahead of this machine` : ''}. Move the clock forward:
          </p>
          <form method="post" action="/clock">
            ${steps.map(([step, label]) => html`<button name="step" value="${step}">${label}</button>`)}
          </form>
          ${
            facts.mails.length === 0
              ? html`<p>No e-mail yet. Send a form, and it comes here within a second or two.</p>`
              : facts.mails.toReversed().map((mail) => mailView(mail, facts.timeZone))
          }
        </main>
      </body>
    </html>`
}
