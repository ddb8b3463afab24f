import { html } from 'hono/html'

import type { PlaceNow } from '../../../domain/way/place-now.ts'
import type { Frame } from '../../frame.ts'
import type { Html } from '../../html.ts'
import { layout } from '../../layout.ts'
import { momentLine } from '../../times.ts'
import { type ProgressWords, progressWords } from '../../words/progress-words.ts'
import { type Own, goOrStay, sentences } from './own-form.ts'

interface StopFacts extends Own {
  place: PlaceNow | null
  /** We still look for a group. */
  isLooking: boolean
  timeZone: string
}

/** What becomes of a place that is held, said before the button is pressed. */
const placeLine = ({ place, isLooking, timeZone }: StopFacts, { yours, language }: ProgressWords) => {
  switch (place?.is) {
    case 'proposed':
      return yours.place.proposed
    case 'offered':
      return yours.place.offered(momentLine(place.keptUntil ?? '', timeZone, language))
    case 'yours':
      return yours.place.stays(place.group)
    case undefined:
      return isLooking ? yours.place.looking : null
  }
}

export const stopContactPage = (frame: Frame, facts: StopFacts): Html => {
  const words = progressWords(frame.language)
  const { stop, place, heading } = words.yours
  return layout(frame, {
    title: heading,
    body: html`<h1>${stop.heading}</h1>
      <p class="lead">${stop.lead}</p>
      ${sentences([
        placeLine(facts, words),
        facts.place?.leaderKnows ? place.leaderNotToReach(facts.place.group) : null,
        stop.noCheckIns,
        stop.again,
      ])}
      <p class="next">${stop.keep}</p>
      ${goOrStay(frame, facts, 'stop-contact', stop.send, words)}`,
  })
}
