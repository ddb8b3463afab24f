import { html } from 'hono/html'

import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { readingSections } from '../reading-sections.ts'
import { guideWords } from '../words/guide-words.ts'

/** What we hold to, what is not good enough, and whom to tell. */
export const accessibilityPage = (frame: Frame): Html => {
  const { accessibility } = guideWords(frame.language).guide
  return layout(frame, {
    title: accessibility.title,
    isToRead: true,
    body: html`<h1>${accessibility.heading}</h1>
      <p class="lead">${accessibility.lead}</p>
      ${readingSections(accessibility.sections)}
      <h2>${accessibility.tellHeading}</h2>
      <p>${accessibility.tell} ${phoneLink(frame.organisation.helpPhone)}</p>
      <p class="quiet">${accessibility.checked}</p>`,
  })
}
