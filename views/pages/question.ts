import { html } from 'hono/html'

import {
  type QuestionPage,
  numberOfPage,
  pageBefore,
  questionPages,
} from '../../domain/form/question-pages.ts'
import type { FormProblem } from '../../domain/form/read-intake-form.ts'
import type { Wording } from '../../domain/person/consent-text.ts'
import { backTo, checkPath, pathOfPage } from '../asking-paths.ts'
import { aboutYou } from '../form/about-you.ts'
import type { Answers } from '../form/answers.ts'
import { consent } from '../form/consent.ts'
import { email, nameAndWays, note, phone, safeHours, voicemail } from '../form/contact.ts'
import { errorSummary } from '../form/error-summary.ts'
import type { FormState } from '../form/parts.ts'
import { safetyQuestion } from '../form/safety.ts'
import { meeting, topics } from '../form/the-group.ts'
import { wishes } from '../form/wishes.ts'
import { type Frame, addressOf } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { problemSentence } from '../problem-sentence.ts'
import { type AskingWords, askingWords } from '../words/asking-words.ts'

interface QuestionFacts {
  page: QuestionPage
  wording: Wording
  /** What was answered on this page and on all others. */
  answers: Answers
  problems?: readonly FormProblem[]
  /** Whether the page was opened from where all answers are checked, to change one. */
  cameFromCheck: boolean
  /** Something to know before the first question. */
  notice?: string
}

/** One page of questions. */
export const questionPage = (frame: Frame, facts: QuestionFacts): Html => {
  const { page, answers, problems = [], notice } = facts
  const words = askingWords(frame.language, facts.wording)
  const { asking } = words
  const sentences = new Map(problems.map((one) => [one.field, problemSentence(one, words)]))
  const form: FormState = { words, answers, problems: sentences }
  return layout(frame, {
    title: asking.titles[page],
    hasProblems: problems.length > 0,
    form: { id: 'answers', send: asking.next },
    body: html`${back(frame, facts, words)}${errorSummary(form, { lead: asking.problemsLead })}
      <p class="caption">${asking.caption(numberOfPage(page), questionPages.length)}</p>
      ${wayTo(page)} ${heading(page, answers, words)} ${notice ? html`<p class="panel">${notice}</p>` : ''}
      <form
        class="question-page"
        id="answers"
        method="post"
        action="${addressOf(frame, pathOfPage(page, facts))}"
        autocomplete="off"
        novalidate
      >
        ${questions[page](form)}
        <button type="submit">${asking.next}</button>
      </form>`,
  })
}

/** The caption once more for the eye; who hears the page has heard it. */
const wayTo = (page: QuestionPage) =>
  html`<div class="way" aria-hidden="true">
    ${questionPages.map((one) => html`<span class="${numberOfPage(one) <= numberOfPage(page) ? 'done' : ''}"></span>`)}
  </div>`

const waysIn = (answers: Answers) => {
  const contact = answers['contact'] ?? []
  const byCall = contact.includes('call')
  return { contact, byCall, byPhone: byCall || contact.includes('text'), byEmail: contact.includes('email') }
}

const back = (frame: Frame, { page, answers, cameFromCheck }: QuestionFacts, words: AskingWords) => {
  const before = pageBefore(page, waysIn(answers))
  if (cameFromCheck) return backTo(frame, checkPath, words)
  return backTo(frame, before ? pathOfPage(before) : '/', words)
}

/** A page with one question has it as its heading. */
const heading = (page: QuestionPage, answers: Answers, { asking }: AskingWords) => {
  const { headings } = asking
  switch (page) {
    case 'safety':
    case 'support':
    case 'note':
      return ''
    case 'details': {
      const { byPhone, byEmail } = waysIn(answers)
      return html`<h1>${byPhone ? (byEmail ? headings.phoneAndEmail : headings.phone) : headings.email}</h1>`
    }
    case 'kind':
      return html`<h1>${headings.kind}</h1>
        <p class="lead">${asking.skip}</p>`
    default:
      return html`<h1>${headings[page]}</h1>`
  }
}

const questions: Record<QuestionPage, (form: FormState) => Html> = {
  about: aboutYou,
  safety: (form) => safetyQuestion(form, { isHeading: true }),
  support: (form) => topics(form, { isHeading: true }),
  meeting,
  kind: wishes,
  reaching: nameAndWays,
  details: (form) => {
    const { byCall, byPhone, byEmail } = waysIn(form.answers)
    return html`${byPhone ? phone(form) : ''}${byCall ? voicemail(form) : ''}
    ${byPhone ? safeHours(form) : ''}${byEmail ? email(form) : ''}`
  },
  note: (form) => note(form, { isHeading: true }),
  consent,
}
