import { html } from 'hono/html'

import type { Html } from '../html.ts'
import { signInWords as words } from '../words/staff-sign-in.ts'
import { type StaffFrame, staffLayout } from './frame.ts'

/** A link and not a redirect: the content policy lets no form of ours lead to another site. */
const issuerSignOut = (lead: string, address: string | null) =>
  address === null ? '' : html`<p>${lead} <a class="tall" href="${address}">${words.issuerSignOut}</a></p>`

export const signedOutPage = (
  frame: StaffFrame,
  { where, issuerAddress }: { where: 'here' | 'everywhere'; issuerAddress: string | null },
): Html => {
  const { title, text } = words.signedOut[where]
  return staffLayout(frame, {
    title,
    body: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      ${issuerSignOut(words.signedOut.issuer, issuerAddress)}
      <p><a class="tall" href="${frame.base}/staff">${words.toStaff}</a></p>`,
  })
}

/** For someone whom the issuer knows and who is not staff here: what to do, and a way to sign in as someone else. */
export const noRolePage = (frame: StaffFrame, issuerAddress: string | null): Html => {
  const { title, text, other } = words.noRole
  return staffLayout(frame, {
    title,
    body: html`<h1>${title}</h1>
      <p class="lead">${text(frame.organisationName)}</p>
      ${issuerSignOut(other, issuerAddress)}
      <p><a class="tall" href="${frame.base}/staff">${words.toStaff}</a></p>`,
  })
}
