import { html } from 'hono/html'

import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { progressWords } from '../words/progress-words.ts'

/** Ends the questions how it goes, and nothing else. */
export const stopPage = (frame: Frame, { isStopped }: { isStopped: boolean }): Html => {
  const { stop } = progressWords(frame.language)
  const { heading, text } = isStopped ? stop.stopped : stop.ask
  return layout(frame, {
    title: stop.title,
    body: html`<h1>${heading}</h1>
      <p class="lead">${text}</p>
      ${
        isStopped
          ? ''
          : html`<form method="post" autocomplete="off">
              <button type="submit">${stop.send}</button>
            </form>`
      }
      <p>${stop.stays}</p>
      <p>${stop.call} ${phoneLink(frame.organisation.helpPhone)}</p>`,
  })
}
