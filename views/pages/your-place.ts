import { html } from 'hono/html'

import type { Suggestion } from '../../domain/matching/decision.ts'
import type { OfferedPlace } from '../../domain/way/offered-place.ts'
import { errorSummary } from '../form/error-summary.ts'
import type { FormState } from '../form/parts.ts'
import type { Frame } from '../frame.ts'
import { groupToGoTo, placeGroup } from '../group-card.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { type PlaceForm, anotherQuestion, hiddenFields, problemsOf } from '../place-form.ts'
import { firstSessionLine } from '../session-line.ts'
import { dateLine } from '../times.ts'
import { type ProgressWords, progressWords } from '../words/progress-words.ts'

type Place = Exclude<OfferedPlace, { is: 'to-answer' | 'gone' }>

interface PlaceFacts extends PlaceForm {
  group: Suggestion
  place: Place
  homeTimeZone: string
  officeTimeZone: string
  statusUrl: string
}

/** What comes next for someone who said yes; and, for as long as it can be, the way to take the yes back. */
export const yourPlacePage = (frame: Frame, facts: PlaceFacts): Html => {
  const words = progressWords(frame.language)
  const { offer } = words
  const form = { words, answers: facts.answers, problems: problemsOf(facts, words) }
  return layout(frame, {
    title: offer.title,
    hasProblems: facts.missing.length > 0,
    body: html`${errorSummary(form)} ${summary(facts, words)}
      <h2>${offer.groupHeading}</h2>
      ${card(facts, words)} ${facts.place.is === 'scheduled' ? expect(words) : ''}
      ${facts.place.is === 'attended' ? '' : takeBack(frame, form, facts)}
      <p>${offer.call} ${phoneLink(frame.organisation.helpPhone)}</p>
      <p><a class="tall" href="${facts.statusUrl}">${offer.toStatus}</a></p>`,
  })
}

const summary = ({ place, group, homeTimeZone, officeTimeZone }: PlaceFacts, words: ProgressWords) => {
  const said = words.offer.places[place.is]
  const first = (at: string) => firstSessionLine(group, at, homeTimeZone, words)
  const text = html`<h1>${said.heading}</h1>
    <p class="lead">${said.text}</p>`
  switch (place.is) {
    case 'accepted': {
      const { told, notTold, hears } = words.offer.places.accepted
      const by = place.hearsBy && hears(dateLine(place.hearsBy, officeTimeZone, words.language))
      return html`${text}
        <p>${place.leaderIsTold ? told : notTold}</p>
        ${by ? html`<p class="next">${by}</p>` : ''}`
    }
    case 'scheduled':
    case 'begun':
      return html`${text}
        <p class="next">${words.offer.places[place.is].when(first(place.firstSessionAt))}</p>`
    case 'attended':
    case 'missed':
      return text
  }
}

/** No door is opened before there is a first day: until then the group does not await this person. */
const card = ({ place, group, homeTimeZone }: PlaceFacts, words: ProgressWords) => {
  if (place.is === 'accepted') return placeGroup(group, homeTimeZone, words)
  const firstSessionAt = place.is === 'scheduled' ? place.firstSessionAt : null
  return groupToGoTo(group, { homeTimeZone, firstSessionAt }, words)
}

const expect = ({ offer }: ProgressWords) =>
  html`<h2>${offer.expectHeading}</h2>
    <ul>
      ${offer.expect.map((line) => html`<li>${line}</li>`)}
    </ul>`

const takeBack = (frame: Frame, form: FormState<ProgressWords>, facts: PlaceFacts) => {
  const { takeBack } = form.words.offer
  const said = facts.place.is === 'accepted' ? takeBack.before : takeBack.after
  return html`<form class="panel" id="change" method="post" autocomplete="off" novalidate>
    <h2>${said.heading}</h2>
    <p>${said.text}</p>
    <input type="hidden" name="answer" value="no" />
    ${anotherQuestion(form)} ${hiddenFields(frame, facts)}
    <button class="quiet-button" type="submit">${takeBack.send}</button>
  </form>`
}
