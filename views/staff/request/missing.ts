import { html } from 'hono/html'

import type { Html } from '../../html.ts'
import { requestWords } from '../../words/staff-request.ts'
import { type StaffFrame, staffLayout } from '../frame.ts'

interface Missing {
  reference: string
  /** Whoever looks has just erased it. */
  isErased: boolean
}

export const requestMissing = (frame: StaffFrame, { reference, isErased }: Missing): Html => {
  const { title, text } = requestWords[isErased ? 'erased' : 'missing']
  return staffLayout(frame, {
    title,
    body: html`<h1>${title}</h1>
      <p class="lead">${text(reference)}</p>
      <p><a class="tall" href="${frame.base}/staff">${requestWords.back}</a></p>`,
  })
}
