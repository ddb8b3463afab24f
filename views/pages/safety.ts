import { html } from 'hono/html'

import type { Frame } from '../frame.ts'
import { beingHurtLines, helpLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { readingSections } from '../reading-sections.ts'
import { guideWords } from '../words/guide-words.ts'

/** How to ask for help without someone at home knowing. */
export const safetyPage = (frame: Frame): Html => {
  const words = guideWords(frame.language)
  const { safety } = words.guide
  return layout(frame, {
    title: safety.title,
    isToRead: true,
    body: html`<h1>${safety.heading}</h1>
      <p class="lead">${safety.lead}</p>
      ${readingSections(safety.sections)}
      <h2>${safety.hurtHeading}</h2>
      ${helpLines(words, beingHurtLines)}`,
  })
}
