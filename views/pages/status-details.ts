import { html } from 'hono/html'

import type { Decision, Suggestion } from '../../domain/decision.ts'
import type { Frame } from '../frame.ts'
import { openGroup, placeGroup } from '../group-card.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { nearMissSentence } from '../sentences.ts'
import { type StageFacts, stageSummary } from '../stage.ts'
import type { Words } from '../words/en.ts'
import { wordsFor } from '../words/words.ts'

interface DetailsFacts extends StageFacts {
  /** The zone the person lives in: they go to groups by the clock on their own wall. */
  homeTimeZone: string
  held: Suggestion | null
  openMeetings: readonly Suggestion[]
  alternatives: readonly Suggestion[]
  nearMisses: Decision['nearMisses']
}

/** What the code opens: the groups themselves, and why. */
export const statusDetailsPage = (frame: Frame, facts: DetailsFacts): Html => {
  const words = wordsFor(frame.language)
  const { details } = words
  const { alternatives, held, nearMisses, openMeetings, homeTimeZone } = facts
  const hasNothing = !held && openMeetings.length + alternatives.length + nearMisses.length === 0
  const place = (group: Suggestion) => placeGroup(group, homeTimeZone, words)
  const open = (group: Suggestion) => openGroup(group, homeTimeZone, words)
  return layout(frame, {
    title: details.title,
    body: html`${stageSummary(frame, facts, words)} ${hasNothing ? html`<p>${details.nothing}</p>` : ''}
      ${part(details.heldHeading, details.held, held ? [place(held)] : [])}
      ${part(details.openHeading, details.open, openMeetings.map(open))}
      ${part(details.alternativesHeading, details.alternatives, alternatives.map(place))}
      ${part(details.nearMissesHeading, details.nearMisses, nearMissList(nearMisses, words))}
      <p>${details.call} ${phoneLink(frame.organisation.helpPhone)}</p>
      <p class="quiet">${details.close}</p>`,
  })
}

const part = (heading: string, lead: string, contents: Html[]) =>
  contents.length === 0
    ? ''
    : html`<section>
        <h2>${heading}</h2>
        <p>${lead}</p>
        ${contents}
      </section>`

const nearMissList = (nearMisses: Decision['nearMisses'], words: Words) =>
  nearMisses.map(
    ({ name, exclusions }) =>
      html`<article class="card">
        <h3>${name}</h3>
        <p>${nearMissSentence(exclusions, words)}</p>
      </article>`,
  )
