import { html } from 'hono/html'

import type { Frame } from '../frame.ts'
import { helpLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { formWords } from '../words/form-words.ts'

/** Nothing is taken from a child (COPPA, 16 CFR 312); help is still given. */
export const under13Page = (frame: Frame): Html => {
  const words = formWords(frame.language)
  const { under13 } = words
  return layout(frame, {
    title: under13.title,
    isToRead: true,
    body: html`<h1>${under13.heading}</h1>
      <p class="lead">${under13.lead}</p>
      <p>${under13.call} ${phoneLink(frame.organisation.helpPhone)}</p>
      <p>${under13.alone}</p>
      ${helpLines(words, ['lifeline', 'childAbuse', 'domesticViolence', 'emergency', 'crisisText'])}
      <p>${under13.notKept}</p>`,
  })
}
