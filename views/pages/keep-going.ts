import { html } from 'hono/html'

import type { IntakeForm } from '../../domain/form/intake-form.ts'
import { type QuestionPage } from '../../domain/form/question-pages.ts'
import type { Wording } from '../../domain/person/consent-text.ts'
import { backTo, checkPath, pathOfPage, stopPath } from '../asking-paths.ts'
import { type Frame, addressOf } from '../frame.ts'
import { beingHurtLines, helpLines, unsafeLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { askingWords } from '../words/asking-words.ts'

interface Way {
  wording: Wording
  /** Where the form goes on. */
  next: QuestionPage | 'check'
  cameFromCheck: boolean
}

const hrefOf = (frame: Frame, { next, cameFromCheck }: Way) =>
  addressOf(frame, next === 'check' ? checkPath : pathOfPage(next, { cameFromCheck }))

/** Help, as soon as someone says they are not safe; then a free choice to go on or to stop. Nobody is kept from the form. */
export const keepGoingPage = (frame: Frame, way: Way & Pick<IntakeForm, 'safety'>): Html => {
  const words = askingWords(frame.language, way.wording)
  const { asking, helpFirst } = words
  return layout(frame, {
    title: asking.helpFirst.title,
    body: html`${backTo(frame, pathOfPage('safety', way), words)}
      <h1>${helpFirst.heading}</h1>
      <p class="lead">${helpFirst.lead}</p>
      ${helpLines(words, way.safety === 'being-hurt' ? beingHurtLines : unsafeLines)}
      <section class="panel">
        <h2>${helpFirst.truthHeading}</h2>
        <p><strong>${helpFirst.noWatch}</strong></p>
        <p>${helpFirst.readFirst}</p>
      </section>
      <p>${asking.helpFirst.yourChoice}</p>
      <form method="post" action="${addressOf(frame, stopPath)}" autocomplete="off">
        <p class="choose">
          <a class="button" href="${hrefOf(frame, way)}">${asking.helpFirst.go}</a>
          <button class="quiet-button" type="submit">${helpFirst.stop}</button>
        </p>
        <p class="quiet">${helpFirst.stopNote}</p>
      </form>`,
  })
}

/** For someone of 13 to 17 where their forms are taken: what is different for them, before they go on. */
export const youngPage = (frame: Frame, way: Way): Html => {
  const words = askingWords(frame.language, way.wording)
  const { young, next } = words.asking
  return layout(frame, {
    title: young.title,
    body: html`${backTo(frame, pathOfPage('about', way), words)}
      <h1>${young.title}</h1>
      <p class="lead">${young.lead}</p>
      ${young.text.map((line) => html`<p>${line}</p>`)}
      <p><a class="button" href="${hrefOf(frame, way)}">${next}</a></p>`,
  })
}
