import { html } from 'hono/html'

import type { Html } from '../../html.ts'
import { requestWords } from '../../words/staff-request.ts'
import { type StaffFrame, staffLayout } from '../frame.ts'

export const requestMissing = (frame: StaffFrame, reference: string): Html =>
  staffLayout(frame, {
    title: requestWords.missing.title,
    body: html`<h1>${requestWords.missing.title}</h1>
      <p class="lead">${requestWords.missing.text(reference)}</p>
      <p><a class="tall" href="${frame.base}/staff">${requestWords.back}</a></p>`,
  })
