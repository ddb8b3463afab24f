import { html } from 'hono/html'

import { pathOfPage, safetyPath } from '../asking-paths.ts'
import { type Frame, addressOf, otherLanguage } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { formWords } from '../words/form-words.ts'

export const startPage = (frame: Frame): Html => {
  const { start } = formWords(frame.language)
  const other = otherLanguage(frame.language)
  return layout(frame, {
    title: start.title,
    isToRead: true,
    noindex: false,
    body: html`<p class="in-other" lang="${other}">
        <a href="${addressOf({ ...frame, language: other }, '/')}">${start.inOtherLanguage}</a>
      </p>
      <h1>${start.heading}</h1>
      <p class="lead">${start.lead}</p>
      <p><a class="button big" href="${addressOf(frame, pathOfPage('about'))}">${start.go}</a></p>
      <ul class="promises">
        ${start.facts.map((fact) => html`<li>${fact}</li>`)}
      </ul>
      <p>${start.timing}</p>
      <p>${start.call} ${phoneLink(frame.organisation.helpPhone)}</p>
      <section class="panel">
        <h2>${start.safetyHeading}</h2>
        <p>${start.safety}</p>
        <p><a class="tall" href="${addressOf(frame, safetyPath)}">${start.toSafety}</a></p>
      </section>
      <h2>${start.onePageHeading}</h2>
      <p><a class="tall" href="${addressOf(frame, '/all')}">${start.onePage}</a></p>
      <h2>${start.notForHeading}</h2>
      <p><a class="tall" href="${addressOf(frame, '/not-for')}">${start.toNotFor}</a></p>`,
  })
}
