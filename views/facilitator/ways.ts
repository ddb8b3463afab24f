import { html } from 'hono/html'

import type { ReferralCard, WaysToReach } from '../../domain/way/referral-card.ts'
import type { Frame } from '../frame.ts'
import { shownPhone } from '../frame.ts'
import type { Html } from '../html.ts'
import { phoneLink } from '../layout.ts'
import type { FacilitatorWords } from '../words/facilitator-words.ts'

/** How this person may be reached, before anything else about them. */
export const waysBox = ({ ways }: ReferralCard, { organisation }: Frame, words: FacilitatorWords): Html => {
  const { card } = words.facilitator
  return html`<section class="beware" aria-labelledby="ways-heading">
    <h2 id="ways-heading">${card.safeHeading}</h2>
    ${
      ways === null
        ? html`<p class="next">${card.unread} ${phoneLink(organisation.helpPhone)}</p>`
        : isReachable(ways)
          ? html`<p>${card.safeLead}</p>
              <dl class="facts">${textWay(ways, words)}${callWay(ways, words)}${emailWay(ways, words)}</dl>`
          : html`<p class="next">${card.none}</p>`
    }
  </section>`
}

const isReachable = ({ text, call, email }: WaysToReach) => Boolean(text ?? call ?? email)

/** A number that may only be texted must not be one press away from a call; and by its own words it is no call either. */
const textWay = ({ text }: WaysToReach, { facilitator: { card } }: FacilitatorWords) =>
  text
    ? html`<dt>${card.text}</dt>
        <dd>
          <a class="phone" href="sms:${text}"
            ><span class="unseen">${card.text}: </span>${shownPhone(text)}</a
          >
        </dd>`
    : ''

const callWay = ({ call }: WaysToReach, { facilitator: { card } }: FacilitatorWords) =>
  call
    ? html`<dt>${card.call}</dt>
        <dd>${phoneLink(call.phone)}</dd>
        ${call.hours.map((hours) => html`<dd>${card.hours[hours]}</dd>`)}
        <dd>${card.voicemail[call.voicemail ?? 'no-message']}</dd>`
    : ''

const emailWay = ({ email }: WaysToReach, { facilitator: { card } }: FacilitatorWords) =>
  email
    ? html`<dt>${card.email}</dt>
        <dd>
          <a class="tall" href="mailto:${encodeURIComponent(email.address).replace('%40', '@')}"
            >${email.address}</a
          >
        </dd>
        <dd>${email.isShared ? card.shared : card.private}</dd>`
    : ''
