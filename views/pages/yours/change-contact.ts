import { html } from 'hono/html'

import type { FormProblem } from '../../../domain/form/read-intake-form.ts'
import type { Answers } from '../../form/answers.ts'
import { detailsOfWays, ways } from '../../form/contact.ts'
import { errorSummary } from '../../form/error-summary.ts'
import type { FormState } from '../../form/parts.ts'
import type { Frame } from '../../frame.ts'
import type { Html } from '../../html.ts'
import { layout } from '../../layout.ts'
import { problemSentence } from '../../problem-sentence.ts'
import { problemWords } from '../../words/problem-words.ts'
import { progressWords } from '../../words/progress-words.ts'
import { type Own, backToDetails, goButton, ownForm } from './own-form.ts'

interface ContactFacts extends Own {
  answers: Answers
  problems: readonly FormProblem[]
  /** The group whose leader knows the ways of before. */
  toldGroup: string | null
}

/** The questions of the form about safe contact, with what was answered last. */
export const changeContactPage = (frame: Frame, facts: ContactFacts): Html => {
  const words = { ...problemWords(frame.language), ...progressWords(frame.language) }
  const { contact, place, heading } = words.yours
  const form: FormState = {
    words,
    answers: facts.answers,
    problems: new Map(facts.problems.map((one) => [one.field, problemSentence(one, words)])),
  }
  return layout(frame, {
    title: heading,
    hasProblems: facts.problems.length > 0,
    body: html`${errorSummary(form)}
      <h1>${contact.heading}</h1>
      <p class="lead">${contact.lead}</p>
      ${ownForm(
        frame,
        facts,
        html`${ways(form)}${detailsOfWays(form, contact.emailHint)}
          ${facts.toldGroup ? html`<p>${place.leaderToLook(facts.toldGroup)}</p>` : ''}
          <p>${goButton('change-contact', contact.send)}</p>`,
      )}
      ${backToDetails(frame, facts, words)}`,
  })
}
