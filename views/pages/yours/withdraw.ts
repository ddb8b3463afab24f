import { html } from 'hono/html'

import type { PlaceNow } from '../../../domain/way/place-now.ts'
import type { Frame } from '../../frame.ts'
import { helpLines, unsafeLines } from '../../help-lines.ts'
import type { Html } from '../../html.ts'
import { layout } from '../../layout.ts'
import { dayOfYear } from '../../times.ts'
import { progressWords } from '../../words/progress-words.ts'
import { type Own, goOrStay, sentences } from './own-form.ts'

interface WithdrawFacts extends Own {
  place: PlaceNow | null
  keptUntil: string
  timeZone: string
  /** They told us that they may not be safe: help stays in sight, whatever becomes of the request. */
  isUnsafe: boolean
}

export const withdrawPage = (frame: Frame, facts: WithdrawFacts): Html => {
  const words = progressWords(frame.language)
  const { withdraw, place: said, heading } = words.yours
  const { place, keptUntil, timeZone, isUnsafe } = facts
  return layout(frame, {
    title: heading,
    body: html`<h1>${withdraw.heading}</h1>
      <p class="lead">${withdraw.lead}</p>
      ${sentences([
        withdraw.stops,
        place ? said.goes(place.group) : null,
        place?.leaderKnows ? said.leaderEnded(place.group) : null,
        place?.isInCalendar ? said.calendar : null,
        withdraw.kept(dayOfYear(keptUntil, timeZone, frame.language)),
      ])}
      ${
        isUnsafe
          ? html`<section class="panel">
              <h2>${withdraw.helpHeading}</h2>
              ${helpLines(words, unsafeLines)}
            </section>`
          : ''
      }
      ${goOrStay(frame, facts, 'withdraw-now', withdraw.send, words)}`,
  })
}
