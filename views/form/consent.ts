import { html } from 'hono/html'

import { consentFacts } from '../consent-facts.ts'
import { pickOne, tick } from './choices.ts'
import { problemAt, type FormState } from './parts.ts'

/** Facts first, then three choices that stand apart, none of them made for the person. */
export const consent = (form: FormState) => {
  const { consentCheckIn, consentKeep, consentShare } = form.words.form
  return html`<div class="panel">${consentFacts(form.words)}</div>
    <div class="field" role="group" aria-labelledby="consentKeep-question">
      <p class="question" id="consentKeep-question">${consentKeep.question}</p>
      <p class="hint">${consentKeep.hint}</p>
      ${problemAt(form, 'consentKeep')}${tick(form, { name: 'consentKeep', label: consentKeep.yes })}
    </div>
    ${pickOne(form, {
      name: 'consentShare',
      question: consentShare.question,
      hint: consentShare.hint,
      options: Object.entries(consentShare.answers),
    })}
    <div class="field" role="group" aria-labelledby="consentCheckIn-question">
      <p class="question" id="consentCheckIn-question">
        ${consentCheckIn.question} <span class="optional">${form.words.site.optional}</span>
      </p>
      ${tick(form, { name: 'consentCheckIn', label: consentCheckIn.yes })}
    </div>`
}
