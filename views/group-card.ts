import { html } from 'hono/html'

import { type Suggestion, speaksFor } from '../domain/matching/decision.ts'
import { webAddress } from './frame.ts'
import type { Html } from './html.ts'
import { phoneLink } from './layout.ts'
import { reasonSentence } from './sentences.ts'
import { firstSessionLine, readersZone, sessionLine } from './session-line.ts'
import { dateLine } from './times.ts'
import type { ProgressWords } from './words/progress-words.ts'

const fact = (label: string, value: Html | string | null | undefined) =>
  value
    ? html`<dt>${label}</dt>
        <dd>${value}</dd>`
    : ''

/** A group with all that a person needs in order to go. */
export const openGroup = (group: Suggestion, homeTimeZone: string, words: ProgressWords) => {
  const { meeting } = words
  return html`<article class="card">
    <h3>${group.name}</h3>
    <dl class="facts">
      ${fact(meeting.when, sessionLine(group, homeTimeZone, words))}${next(group, homeTimeZone, words)}
      ${group.format === 'in-person' ? venue(group, words) : joining(group, words)}
      ${fact(meeting.goodToKnow, group.notes)}
    </dl>
    ${why(group, words)}
    ${webAddress(group.url) ? html`<p><a class="tall" href="${group.url}" rel="noreferrer">${meeting.more}</a></p>` : ''}
  </article>`
}

/**
 * A group that only staff can open the door to: what it is and when, and nothing that would let someone walk in. No date
 * either: the first day is for staff to tell.
 */
export const placeGroup = (group: Suggestion, homeTimeZone: string, words: ProgressWords) =>
  html`<article class="card">
    <h3>${group.name}</h3>
    <dl class="facts">
      ${fact(words.meeting.when, sessionLine(group, homeTimeZone, words))}
      ${fact(words.meeting.how, howItMeets(group, words))}
    </dl>
    ${why(group, words)}
  </article>`

/** A group that the person said yes to and has a first day in: all that it takes to go there. */
export const groupToGoTo = (
  group: Suggestion,
  { homeTimeZone, firstSessionAt }: { homeTimeZone: string; firstSessionAt: string | null },
  words: ProgressWords,
) =>
  html`<article class="card">
    <h3>${group.name}</h3>
    <dl class="facts">
      ${fact(words.meeting.first, firstSessionAt && firstSessionLine(group, firstSessionAt, homeTimeZone, words))}
      ${fact(words.meeting.when, sessionLine(group, homeTimeZone, words))}
      ${group.format === 'in-person' ? venue(group, words) : joining(group, words)}
      ${fact(words.meeting.goodToKnow, group.notes)}
    </dl>
    ${webAddress(group.url) ? html`<p><a class="tall" href="${group.url}" rel="noreferrer">${words.meeting.more}</a></p>` : ''}
  </article>`

const howItMeets = ({ format }: Suggestion, { meeting }: ProgressWords) =>
  ({ video: meeting.video, phone: meeting.phone, 'in-person': meeting.inPerson })[format]

const next = (group: Suggestion, homeTimeZone: string, { meeting, language }: ProgressWords) => {
  const at = group.nextSessionAt
  return fact(meeting.next, at && dateLine(at, readersZone(group, homeTimeZone), language))
}

const venue = ({ venue }: Suggestion, { meeting }: ProgressWords) => {
  const place = [venue?.name, venue?.address].filter(Boolean).join(', ')
  return fact(meeting.where, place || meeting.callToAsk)
}

const joining = ({ format, online }: Suggestion, { meeting }: ProgressWords) => {
  const link =
    format === 'video' && online && webAddress(online.url)
      ? html`<a class="tall" href="${online.url}" rel="noreferrer">${meeting.join}</a>`
      : ''
  const phone = online?.phone ? phoneLink(online.phone) : ''
  const isKnown = Boolean(link || phone || online?.notes)
  return html`${fact(meeting.online, link)}${fact(meeting.dialIn, phone)}${fact(meeting.howToJoin, online?.notes)}
  ${isKnown ? '' : fact(meeting.howToJoin, meeting.callToAsk)}`
}

const why = (group: Suggestion, words: ProgressWords) => {
  const reasons = group.reasons.filter(speaksFor)
  return reasons.length === 0
    ? ''
    : html`<h4>${words.details.why}</h4>
        <ul>
          ${reasons.map((reason) => html`<li>${reasonSentence(reason, group, words)}</li>`)}
        </ul>`
}
