import { html } from 'hono/html'

import { pathOfPage } from '../asking-paths.ts'
import type { Answers } from '../form/answers.ts'
import { type Frame, addressOf } from '../frame.ts'
import { helpLines, unsafeLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { askingWords } from '../words/asking-words.ts'

/** Where the question pages cannot go on, and what can be done instead. Nobody is told off. */

/** For someone whose answers are not there any more, by the clock or because their browser let go of them. */
export const clearedPage = (frame: Frame, because: 'time-over' | 'not-here'): Html => {
  const { asking } = askingWords(frame.language, 'you')
  return layout(frame, {
    title: asking.cleared.title,
    body: html`<h1>${asking.cleared.title}</h1>
      <p class="lead">${asking.cleared[because]}</p>
      <p><a class="button" href="${addressOf(frame, pathOfPage('about'))}">${asking.cleared.again}</a></p>
      <p><a class="tall" href="${addressOf(frame, '/all')}">${asking.onePage}</a></p>`,
  })
}

/** For a browser that keeps no cookie: what was just answered comes along to the page with all questions. */
export const noCookiePage = (frame: Frame, answers: Answers): Html => {
  const { asking } = askingWords(frame.language, 'you')
  const { noCookie } = asking
  const { changeLanguage: _, ...given } = answers
  const carried = Object.entries({ ...given, language: [frame.language], goOn: ['yes'] })
  return layout(frame, {
    title: noCookie.title,
    form: { id: 'answers', send: noCookie.go },
    body: html`<h1>${noCookie.heading}</h1>
      <p class="lead">${noCookie.text}</p>
      <p>${noCookie.kept}</p>
      <form id="answers" method="post" action="${frame.base}/intakes" autocomplete="off">
        ${carried.flatMap(([name, values]) =>
          values.map((value) => html`<input type="hidden" name="${name}" value="${value}" />`),
        )}
        <button type="submit">${noCookie.go}</button>
      </form> `,
  })
}

/** For someone who goes back to the questions after they sent their form. */
export const alreadySentPage = (frame: Frame): Html => {
  const { asking } = askingWords(frame.language, 'you')
  const { alreadySent } = asking
  return layout(frame, {
    title: alreadySent.title,
    body: html`<h1>${alreadySent.title}</h1>
      <p class="lead">${alreadySent.text}</p>
      <p><a class="tall" href="${addressOf(frame, pathOfPage('about'))}">${alreadySent.another}</a></p>`,
  })
}

/** For someone who stopped on the way, who may have done so because they are not safe. */
export const stoppedPage = (frame: Frame): Html => {
  const words = askingWords(frame.language, 'you')
  const { stopped } = words.asking
  return layout(frame, {
    title: stopped.title,
    body: html`<h1>${stopped.title}</h1>
      <p class="lead">${stopped.text}</p>
      ${helpLines(words, unsafeLines)}
      <p><a class="tall" href="${addressOf(frame, '/')}">${stopped.start}</a></p>`,
  })
}
