import { html } from 'hono/html'

import type { Decision, Rule, Suggestion } from '../../../domain/matching/decision.ts'
import { exclusionSentence, nearMissSentence } from '../../sentences.ts'
import { groupWordsForStaff as en } from '../../words/staff-group-words.ts'
import { requestWords } from '../../words/staff-request.ts'
import { groupLines, reasonsWithPoints } from '../group-reasons.ts'
import { stamp } from '../staff-times.ts'
import type { RequestFacts } from './request-facts.ts'

const words = requestWords.why

const chosen = (suggestion: Suggestion, homeTimeZone: string) =>
  html`<article class="card">
    <h3>${suggestion.name}</h3>
    ${groupLines(suggestion, homeTimeZone)}${reasonsWithPoints(suggestion)}
  </article>`

const more = (heading: string, suggestions: readonly Suggestion[], homeTimeZone: string, lead = '') =>
  suggestions.length === 0
    ? ''
    : html`<details class="part">
        <summary>${heading} (${suggestions.length})</summary>
        <div class="inside">
          ${lead && html`<p>${lead}</p>`} ${suggestions.map((one) => chosen(one, homeTimeZone))}
        </div>
      </details>`

const nearMisses = ({ nearMisses }: Decision) =>
  nearMisses.length === 0
    ? ''
    : html`<h3>${words.near}</h3>
        <ul>
          ${nearMisses.map(
            ({ name, exclusions }) =>
              html`<li>
                <strong>${name}</strong>: ${exclusions.map((one) => exclusionSentence(one, en)).join(' ')}
                ${nearMissSentence(exclusions, en)}
              </li>`,
          )}
        </ul>`

const excluded = ({ excluded }: Decision) => {
  const counts = (Object.entries(excluded) as [Rule, number][]).toSorted(([, one], [, other]) => other - one)
  return counts.length === 0
    ? ''
    : html`<h3>${words.excluded}</h3>
        <p class="quiet">${words.excludedText}</p>
        <ul class="points counted">
          ${counts.map(([rule, count]) => html`<li><span>${words.rules[rule]}</span> <span class="number">${words.times(count)}</span></li>`)}
        </ul>`
}

const wholeDecision = (decision: Decision, timeZone: string) => {
  const zone = decision.home.timeZone
  return html`<p class="quiet">
      ${words.decided(stamp(decision.decidedAt, timeZone), decision.groupsConsidered)}
      ${words.prices(decision.pricesVersion)} ${decision.isFull ? words.full : ''}
    </p>
    ${more(words.alternatives, decision.alternatives, zone)}
    ${more(words.open, decision.openMeetings, zone, words.openText)}
    ${nearMisses(decision)}${excluded(decision)}`
}

/** Why this group, sentence by sentence, and what else there was: nothing that kept a group out is hidden. */
export const choiceSection = ({ intake, referral, timeZone }: RequestFacts) => {
  const { decision } = intake
  const suggestion = referral?.suggestion ?? null
  const isPicked = suggestion !== null && suggestion.groupId !== decision?.held?.groupId
  const zone = decision?.home.timeZone ?? suggestion?.timeZone ?? timeZone
  return html`<h2 id="why">${suggestion ? words.heading : words.headingNone}</h2>
    ${suggestion ? chosen(suggestion, zone) : ''} ${isPicked ? html`<p>${words.picked}</p>` : ''}
    ${decision ? wholeDecision(decision, timeZone) : html`<p>${words.notAsked}</p>`}`
}
