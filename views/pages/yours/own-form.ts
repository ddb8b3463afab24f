import { html } from 'hono/html'

import type { Frame } from '../../frame.ts'
import type { Html } from '../../html.ts'
import type { ProgressWords } from '../../words/progress-words.ts'

/** What every form behind the code carries: that whoever sends it was shown a page that only the code opens. */
export interface Own {
  pass: string
}

const hidden = ({ language }: Frame, { pass }: Own) =>
  html`<input type="hidden" name="language" value="${language}" />
    <input type="hidden" name="pass" value="${pass}" />`

/** A form whose buttons say what they do by `go`, and which names nothing in the address. */
export const ownForm = (frame: Frame, own: Own, body: Html): Html =>
  html`<form method="post" autocomplete="off" novalidate>${hidden(frame, own)} ${body}</form>`

export const goButton = (go: string, label: string, look = ''): Html =>
  html`<button class="${look}" type="submit" name="go" value="${go}">${label}</button>`

/** What cannot be undone, or not at once: the way back stands beside it, as near as the way on. */
export const goOrStay = (frame: Frame, own: Own, go: string, label: string, { yours }: ProgressWords): Html =>
  ownForm(
    frame,
    own,
    html`<p class="choose">${goButton(go, label)} ${goButton('details', yours.stay, 'quiet-button')}</p>`,
  )

export const backToDetails = (frame: Frame, own: Own, { yours }: ProgressWords): Html =>
  ownForm(frame, own, html`<p>${goButton('details', yours.back, 'quiet-button')}</p>`)

export const sentences = (lines: readonly (string | null)[]): Html =>
  html`<ul>
    ${lines.flatMap((line) => (line === null ? [] : [html`<li>${line}</li>`]))}
  </ul>`
