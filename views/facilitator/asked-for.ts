import { html } from 'hono/html'

import type { ReferralCard } from '../../domain/way/referral-card.ts'
import type { Html } from '../html.ts'
import { languageName, listed, weekdayName } from '../times.ts'
import type { FacilitatorWords } from '../words/facilitator-words.ts'

/** Who a person is to the group, and what they need of it, in words. */
export const askedFor = (card: ReferralCard, words: FacilitatorWords): Html => {
  const said = words.facilitator.card
  return html`<section>
    <h2>${said.askedHeading}</h2>
    <dl class="facts">
      ${fact(said.name, [card.name])}${fact(said.topics, topicsOf(card, words))}
      ${fact(said.language, languagesOf(card, words))}${fact(said.access, accessOf(card, words))}
      ${fact(said.times, timesOf(card, words))}${fact(said.days, daysOf(card, words))}
    </dl>
  </section>`
}

const fact = (label: string, lines: readonly string[]) =>
  lines.length === 0
    ? ''
    : html`<dt>${label}</dt>
        ${lines.map((text) => html`<dd>${text}</dd>`)}`

/** The form’s own answers, but for those that speak as the person. */
const topicsOf = ({ topics }: ReferralCard, { facilitator: { card }, form }: FacilitatorWords) =>
  topics.map((topic) => {
    if (topic === 'not-sure') return card.notSure
    return topic === 'something-else' ? card.somethingElse : form.topics.answers[topic]
  })

const languagesOf = ({ language, otherLanguage }: ReferralCard, words: FacilitatorWords) =>
  [language, ...(otherLanguage ? [otherLanguage] : [])].map((code) => languageName(code, words.language))

const accessOf = ({ access }: ReferralCard, { form }: FacilitatorWords) =>
  access
    .filter(({ wish }) => wish !== 'other-language')
    .map(({ wish, strength }) => `${form.wishes[wish]} (${form.strengths[strength].toLowerCase()})`)

const timesOf = (
  { times, timesStrength }: ReferralCard,
  { facilitator: { card }, form }: FacilitatorWords,
) => [
  ...times.map((time) => (time === 'not-sure' ? card.notSure : form.times.answers[time])),
  ...(timesStrength === 'nice' && !times.includes('not-sure') ? [card.otherTimes] : []),
]

const daysOf = ({ days }: ReferralCard, { language }: FacilitatorWords) =>
  days.length === 0
    ? []
    : [
        listed(
          days.toSorted((one, other) => one - other).map((day) => weekdayName(day, language)),
          language,
        ),
      ]
