import { html } from 'hono/html'

import type { Frame } from '../frame.ts'
import { helpLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { formWords } from '../words/form-words.ts'

/** Points a young person to people who can help: what the law asks differs by state, so a person decides, not code. */
export const under18Page = (frame: Frame): Html => {
  const words = formWords(frame.language)
  const { under18 } = words
  return layout(frame, {
    title: under18.title,
    isToRead: true,
    body: html`<h1>${under18.heading}</h1>
      <p class="lead">${under18.lead}</p>
      <p>${under18.call} ${phoneLink(frame.organisation.helpPhone)}</p>
      <p>${under18.parent}</p>
      <p>${under18.alone}</p>
      ${helpLines(words, ['lifeline', 'childAbuse', 'domesticViolence', 'emergency', 'crisisText'])}
      <p>${under18.notKept}</p>`,
  })
}
