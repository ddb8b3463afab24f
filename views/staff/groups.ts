import { html } from 'hono/html'

import type { Exclusion, Suggestion } from '../../domain/matching/decision.ts'
import type { NearMiss } from '../../domain/matching/rank-groups.ts'
import { attribute, flag } from '../form/parts.ts'
import type { Html } from '../html.ts'
import { exclusionSentence } from '../sentences.ts'
import { groupWordsForStaff as en } from '../words/staff-group-words.ts'
import { groups as words } from '../words/staff-groups.ts'
import { stepWords } from '../words/staff-steps.ts'
import { type StaffFrame, staffLayout } from './frame.ts'
import { groupLines, reasonsWithPoints } from './group-reasons.ts'
import type { RequestFacts, Returned } from './request/request-facts.ts'
import { hidden, notYet, problemIn, stepForm } from './request/step-form.ts'

/** With a whole country's directory nearly everything misses something: what misses least is enough to choose from. */
const nearestShown = 20

interface GroupsFacts extends Pick<RequestFacts, 'intake' | 'seen' | 'now'> {
  places: readonly Suggestion[]
  full: readonly Suggestion[]
  near: readonly NearMiss[]
  homeTimeZone: string
  /** Free places by the group's id. */
  free: ReadonlyMap<string, number>
  /** Whether a group can be picked at all, the way this request stands. */
  isPossible: boolean
  unread: number
  returned: Returned | null
  taken: string | null
}

const pick = (frame: StaffFrame, facts: GroupsFacts, { groupId, name }: Suggestion, ticks: Html | '' = '') =>
  facts.isPossible
    ? stepForm(
        frame,
        facts,
        'other-group',
        html`${hidden('groupId', groupId)}${ticks} <button class="quiet-button">${words.hold(name)}</button>`,
      )
    : ''

const card = (facts: GroupsFacts, suggestion: Suggestion, form: Html | '') =>
  html`<article class="card">
    <h3>${suggestion.name}</h3>
    ${groupLines(suggestion, facts.homeTimeZone)}
    <p>${words.places(Math.max(0, facts.free.get(suggestion.groupId) ?? 0))}</p>
    ${reasonsWithPoints(suggestion)}${form}
  </article>`

/** One rule can bar a group twice, for two wishes: it is ticked once. */
const rulesOf = (exclusions: readonly Exclusion[]) => [...Map.groupBy(exclusions, ({ rule }) => rule)]

/** For whom a group is kept is said to staff: they ask the person, and the person alone says whether that is them. */
const inWords = (exclusion: Exclusion) =>
  exclusion.rule === 'kept-for-others' && exclusion.wish
    ? words.keptFor(en.form.wishes[exclusion.wish])
    : exclusionSentence(exclusion, en)

const ticks = ({ suggestion, exclusions }: NearMiss, { returned }: GroupsFacts) => {
  const isReturned = returned?.sent['groupId']?.includes(suggestion.groupId) ?? false
  const problem = isReturned ? problemIn(returned, 'know') : undefined
  const id = `know-${suggestion.groupId.replace(/[^\w-]/g, '-')}`
  return html`<fieldset class="field" id="${id}" ${attribute('aria-describedby', problem && `${id}-problem`)}>
    <legend>${words.know}</legend>
    ${problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : ''}
    <div class="cards">
      ${rulesOf(exclusions).map(
        ([rule, together]) =>
          html`<div class="choice">
            <input
              type="checkbox"
              id="${id}-${rule}"
              name="know"
              value="${rule}"
              ${flag('checked', isReturned && (returned?.sent['know']?.includes(rule) ?? false))}
            />
            <label for="${id}-${rule}"> ${together.map(inWords).join(' ')} </label>
          </div>`,
      )}
    </div>
  </fieldset>`
}

const nearSection = (frame: StaffFrame, facts: GroupsFacts) => {
  const { near } = facts
  return near.length === 0
    ? ''
    : html`<h2 id="near">${words.near}</h2>
        <p>${words.nearLead}</p>
        ${near
          .slice(0, nearestShown)
          .map((miss) =>
            card(facts, miss.suggestion, pick(frame, facts, miss.suggestion, ticks(miss, facts))),
          )}
        ${near.length > nearestShown ? html`<p class="quiet">${words.nearCut(nearestShown, near.length)}</p>` : ''}`
}

const news = ({ returned, taken, unread, isPossible }: GroupsFacts) =>
  html`${taken === null ? '' : html`<p class="warning" role="alert">${words.taken(taken)}</p>`}
  ${returned?.problems.length === 0 ? notYet() : ''}
  ${
    returned && returned.problems.length > 0
      ? html`<div class="errors" role="alert" tabindex="-1" autofocus>
          <h2>${stepWords.problemsHeading}</h2>
          <ul>
            ${returned.problems.map(({ field }) => html`<li>${problemIn(returned, field)}</li>`)}
          </ul>
        </div>`
      : ''
  }
  ${unread > 0 ? html`<p class="warning">${words.unread(unread)}</p>` : ''}
  ${isPossible ? '' : html`<p class="warning">${words.notPossible}</p>`}`

/** What fits now, then what nearly does, with all that stands in the way; and what is full. */
export const groupsPage = (frame: StaffFrame, facts: GroupsFacts): Html => {
  const { intake, places, full } = facts
  return staffLayout(frame, {
    title: words.title(intake.reference),
    body: html`<p>
        <a class="tall" href="${frame.base}/staff/intakes/${intake.reference}">${words.back}</a>
      </p>
      ${news(facts)}
      <h1>${words.heading}</h1>
      <p class="lead">${words.lead}</p>
      <h2>${words.fits}</h2>
      ${places.length === 0 ? html`<p>${words.noneFits}</p>` : ''}
      ${places.map((suggestion) => card(facts, suggestion, pick(frame, facts, suggestion)))}
      ${nearSection(frame, facts)}
      ${
        full.length === 0
          ? ''
          : html`<h2>${words.full}</h2>
              ${full.map((suggestion) => card(facts, suggestion, ''))}`
      }`,
  })
}
