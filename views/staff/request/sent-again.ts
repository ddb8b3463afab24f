import { html } from 'hono/html'

import type { SafeContact } from '../../../domain/person/safe-contact.ts'
import type { Request } from '../../../domain/way/intake.ts'
import { requestWords } from '../../words/staff-request.ts'
import { cardTable } from '../card-table.ts'
import type { StaffFrame } from '../frame.ts'
import { stamp } from '../staff-times.ts'
import { answerFacts } from './answers.ts'
import type { RequestFacts } from './request-facts.ts'
import { safeContactFacts } from './safe-contact.ts'
import { plainStep } from './step-form.ts'

const words = requestWords.sentAgain

interface Form {
  request: Request
  safeContact: SafeContact
}

const helperLine = ({ helper }: Request) => (helper ? `${helper.name}, ${helper.phone}` : '–')

const contactLine = (safeContact: SafeContact) =>
  safeContactFacts(safeContact)
    .map(([label, value]) => `${label}: ${value}`)
    .join('. ')

const linesOf = ({ request, safeContact }: Form): (readonly [string, string])[] => [
  ...answerFacts(request),
  [requestWords.answers.contact, contactLine(safeContact)],
  [requestWords.helper, helperLine(request)],
]

/** What was answered otherwise, each time the form was sent again, beside what was answered first. */
export const sentAgainSection = (frame: StaffFrame, facts: RequestFacts) => {
  const { intake, timeZone } = facts
  if (intake.sentAgain.length === 0) return ''
  const first = linesOf(intake)
  const later = intake.sentAgain.map(linesOf)
  const changed = first.flatMap(([label, value], place) => {
    const others = later.map((lines) => lines[place]?.[1] ?? '')
    return others.every((other) => other === value) ? [] : [[label, value, ...others]]
  })
  return html`<section class="panel" aria-labelledby="sent-again">
    <h2 id="sent-again">${words.heading}</h2>
    <p>${words.text}</p>
    ${
      changed.length === 0
        ? html`<p>${words.same}</p>`
        : cardTable(
            { caption: words.changed, isUnseen: true },
            [
              words.field,
              words.first,
              ...intake.sentAgain.map(({ receivedAt }) => words.later(stamp(receivedAt, timeZone))),
            ],
            changed.map((cells) => cells.map((cell) => html`<span class="as-written">${cell}</span>`)),
          )
    }
    <div class="choose">
      ${plainStep(frame, facts, 'use-changes')} ${plainStep(frame, facts, 'keep-first')}
    </div>
  </section>`
}
