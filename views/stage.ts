import { html } from 'hono/html'

import { dateLine } from './times.ts'
import type { Words } from './words/en.ts'

export type Stage = keyof Words['stages']

interface StageFacts {
  stage: Stage
  nextAt: string | null
  timeZone: string
  reference: string
}

/** Where things are, in one heading, one sentence and one date. */
export const stageSummary = ({ stage, nextAt, timeZone, reference }: StageFacts, words: Words) => {
  const { heading, text, next } = words.stages[stage]
  return html`<h1>${heading}</h1>
    <p class="lead">${text}</p>
    ${nextAt ? html`<p class="next">${next(dateLine(nextAt, timeZone, words.language))}</p>` : ''}
    ${stage === 'closed' ? '' : html`<p>${words.status.noContact}</p>`}
    <dl class="facts">
      <dt>${words.status.reference}</dt>
      <dd class="small-reference">${reference}</dd>
    </dl>`
}
