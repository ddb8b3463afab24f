import { html } from 'hono/html'

import type { FormProblem } from '../../domain/form/read-intake-form.ts'
import { aboutYou } from '../form/about-you.ts'
import { type Answers, hasAnyOf, typed } from '../form/answers.ts'
import { consent } from '../form/consent.ts'
import { detailsOfWays, nameAndWays, note } from '../form/contact.ts'
import { errorSummary } from '../form/error-summary.ts'
import { type FormState, optionalPart } from '../form/parts.ts'
import { safety } from '../form/safety.ts'
import { meeting, topics } from '../form/the-group.ts'
import { trap } from '../form/trap.ts'
import { wishes } from '../form/wishes.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { problemSentence } from '../problem-sentence.ts'
import { formWords } from '../words/form-words.ts'

interface FormFacts {
  submissionId: string
  answers: Answers
  problems: readonly FormProblem[]
}

/** All the questions on one page. `answers` is empty for a new form. */
export const formPage = (frame: Frame, { submissionId, answers, problems }: FormFacts): Html => {
  const words = formWords(frame.language)
  const sentences = new Map(problems.map((one) => [one.field, problemSentence(one, words)]))
  const form: FormState = { words, answers, problems: sentences }
  const { sections } = words.form
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
        ${safety(form)}
        <h2>${sections.you}</h2>
        ${aboutYou(form)}
        <h2>${sections.group}</h2>
        ${topics(form)}${meeting(form)}${wishes(form)}
        <h2>${sections.contact}</h2>
        ${nameAndWays(form)}${detailsOfWays(form)}
        ${optionalPart(
          form,
          {
            id: 'note-part',
            summary: words.form.note.question,
            isOpen: hasAnyOf(answers, ['note']) || form.problems.has('note'),
          },
          note(form),
        )}
        <h2>${sections.choices}</h2>
        ${consent(form)} ${trap(words, typed(answers, 'website'))}
        <p>${words.form.beforeSend}</p>
        <button type="submit">${words.form.send}</button>
      </form>`,
  })
}
