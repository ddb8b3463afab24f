import { html } from 'hono/html'

import type { Answers } from '../form/answers.ts'
import { type Frame, addressOf } from '../frame.ts'
import { helpLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { formWords } from '../words/form-words.ts'

/** For someone who said that they are not safe: help before all else, then a free choice to send the form or to stop. */
export const helpFirstPage = (frame: Frame, { answers }: { answers: Answers }): Html => {
  const words = formWords(frame.language)
  const { helpFirst } = words
  const { changeLanguage: _, ...given } = answers
  const carried = Object.entries({ ...given, language: [frame.language], helpSeen: ['yes'] })
  return layout(frame, {
    title: helpFirst.title,
    form: { id: 'answers', send: helpFirst.send },
    body: html`<h1>${helpFirst.heading}</h1>
      <p class="lead">${helpFirst.lead}</p>
      ${helpLines(words)}
      <section class="panel">
        <h2>${helpFirst.truthHeading}</h2>
        <p><strong>${helpFirst.noWatch}</strong></p>
        <p>${helpFirst.readFirst}</p>
      </section>
      <p>${helpFirst.yourChoice}</p>
      <form id="answers" method="post" action="${frame.base}/intakes" autocomplete="off">
        ${carried.flatMap(([name, values]) =>
          values.map((value) => html`<input type="hidden" name="${name}" value="${value}" />`),
        )}
        <p class="choose">
          <button type="submit">${helpFirst.send}</button>
          <a class="button quiet-button" href="${addressOf(frame, '/now')}">${helpFirst.stop}</a>
        </p>
        <p class="quiet">${helpFirst.stopNote}</p>
      </form>`,
  })
}
