import { html } from 'hono/html'

import type { FormProblem } from '../../domain/read-intake-form.ts'
import { aboutYou } from '../form/about-you.ts'
import { type Answers, typed } from '../form/answers.ts'
import { consent } from '../form/consent.ts'
import { contact } from '../form/contact.ts'
import { errorSummary } from '../form/error-summary.ts'
import type { FormState } from '../form/parts.ts'
import { safety } from '../form/safety.ts'
import { theGroup } from '../form/the-group.ts'
import { wishes } from '../form/wishes.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { problemSentence } from '../sentences.ts'
import { wordsFor } from '../words/words.ts'

interface FormFacts {
  submissionId: string
  answers: Answers
  problems: readonly FormProblem[]
}

/** All the questions on one page. `answers` is empty for a new form. */
export const formPage = (frame: Frame, { submissionId, answers, problems }: FormFacts): Html => {
  const words = wordsFor(frame.language)
  const sentences = new Map(problems.map((one) => [one.field, problemSentence(one, words)]))
  const form: FormState = { words, answers, problems: sentences }
  return layout(frame, {
    title: words.form.title,
    hasProblems: problems.length > 0,
    form: { id: 'answers', send: words.form.send },
    body: html`${errorSummary(form)}
      <h1>${words.form.heading}</h1>
      <p class="lead">${words.form.lead}</p>
      <form
        class="intake"
        id="answers"
        method="post"
        action="${frame.base}/intakes"
        autocomplete="off"
        novalidate
      >
        <input type="hidden" name="submissionId" value="${submissionId}" />
        <input type="hidden" name="language" value="${frame.language}" />
        ${safety(form)}${aboutYou(form)}${theGroup(form)}${wishes(form)}${contact(form)}${consent(form)}
        ${trap(form)}
        <p>${words.form.beforeSend}</p>
        <button type="submit">${words.form.send}</button>
      </form>`,
  })
}

/** People never see this field; programs that fill in everything do. */
const trap = ({ words, answers }: FormState) =>
  html`<div class="unseen">
    <label for="website">${words.form.leaveEmpty}</label>
    <input
      type="text"
      id="website"
      name="website"
      value="${typed(answers, 'website')}"
      tabindex="-1"
      autocomplete="off"
    />
  </div>`
