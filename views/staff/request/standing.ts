import { html } from 'hono/html'

import type { Referral } from '../../../domain/way/referral.ts'
import { historyWords } from '../../words/staff-history.ts'
import { requestWords } from '../../words/staff-request.ts'
import { staffWords } from '../../words/staff.ts'
import { cardTable } from '../card-table.ts'
import { dueWords, stamp, stampWithDay } from '../staff-times.ts'
import type { RequestFacts } from './request-facts.ts'

const words = requestWords.referrals

const stateOf = (referral: Referral, { timeZone }: RequestFacts) => {
  const { state, ended, firstSessionAt, consent, facilitator } = referral
  const lines = [
    ended
      ? `${words.states[state].replace(/\.$/, '')}: ${historyWords.ended[ended.because]}. ${words.ended(stamp(ended.at, timeZone))}.`
      : words.states[state],
    ...(firstSessionAt && !ended ? [words.firstSession(stampWithDay(firstSessionAt, timeZone))] : []),
    ...(consent ? [consent.share && facilitator ? words.told(facilitator.name) : words.notTold] : []),
  ]
  return lines.join(' ')
}

const nextOf = ({ next }: Referral, { now, timeZone }: RequestFacts) => {
  if (next === null) return words.nobody
  return `${words.owners[next.owner]}: ${staffWords.actions[next.action].heading}. ${dueWords(next.dueAt, now, timeZone)}.`
}

/** Each place that is or was held, the newest first, and who has to move. */
export const standingSection = (facts: RequestFacts) => {
  const { group, state, next, since } = words.columns
  return html`<h2 id="standing">${words.heading}</h2>
    ${
      facts.referrals.length === 0
        ? html`<p>${words.none}</p>`
        : cardTable(
            { caption: words.heading, isUnseen: true },
            [group, state, next, since],
            facts.referrals
              .toReversed()
              .map((referral) => [
                referral.suggestion.name,
                stateOf(referral, facts),
                nextOf(referral, facts),
                stamp(referral.proposedAt, facts.timeZone),
              ]),
          )
    }`
}

/** What the person is asked over months, and what they answered. */
export const followUpSection = ({ intake, timeZone }: RequestFacts) => {
  const { followUp } = intake
  const said = requestWords.followUp
  if (followUp === null)
    return html`<h2 id="follow-up">${said.heading}</h2>
      <p>${said.none}</p>`
  const { next, open, stopped, answers } = followUp
  const coming = next && (next.day < 0 ? said.reminder : said.next)(stampWithDay(next.askAt, timeZone))
  const { when, day, answer } = said.columns
  return html`<h2 id="follow-up">${said.heading}</h2>
    ${open ? html`<p>${said.open(stamp(open.askedAt, timeZone))}</p>` : ''}
    ${coming ? html`<p>${coming}</p>` : ''}
    ${stopped ? html`<p>${said.stopped(historyWords.stopped[stopped])}</p>` : ''}
    ${
      answers.length === 0
        ? ''
        : cardTable(
            { caption: said.heading, isUnseen: true },
            [when, day, answer],
            answers
              .toReversed()
              .map((one) => [stamp(one.at, timeZone), String(one.day), historyWords.answers[one.answer]]),
          )
    }`
}
