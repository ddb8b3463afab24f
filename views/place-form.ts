import { html } from 'hono/html'

import type { Answers } from './form/answers.ts'
import { pickOne } from './form/choices.ts'
import type { FormState } from './form/parts.ts'
import type { Frame } from './frame.ts'
import type { ProgressWords } from './words/progress-words.ts'

/** What the forms about a place have in common: what was sent, what it lacked, and who may send it. */
export interface PlaceForm {
  answers: Answers
  missing: readonly (keyof ProgressWords['offer']['problems'])[]
  /** Says that whoever was shown this form had given the code. */
  pass: string
}

export const problemsOf = ({ missing }: PlaceForm, { offer }: ProgressWords): FormState['problems'] =>
  new Map(missing.map((field) => [field, offer.problems[field]]))

export const anotherQuestion = (form: FormState<ProgressWords>) => {
  const { another } = form.words.offer
  return pickOne(form, {
    name: 'another',
    question: another.question,
    options: Object.entries(another.answers),
  })
}

export const hiddenFields = ({ language }: Frame, { pass }: PlaceForm) =>
  html`<input type="hidden" name="sends" value="answer" />
    <input type="hidden" name="language" value="${language}" />
    <input type="hidden" name="pass" value="${pass}" />`
