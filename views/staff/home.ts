import { html } from 'hono/html'

import type { Html } from '../html.ts'
import { signInWords as words } from '../words/staff-sign-in.ts'
import { type StaffFrame, staffLayout } from './frame.ts'

/** The console's first page. */
export const homePage = (frame: StaffFrame): Html =>
  staffLayout(frame, {
    title: words.home.title,
    body: html`<h1>${words.home.title}</h1>
      <p class="lead">${words.home.text}</p>`,
  })
