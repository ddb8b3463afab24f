import { html } from 'hono/html'

import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { type FacilitatorWords, facilitatorWords } from '../words/facilitator-words.ts'

export type EndedBecause = keyof FacilitatorWords['facilitator']['ended']['because']

/** For a leader who knew of someone and has nothing to do with them any more: what happened, in one line. */
export const facilitatorEndedPage = (
  frame: Frame,
  { reference, because }: { reference: string; because: EndedBecause },
): Html => {
  const { facilitator } = facilitatorWords(frame.language)
  const { ended } = facilitator
  return layout(frame, {
    title: ended.title,
    body: html`<h1>${ended.title}</h1>
      <p class="lead">${ended.because[because]}</p>
      <p>${ended.nothing}</p>
      <dl class="facts">
        <dt>${facilitator.reference}</dt>
        <dd class="small-reference">${reference}</dd>
      </dl>`,
  })
}
