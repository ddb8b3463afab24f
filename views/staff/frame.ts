import { html, raw } from 'hono/html'

import type { Role } from '../../domain/staff/staff.ts'
import type { Html } from '../html.ts'
import { signInWords as words } from '../words/staff-sign-in.ts'
import { formToken } from './form-token.ts'
import { staffCss } from './style.ts'

/** Put together here, where no formatter can add a blank that the hash does not know. */
const style = raw(`<style>${staffCss}</style>`)

export interface SignedIn {
  name: string
  role: Role
  csrfToken: string
}

/** What every page of the console is set in. */
export interface StaffFrame {
  /** What stands before every path of ours: a stage like `/prod`, or nothing. */
  base: string
  organisationName: string
  /** Nobody, on pages about signing in and out. */
  staff: SignedIn | null
}

const signOutButton = (base: string, path: string, label: string, staff: SignedIn) =>
  html`<form method="post" action="${base}${path}">
    ${formToken(staff)}
    <button class="switch">${label}</button>
  </form>`

const whoIsSignedIn = (base: string, staff: SignedIn) =>
  html`<div class="whoami">
    <p>${staff.name}, ${words.roles[staff.role]}</p>
    ${signOutButton(base, '/staff/sign-out', words.signOut, staff)}
    ${signOutButton(base, '/staff/sign-out-everywhere', words.signOutEverywhere, staff)}
  </div>`

/** What surrounds every page of the console. Staff read English; the help lines are for the people they work for. */
export const staffLayout = (
  { base, organisationName, staff }: StaffFrame,
  { title, body }: { title: string; body: Html },
): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${title} – ${words.console}</title>
        <meta name="robots" content="noindex" />
        ${style}
      </head>
      <body class="console">
        <a class="skip" href="#main">${words.skip}</a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href="${base}/staff">${organisationName}</a>
            ${staff ? whoIsSignedIn(base, staff) : ''}
          </div>
        </header>
        <main id="main" tabindex="-1"><div class="wrap">${body}</div></main>
      </body>
    </html> `
