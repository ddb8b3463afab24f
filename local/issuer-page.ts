import { html, raw } from 'hono/html'

import type { Html } from '../views/html.ts'
import type { Account } from './demo-accounts.ts'

const css = `
  :root { color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #f5f5f0 }
  body { max-width: 36rem; margin: 0 auto; padding: 1rem }
  h1 { font-size: 1.5rem; margin: .5rem 0 }
  form { display: grid; gap: .75rem; margin: 1.5rem 0 }
  button { min-height: 44px; padding: 0 1rem; font: inherit; border: 2px solid #1a4480; border-radius: .25rem; background: #fff; color: #1a4480; cursor: pointer }
`

const page = (title: string, body: Html) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${title} – Open Circle on this machine</title>
        <style>
          ${raw(css)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`

/** Who to be. There is nothing to type: on this machine nobody has anything to protect from you. */
export const choosePage = (accounts: readonly Account[]) =>
  page(
    'Who do you want to be?',
    html`<p>
        This page stands in for the real sign-in, where staff type a password and the code of a second factor.
        It is part of the local run and of nothing else.
      </p>
      <form method="post">
        ${accounts.map(
          ({ accountId, name, groups }) =>
            html`<button name="account" value="${accountId}">${[name, ...groups].join(', ')}</button>`,
        )}
        <button name="account" value="">Do not sign in</button>
      </form>`,
  )

/** `form` comes from the issuer's library, with its own protection in it; the buttons belong to it by its id. */
export const signOutPage = (form: string) =>
  page(
    'Sign out here as well?',
    html`${raw(form)}
      <p><button name="logout" value="yes" form="op.logoutForm">Yes, sign me out</button></p>
      <p><button form="op.logoutForm">No, stay signed in</button></p>`,
  )

export const issuerMessage = (title: string, text: string) => page(title, html`<p>${text}</p>`)
