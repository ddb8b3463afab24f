import { html } from 'hono/html'

import type { Html } from '../html.ts'
import { signInWords as words } from '../words/staff-sign-in.ts'
import { type StaffFrame, staffLayout } from './frame.ts'

const messagePage =
  (which: 'refused' | 'away' | 'formRefused' | 'formTooLarge' | 'pageMissing') =>
  (frame: StaffFrame): Html => {
    const { title, text } = words[which]
    return staffLayout(frame, {
      title,
      body: html`<h1>${title}</h1>
        <p class="lead">${text}</p>
        <p><a class="tall" href="${frame.base}/staff">${words.toStaff}</a></p>`,
    })
  }

/** The same whatever was wrong: it says nothing to whoever tries out codes. */
export const signInRefused = messagePage('refused')
export const issuerAway = messagePage('away')
export const formRefused = messagePage('formRefused')
export const formTooLarge = messagePage('formTooLarge')
export const pageMissing = messagePage('pageMissing')

/** Where someone lands who signed in again only to send a form that waits in another tab. */
export const signedInAgain = (frame: StaffFrame): Html => {
  const { title, text } = words.again
  return staffLayout(frame, {
    title,
    body: html`<h1>${title}</h1>
      <p class="lead">${text}</p>`,
  })
}
