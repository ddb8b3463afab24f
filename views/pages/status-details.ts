import { html } from 'hono/html'

import type { Decision, Suggestion } from '../../domain/matching/decision.ts'
import type { OwnPage } from '../../domain/person/own-page.ts'
import type { OfferedPlace } from '../../domain/way/offered-place.ts'
import type { Frame } from '../frame.ts'
import { groupToGoTo, openGroup, placeGroup } from '../group-card.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { nearMissSentence } from '../sentences.ts'
import { type StageFacts, stageSummary } from '../stage.ts'
import { type ProgressWords, progressWords } from '../words/progress-words.ts'
import { ownMenu } from './yours/menu.ts'

interface Held {
  group: Suggestion
  /** What the person knows of this place, and where they say yes or no to it; null before they were asked. */
  page: { path: string; pass: string; place: OfferedPlace } | null
}

interface DetailsFacts extends StageFacts {
  /** The zone the person lives in: they go to groups by the clock on their own wall. */
  homeTimeZone: string
  held: Held | null
  openMeetings: readonly Suggestion[]
  alternatives: readonly Suggestion[]
  nearMisses: Decision['nearMisses']
  /** What can be turned to from here, and the pass that opens it. */
  own: { pass: string; pages: readonly OwnPage[] }
}

/** What the code opens: the groups themselves, and why. */
export const statusDetailsPage = (frame: Frame, facts: DetailsFacts): Html => {
  const words = progressWords(frame.language)
  const { details } = words
  const { held, openMeetings, homeTimeZone } = facts
  const { alternatives, nearMisses } = isSettled(held) ? { alternatives: [], nearMisses: [] } : facts
  const hasNothing = !held && openMeetings.length + alternatives.length + nearMisses.length === 0
  const place = (group: Suggestion) => placeGroup(group, homeTimeZone, words)
  const open = (group: Suggestion) => openGroup(group, homeTimeZone, words)
  return layout(frame, {
    title: details.title,
    body: html`${stageSummary(frame, facts, words)} ${hasNothing ? html`<p>${details.nothing}</p>` : ''}
      ${held ? heldPlace(held, homeTimeZone, frame, words) : ''}
      ${part(details.openHeading, details.open, openMeetings.map(open))}
      ${part(details.alternativesHeading, details.alternatives, alternatives.map(place))}
      ${part(details.nearMissesHeading, details.nearMisses, nearMissList(nearMisses, words))}
      ${ownMenu(frame, facts.own, facts.own.pages, words)}
      <p>${details.call} ${phoneLink(frame.organisation.helpPhone)}</p>
      <p class="quiet">${details.close}</p>`,
  })
}

/** Someone who said yes is not shown what else there might have been. */
const isSettled = (held: Held | null) => (held?.page ? held.page.place.is !== 'to-answer' : false)

const heldPlace = ({ group, page }: Held, homeTimeZone: string, frame: Frame, words: ProgressWords) => {
  const { details } = words
  const asPlace = placeGroup(group, homeTimeZone, words)
  if (page === null) return part(details.heldHeading, details.held, [asPlace])
  const { place } = page
  const toPage = html`<form method="post" action="${page.path}" autocomplete="off">
    <input type="hidden" name="language" value="${frame.language}" />
    <input type="hidden" name="pass" value="${page.pass}" />
    <button type="submit">${place.is === 'to-answer' ? details.toAnswer : details.toPlace}</button>
  </form>`
  if (place.is === 'to-answer') return part(details.offeredHeading, details.offered, [asPlace, toPage])
  if (place.is === 'accepted') return part(details.yoursHeading, details.accepted, [asPlace, toPage])
  const firstSessionAt = place.is === 'scheduled' ? place.firstSessionAt : null
  const card = groupToGoTo(group, { homeTimeZone, firstSessionAt }, words)
  return part(details.yoursHeading, details.yours, [card, toPage])
}

const part = (heading: string, lead: string, contents: Html[]) =>
  contents.length === 0
    ? ''
    : html`<section>
        <h2>${heading}</h2>
        <p>${lead}</p>
        ${contents}
      </section>`

const nearMissList = (nearMisses: Decision['nearMisses'], words: ProgressWords) =>
  nearMisses.map(
    ({ name, exclusions }) =>
      html`<article class="card">
        <h3>${name}</h3>
        <p>${nearMissSentence(exclusions, words)}</p>
      </article>`,
  )
