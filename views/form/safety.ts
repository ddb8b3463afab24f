import { html } from 'hono/html'

import { helpLines, unsafeLines } from '../help-lines.ts'
import { pickOne } from './choices.ts'
import type { FormState } from './parts.ts'

export const safetyQuestion = (form: FormState, { isHeading = false } = {}) => {
  const { safety } = form.words.form
  return pickOne(form, {
    name: 'safety',
    question: safety.question,
    hint: safety.hint,
    options: Object.entries(safety.answers),
    isHeading,
  })
}

/** First of all questions. A "No" shows the help lines under it at once, by style alone. */
export const safety = (form: FormState) => {
  const { safety } = form.words.form
  return html`<div class="panel safety">
    ${safetyQuestion(form)}
    <div role="status">
      <div class="help-now">
        <h2>${safety.helpNow}</h2>
        ${helpLines(form.words, unsafeLines)}
        <p>${safety.helpNowNote}</p>
      </div>
    </div>
  </div>`
}
