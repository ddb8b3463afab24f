import { html } from 'hono/html'

import type { IntakeForm } from '../../domain/form/intake-form.ts'
import { pageOfField } from '../../domain/form/question-pages.ts'
import type { Wording } from '../../domain/person/consent-text.ts'
import { backTo, pathOfPage, stopPath } from '../asking-paths.ts'
import { checkSections } from '../check-rows.ts'
import type { Answers } from '../form/answers.ts'
import { trap } from '../form/trap.ts'
import { type Frame, addressOf } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { type AskingWords, askingWords } from '../words/asking-words.ts'

interface CheckFacts {
  form: IntakeForm
  wording: Wording
  /** What is sent, by the names of the HTML form: it rides in this page, so that a person sends what they see here. */
  sent: Answers
}

/** Every answer once more before it is sent, each with a way to change it. */
export const checkPage = (frame: Frame, { form, wording, sent }: CheckFacts): Html => {
  const words = askingWords(frame.language, wording)
  const { check } = words
  const hidden = Object.entries(sent).flatMap(([name, values]) => values.map((value) => [name, value]))
  return layout(frame, {
    title: check.title,
    body: html`${backTo(frame, pathOfPage('consent'), words)}
      <h1>${check.heading}</h1>
      <p class="lead">${check.lead}</p>
      ${checkSections(form, words).map(
        ({ heading, rows }) =>
          html`<h2>${heading}</h2>
            <dl class="check">${rows.map((row) => answered(frame, row, words))}</dl>`,
      )}
      <form class="send" method="post" action="${frame.base}/intakes" autocomplete="off">
        ${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        ${trap(words, '')}
        <p>${words.form.beforeSend}</p>
        <button class="big" type="submit">${words.form.send}</button>
      </form>
      <form method="post" action="${addressOf(frame, stopPath)}" autocomplete="off">
        <button class="like-link" type="submit">${check.clear}</button>
      </form>`,
  })
}

type Row = ReturnType<typeof checkSections>[number]['rows'][number]

const answered = (frame: Frame, { field, at, label, answers }: Row, { check }: AskingWords) => {
  const page = pageOfField(field) ?? 'about'
  const change = `${addressOf(frame, pathOfPage(page, { cameFromCheck: true }))}#${at}`
  return html`<div>
    <dt>${label}</dt>
    ${answers.map((answer) => html`<dd>${answer}</dd>`)}
    ${answers.length === 0 ? html`<dd class="quiet">${check.notProvided}</dd>` : ''}
    <dd class="act">
      <a href="${change}">${check.change}<span class="unseen">: ${label}</span></a>
    </dd>
  </div>`
}
