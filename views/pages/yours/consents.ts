import { html } from 'hono/html'

import type { Choice } from '../../../domain/person/consent-history.ts'
import type { Revocable } from '../../../domain/person/consent.ts'
import type { PlaceNow } from '../../../domain/way/place-now.ts'
import type { Frame } from '../../frame.ts'
import type { Html } from '../../html.ts'
import { layout } from '../../layout.ts'
import { dayOfYear } from '../../times.ts'
import { type ProgressWords, progressWords } from '../../words/progress-words.ts'
import { type Own, backToDetails, goButton, ownForm } from './own-form.ts'

interface ConsentFacts extends Own {
  choices: readonly Choice[]
  /** What can still be taken back. */
  standing: readonly Revocable[]
  place: PlaceNow | null
  /** The leader of the group whose place they have may be told, or was. */
  isShared: boolean
  /** What was taken back just now. */
  done: Revocable | null
  timeZone: string
}

const nameOf = ({ purpose, group }: Choice, { yours: { consents } }: ProgressWords) =>
  purpose === 'share-with-group' ? consents.withGroup(group ?? '') : consents.names[purpose]

/** One choice: what was said, when, under which wording, and since when it holds no more. */
export const choiceLines = (choice: Choice, timeZone: string, words: ProgressWords) => {
  const { consents } = words.yours
  const day = (at: string) => dayOfYear(at, timeZone, words.language)
  return html`<dt>${nameOf(choice, words)}</dt>
    <dd>${consents.said[choice.answer](day(choice.givenAt))}</dd>
    ${choice.takenBackAt ? html`<dd><strong>${consents.takenBack(day(choice.takenBackAt))}</strong></dd>` : ''}
    <dd class="quiet">${consents.wording(choice.textVersion)}</dd>`
}

/** What follows from taking back that we may share: it depends on who knows already. */
const shareMeans = ({ place, isShared }: ConsentFacts, { yours: { consents } }: ProgressWords) => {
  const { share, shareTold, shareUntold } = consents.means
  if (place === null || !isShared) return share
  return `${place.leaderKnows ? shareTold(place.group) : shareUntold(place.group)} ${share}`
}

const takeBack = (frame: Frame, facts: ConsentFacts, purpose: Revocable, words: ProgressWords) => {
  const { consents } = words.yours
  const means = purpose === 'share' ? shareMeans(facts, words) : consents.means[purpose]
  return html`<section class="panel">
    <h2>${consents.names[purpose]}</h2>
    <p>${means}</p>
    ${ownForm(
      frame,
      facts,
      html`<input type="hidden" name="purpose" value="${purpose}" />
        <p>${goButton('take-back', consents.takeBack[purpose], 'quiet-button')}</p>`,
    )}
  </section>`
}

/** Every choice by itself, each as near to being taken back as it was to being given. */
export const consentsPage = (frame: Frame, facts: ConsentFacts): Html => {
  const words = progressWords(frame.language)
  const { consents, heading } = words.yours
  return layout(frame, {
    title: heading,
    body: html`<h1>${consents.heading}</h1>
      ${facts.done ? html`<p class="noted" role="status">${consents.done[facts.done]}</p>` : ''}
      <p class="lead">${consents.lead}</p>
      <dl class="facts">${facts.choices.map((choice) => choiceLines(choice, facts.timeZone, words))}</dl>
      ${facts.standing.map((purpose) => takeBack(frame, facts, purpose, words))}
      <section class="panel">
        <h2>${consents.names.keep}</h2>
        <p>${consents.means.keep}</p>
        ${ownForm(frame, facts, html`<p>${goButton('erase', consents.takeBack.keep, 'quiet-button')}</p>`)}
      </section>
      ${backToDetails(frame, facts, words)}`,
  })
}
