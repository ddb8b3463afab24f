import { html } from 'hono/html'

import { pickOne, tick } from './choices.ts'
import { line } from './lines.ts'
import { problemAt, type FormState } from './parts.ts'

export const aboutYou = (form: FormState) => {
  const { who, age } = form.words.form
  return html`${pickOne(form, {
    name: 'who',
    question: who.question,
    hint: form.words.form.forAnother,
    options: Object.entries(who.answers),
  })}
  ${helper(form)}
  ${pickOne(form, {
    name: 'age',
    question: age.question,
    hint: age.hint,
    options: Object.entries(age.answers),
  })}`
}

const helper = (form: FormState) => {
  const { helper } = form.words.form
  return html`<div class="when-helping inset" role="group" aria-labelledby="helper-heading">
    <p class="question" id="helper-heading">${helper.heading}</p>
    <p class="hint">${helper.hint}</p>
    ${line(form, { name: 'helperName', question: helper.name, autocomplete: 'name' })}
    ${line(form, {
      name: 'helperPhone',
      question: helper.phone,
      type: 'tel',
      autocomplete: 'tel',
      width: 'middle',
    })}
    <div class="field">
      ${problemAt(form, 'helperAgreed')}${tick(form, { name: 'helperAgreed', label: helper.agreed })}
    </div>
  </div>`
}
