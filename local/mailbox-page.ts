import { html, raw } from 'hono/html'

import type { LocalAws } from './aws.ts'

type Mail = ReturnType<LocalAws['ses']['mails']>[number]

const css = `
  :root { color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #f5f5f0 }
  body { max-width: 46rem; margin: 0 auto; padding: 1rem }
  h1 { font-size: 1.5rem; margin: .5rem 0 } h2 { font-size: 1.125rem; margin: 0 }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .75rem 0 1.5rem }
  button { min-height: 44px; padding: 0 1rem; font: inherit; border: 2px solid #1a4480; border-radius: .25rem; background: #fff; color: #1a4480; cursor: pointer }
  article { background: #fff; border: 1px solid #c9c9c9; border-radius: .5rem; padding: 1rem; margin: 0 0 1rem }
  .facts { color: #3d4551; margin: .25rem 0 .75rem; overflow-wrap: anywhere }
  iframe { width: 100%; height: 34rem; border: 1px solid #dfe1e2 }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
  summary { min-height: 44px; display: flex; align-items: center; cursor: pointer }
`

const moment = (at: number) => new Date(at).toUTCString().replace(':00 GMT', ' UTC')

const steps = [
  ['hour', '1 hour'],
  ['day', '1 day'],
  ['three-days', '3 days'],
  ['week', '1 week'],
] as const

const mailView = ({ id, at, from, to, subject, text }: Mail) =>
  html`<article>
    <h2>${subject}</h2>
    <p class="facts">To ${to.join(', ')}<br />From ${from}<br />${moment(Date.parse(at))}</p>
    <details open>
      <summary>As it looks</summary>
      <iframe sandbox="allow-popups" title="${subject}" src="/emails/${id}"></iframe>
    </details>
    <details>
      <summary>As plain text</summary>
      <pre>${text}</pre>
    </details>
  </article>`

/** The newest mail first, each as its reader sees it. */
export const mailboxPage = (facts: {
  mails: readonly Mail[]
  now: number
  movedByMs: number
  siteAddress: string
}) => {
  const moved = Math.round(facts.movedByMs / 3_600_000)
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
            <a href="${facts.siteAddress}/">${facts.siteAddress}</a>.
          </p>
          <p>
            It is
            <strong>${moment(facts.now)}</strong
            >${moved > 0 ? html`, ${moved} hours ahead of this machine` : ''}. Move the clock forward:
          </p>
          <form method="post" action="/clock">
            ${steps.map(([step, label]) => html`<button name="step" value="${step}">${label}</button>`)}
          </form>
          ${facts.mails.length === 0 ? html`<p>No e-mail yet. Send a form, and it comes here within a second or two.</p>` : facts.mails.toReversed().map(mailView)}
        </main>
      </body>
    </html>`
}
