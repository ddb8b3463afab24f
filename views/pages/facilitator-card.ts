import { html } from 'hono/html'

import type { Suggestion } from '../../domain/matching/decision.ts'
import type { FacilitatorSays } from '../../domain/way/facilitator-says.ts'
import type { ReferralCard } from '../../domain/way/referral-card.ts'
import { askedFor } from '../facilitator/asked-for.ts'
import { attendanceForm, declineForm, leaveForm } from '../facilitator/forms.ts'
import { type SessionProblem, fieldOf, sessionForm } from '../facilitator/session-form.ts'
import { waysBox } from '../facilitator/ways.ts'
import { type Answers, typed } from '../form/answers.ts'
import { errorSummary } from '../form/error-summary.ts'
import type { FormState } from '../form/parts.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { part2NoticeText } from '../part-2-notice.ts'
import { zonedMoment } from '../session-line.ts'
import { dateLine } from '../times.ts'
import { type FacilitatorWords, facilitatorWords } from '../words/facilitator-words.ts'

export type CardProblem = SessionProblem | 'because'
type CardState = keyof FacilitatorWords['facilitator']['card']['stands']

interface CardFacts {
  card: ReferralCard
  group: Suggestion
  state: CardState
  firstSessionAt: string | null
  /** What can be said now; each has its form, and nothing else has one. */
  may: ReadonlySet<FacilitatorSays['is']>
  sessions: readonly string[]
  pass: string
  /** What the leader said a moment ago, or that it could not be done any more. */
  noted: keyof FacilitatorWords['facilitator']['said'] | null
  problem: CardProblem | null
  answers: Answers
  part2Notice: boolean
}

/** Behind the code: whom the group is asked to take, and everything that can be answered now. */
export const facilitatorCardPage = (frame: Frame, facts: CardFacts): Html => {
  const words = facilitatorWords(frame.language)
  const { card: said } = words.facilitator
  const form = formOf(facts, words)
  const hidden = html`<input type="hidden" name="pass" value="${facts.pass}" />
    <input type="hidden" name="language" value="${frame.language}" />`
  return layout(frame, {
    title: words.facilitator.title,
    hasProblems: facts.problem !== null,
    // A link to the other language would close the card; this shows it again.
    form: { id: 'again', send: said.showAgain },
    body: html`<form id="again" method="post" autocomplete="off">${hidden}</form>
      <h1>${said.heading} <span class="whole">${facts.card.reference}</span></h1>
      ${facts.noted ? html`<p class="ticket next" role="status">${words.facilitator.said[facts.noted]}</p>` : ''}
      ${errorSummary(form, { places: placesOf(facts) })} ${waysBox(facts.card, frame, words)}
      <dl class="facts">
        <dt>${words.facilitator.group}</dt>
        <dd>${facts.group.name}</dd>
      </dl>
      ${askedFor(facts.card, words)} ${whatNow(form, facts, hidden)} ${agreement(facts, words)}
      <p class="quiet">${said.close}</p>`,
  })
}

const formOf = ({ problem, answers }: CardFacts, words: FacilitatorWords): FormState<FacilitatorWords> => ({
  words,
  answers,
  problems: new Map(
    problem === null ? [] : [[placeOf(problem, answers), words.facilitator.forms.problems[problem]]],
  ),
})

const placeOf = (problem: CardProblem, answers: Answers) =>
  problem === 'because' ? 'because' : fieldOf(problem, typed(answers, 'session'))

const placesOf = ({ sessions }: CardFacts) =>
  [
    ['session', `session-${sessions[0] ?? 'other'}`],
    ['otherDate', 'otherDate'],
    ['otherTime', 'otherTime'],
    ['because', 'because-full'],
  ] as const

/** How things stand, and a form for each thing that can be said now, what is asked at the front. */
const whatNow = (form: FormState<FacilitatorWords>, facts: CardFacts, hidden: Html) => {
  const { words } = form
  const { may, state, firstSessionAt, group } = facts
  const when = firstSessionAt === null ? '' : zonedMoment(firstSessionAt, group.timeZone, words)
  return html`<section>
    <h2>${words.facilitator.card.standsHeading}</h2>
    <p class="next">${words.facilitator.card.stands[state](when)}</p>
    ${may.has('came') ? attendanceForm(form, may.has('missed'), hidden) : ''}
    ${
      may.has('first-session') && state !== 'attended'
        ? sessionForm(form, { state, sessions: facts.sessions, timeZone: group.timeZone }, hidden)
        : ''
    }
    ${may.has('declined') ? declineForm(form, hidden) : ''}
    ${may.has('no-longer-comes') ? leaveForm(form, hidden) : ''}
  </section>`
}

/** The scope of the consent goes with every disclosure, and where the law asks for it its notice (42 CFR 2.32). */
const agreement = ({ card, group, part2Notice }: CardFacts, words: FacilitatorWords) => {
  const said = words.facilitator.card
  const day = dateLine(card.agreed.givenAt, group.timeZone, words.language)
  return html`<section>
    <h2>${said.agreedHeading}</h2>
    <p>${said.agreed[card.agreed.heardBy](day)}</p>
    <p>${said.agreedScope}</p>
    ${
      part2Notice
        ? html`<p>${said.notice}</p>
            <p class="panel next" lang="en">${part2NoticeText}</p>`
        : ''
    }
  </section>`
}
