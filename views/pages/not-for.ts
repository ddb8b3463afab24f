import { html } from 'hono/html'

import { otherHelp } from '../../domain/person/other-help.ts'
import { type Frame, addressOf, callHref } from '../frame.ts'
import { helpLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { guideWords } from '../words/guide-words.ts'

/** What a support group cannot do, each with somewhere else to go: nobody is only sent away. */
export const notForPage = (frame: Frame): Html => {
  const words = guideWords(frame.language)
  const { notFor } = words.guide
  const { children, danger, dailyNeeds, proof, treatment, withdrawal } = notFor
  const others = [
    { number: otherHelp.treatment.number, ...treatment },
    { number: otherHelp.dailyNeeds.number, ...dailyNeeds },
  ]
  return layout(frame, {
    title: notFor.title,
    isToRead: true,
    body: html`<h1>${notFor.heading}</h1>
      <p class="lead">${notFor.lead}</p>
      <h2>${danger.heading}</h2>
      <p>${danger.text}</p>
      ${helpLines(words, ['lifeline', 'emergency', 'domesticViolence'])}
      <h2>${withdrawal.heading}</h2>
      ${withdrawal.text.map((line) => html`<p>${line}</p>`)}
      ${others.map(
        ({ heading, text, number, call }) =>
          html`<h2>${heading}</h2>
            <ul class="help">
              <li>
                <a class="call" href="${callHref(number)}">${call(number)}</a>
                <p>${text}</p>
              </li>
            </ul>`,
      )}
      <h2>${children.heading}</h2>
      <p>${children.text} ${phoneLink(frame.organisation.helpPhone)}</p>
      <h2>${proof.heading}</h2>
      <p>${proof.text}</p>
      <p><a class="tall" href="${addressOf(frame, '/')}">${notFor.toStart}</a></p>`,
  })
}
