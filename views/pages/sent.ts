import { html } from 'hono/html'

import type { Wording } from '../../domain/person/consent-text.ts'
import type { Frame } from '../frame.ts'
import { helpLines, unsafeLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { dateLine } from '../times.ts'
import { type ProgressWords, progressWords } from '../words/progress-words.ts'

interface SentFacts {
  reference: string
  statusUrl: string
  /** Opens the details behind the link. Shown here and nowhere else. */
  code: string
  readBy: string
  timeZone: string
  isUrgent: boolean
  wording: Wording
}

export const sentPage = (frame: Frame, facts: SentFacts): Html => {
  const words = progressWords(frame.language)
  const sent = facts.wording === 'they' ? { ...words.sent, ...words.sentForThem } : words.sent
  return layout(frame, {
    title: sent.title,
    body: html`<h1>${sent.heading}</h1>
      <p class="lead">${sent.lead}</p>
      ${
        facts.isUrgent
          ? html`<section class="panel">
              <p><strong>${sent.urgent}</strong></p>
              ${helpLines(words, unsafeLines)}
            </section>`
          : ''
      }
      <div class="ticket">
        <h2>${sent.reference}</h2>
        <p class="reference">${facts.reference}</p>
        <p class="hint">${sent.referenceHint}</p>
      </div>
      <h2>${sent.nextHeading}</h2>
      <ol class="steps">
        ${steps(facts, sent, frame.language).map((step) => html`<li>${step}</li>`)}
      </ol>
      <h2>${sent.linkHeading}</h2>
      <p>${sent.link}</p>
      <p><a class="button" href="${facts.statusUrl}">${sent.openLink}</a></p>
      <p class="address">${facts.statusUrl}</p>
      <div class="ticket">
        <h2>${sent.codeHeading}</h2>
        <p class="reference">${facts.code}</p>
        <p class="hint">${sent.code}</p>
      </div>
      <section class="panel">
        <h2>${sent.sharedHeading}</h2>
        <p>${sent.shared}</p>
      </section>`,
  })
}

/** Whoever is not safe is not told of groups: no machine looks for one, and staff speak with them first. */
const steps = (
  { isUrgent, readBy, timeZone }: SentFacts,
  sent: ProgressWords['sent'],
  language: Frame['language'],
) => {
  const date = dateLine(readBy, timeZone, language)
  return isUrgent
    ? [sent.readFirst(date), sent.contact, sent.youDecide]
    : [sent.read(date), sent.look, sent.contact, sent.yourChoice]
}
