import { html } from 'hono/html'

import type { PlaceNow } from '../../../domain/way/place-now.ts'
import { type Frame, addressOf } from '../../frame.ts'
import type { Html } from '../../html.ts'
import { layout, phoneLink } from '../../layout.ts'
import { progressWords } from '../../words/progress-words.ts'
import { type Own, goOrStay, sentences } from './own-form.ts'

interface EraseFacts extends Own {
  place: PlaceNow | null
  /** One last note can be mailed safely. */
  hears: boolean
}

/** What is deleted, what stays and why, before anything is done. */
export const erasePage = (frame: Frame, facts: EraseFacts): Html => {
  const words = progressWords(frame.language)
  const { erase, place: said, heading } = words.yours
  const { place, hears } = facts
  return layout(frame, {
    title: heading,
    body: html`<h1>${erase.heading}</h1>
      <p class="lead">${erase.lead}</p>
      <h2>${erase.goneHeading}</h2>
      ${sentences(erase.gone)}
      <h2>${erase.staysHeading}</h2>
      ${sentences(erase.stays)}
      <h2>${erase.alsoHeading}</h2>
      ${sentences([
        place ? said.goes(place.group) : null,
        place?.leaderKnows ? said.leaderKnows(place.group) : null,
        hears && place?.isInCalendar ? said.calendar : null,
        hears ? erase.mail : erase.noMail,
        erase.link,
      ])}
      ${goOrStay(frame, facts, 'erase-now', erase.send, words)}`,
  })
}

/** After that there is no page to go back to. */
export const erasedPage = (frame: Frame): Html => {
  const { yours, message, site } = progressWords(frame.language)
  const { done } = yours.erase
  return layout(frame, {
    title: yours.heading,
    body: html`<h1>${done.heading}</h1>
      <p class="lead">${done.text}</p>
      <p>${done.again}</p>
      <p>${site.callUs} ${phoneLink(frame.organisation.helpPhone)}</p>
      <p><a class="tall" href="${addressOf(frame, '/')}">${message.toStart}</a></p>
      <p class="quiet">${done.close}</p>`,
  })
}
