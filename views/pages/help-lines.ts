import { html } from 'hono/html'

import { type Frame, addressOf } from '../frame.ts'
import { helpLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { pageWords } from '../words/page-words.ts'

export const helpLinesPage = (frame: Frame): Html => {
  const words = pageWords(frame.language)
  const { help } = words
  return layout(frame, {
    title: help.title,
    isToRead: true,
    body: html`<h1>${help.heading}</h1>
      <p class="lead">${help.lead}</p>
      ${helpLines(words)}
      <p>${help.callUs} ${phoneLink(frame.organisation.helpPhone)}</p>
      <p><a class="tall" href="${addressOf(frame, '/questions/1')}">${help.toStart}</a></p>`,
  })
}
