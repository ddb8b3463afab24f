import { html } from 'hono/html'

import { type CodeFacts, codeForm } from '../code-form.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { progressWords } from '../words/progress-words.ts'

/** Where someone else may read the mail that the link came in: the page says nothing before it is given the code. */
export const offerCodePage = (frame: Frame, facts: CodeFacts): Html => {
  const words = progressWords(frame.language)
  const { offer } = words
  return layout(frame, {
    title: offer.title,
    hasProblems: facts.codeProblem !== null,
    body: html`<h1>${offer.codeHeading}</h1>
      <p class="lead">${offer.codeLead}</p>
      ${codeForm(frame, facts, words)}`,
  })
}
