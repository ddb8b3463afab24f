import { html } from 'hono/html'

import type { SafeContact } from '../../../domain/person/safe-contact.ts'
import { shownPhone } from '../../frame.ts'
import { phoneLink } from '../../layout.ts'
import { listed } from '../../times.ts'
import { requestWords } from '../../words/staff-request.ts'
import { type Fact, factsList } from '../facts-list.ts'
import { stamp } from '../staff-times.ts'
import type { RequestFacts } from './request-facts.ts'

const words = requestWords.contact

/** Text, so that two of them can be compared; the page makes a link of the number. */
type Line = readonly [label: string, value: string]

const byPhone = ({ channels, phone, voicemail, safeHours }: SafeContact): Line[] => {
  if (phone === null || (!channels.includes('call') && !channels.includes('text'))) return []
  const hours =
    safeHours.length === 0
      ? words.anyHour
      : listed(
          safeHours.map((one) => words.safeHours[one]),
          'en',
        )
  return [
    [words.phone, shownPhone(phone)],
    ...(voicemail && channels.includes('call')
      ? [[words.voicemail, words.voicemails[voicemail]] as const]
      : []),
    [words.hours, hours],
  ]
}

const byEmail = ({ channels, email, emailPrivacy }: SafeContact): Line[] =>
  email === null || !channels.includes('email')
    ? []
    : [
        [words.address, email],
        [words.privacy, words.privacies[emailPrivacy ?? 'shared']],
      ]

/** What is safe, in words; the same for answers that were sent later. */
export const safeContactFacts = (safeContact: SafeContact): Line[] => {
  const ways = safeContact.channels.flatMap((one) => (one === 'none' ? [] : [words[one]]))
  return ways.length === 0
    ? [[words.how, words.none]]
    : [[words.how, ways.join(', ')], ...byPhone(safeContact), ...byEmail(safeContact)]
}

/** A number is there to be pressed. */
const withLink = ([label, value]: Line): Fact => [label, label === words.phone ? phoneLink(value) : value]

/** Before anything else: a call at the wrong hour, or a letter that is too plain about what it is, can put someone in danger. */
export const safeContactBox = ({ intake, timeZone }: RequestFacts) => {
  const { safeContact, sentAgain } = intake
  const isNone = safeContact.channels.includes('none')
  return html`<section class="safe-contact" aria-labelledby="safe-contact">
    <h2 id="safe-contact">${words.heading}</h2>
    ${
      isNone
        ? html`<p class="next">${words.none}</p>
            <p>${words.noneMore}</p>`
        : factsList(safeContactFacts(safeContact).map(withLink))
    }
    ${sentAgain.length > 0 ? html`<p class="next">${words.changed}</p>` : ''}
    <p class="quiet">${words.asked(stamp(safeContact.askedAt, timeZone))}</p>
  </section>`
}
