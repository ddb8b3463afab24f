import { html } from 'hono/html'

import type { AfterGone, GoneBecause } from '../../domain/way/offered-place.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { progressWords } from '../words/progress-words.ts'

interface GoneFacts {
  because: GoneBecause
  next: AfterGone
  statusUrl: string
}

/** What became of a place that is kept no longer, and what comes after it. The group itself is no longer shown. */
export const placeGonePage = (frame: Frame, { because, next, statusUrl }: GoneFacts): Html => {
  const { offer } = progressWords(frame.language)
  const { heading, text } = offer.gone[because]
  return layout(frame, {
    title: offer.title,
    body: html`<h1>${heading}</h1>
      <p class="lead">${text}</p>
      <p class="next">${offer.afterGone[next]}</p>
      <p><a class="button" href="${statusUrl}">${offer.toStatus}</a></p>
      <p>${offer.call} ${phoneLink(frame.organisation.helpPhone)}</p>`,
  })
}
