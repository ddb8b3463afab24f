import { html } from 'hono/html'

import { type Frame, addressOf, otherLanguage } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { wordsFor } from '../words/words.ts'

export const startPage = (frame: Frame): Html => {
  const { start } = wordsFor(frame.language)
  const other = otherLanguage(frame.language)
  return layout(frame, {
    title: start.title,
    noindex: false,
    body: html`<h1>${start.heading}</h1>
      <p class="lead">${start.lead}</p>
      <p class="onward" lang="${other}">
        <a href="${addressOf({ ...frame, language: other }, '/')}">${start.inOtherLanguage}</a>
      </p>
      <ul class="promises">
        ${start.facts.map((fact) => html`<li>${fact}</li>`)}
      </ul>
      <p><a class="button big" href="${addressOf(frame, '/all')}">${start.go}</a></p>
      <p>${start.timing}</p>
      <p>${start.call} ${phoneLink(frame.organisation.helpPhone)}</p>
      <section class="panel">
        <h2>${start.safetyHeading}</h2>
        <ul>
          ${start.safety.map((line) => html`<li>${line}</li>`)}
        </ul>
      </section>`,
  })
}
