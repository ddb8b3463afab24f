import { html } from 'hono/html'

import { type Reason, type Suggestion, speaksFor } from '../../domain/matching/decision.ts'
import type { Html } from '../html.ts'
import { reasonSentence } from '../sentences.ts'
import { sessionLine } from '../session-line.ts'
import { groupWordsForStaff as en } from '../words/staff-group-words.ts'
import { requestWords } from '../words/staff-request.ts'

const words = requestWords.why

const point = (sentence: string, points: string) =>
  html`<li><span>${sentence}</span> <span class="number">${points}</span></li>`

/** What staff read of a reason: what speaks for the group, as the person reads it, and what its place costs others. */
export const staffReason = (reason: Reason, suggestion: Suggestion) =>
  speaksFor(reason)
    ? reasonSentence(reason, suggestion, en)
    : words.scarce(reason.people ?? 0, reason.places ?? 0)

/** The score is never shown without the sentences that it is the sum of. */
export const reasonsWithPoints = (suggestion: Suggestion): Html =>
  html`<ul class="points">
    ${suggestion.reasons.map((reason) => point(staffReason(reason, suggestion), words.points(reason.points)))}
    ${point(words.sum, words.points(suggestion.score))}
  </ul>`

const howItMeets = ({ format, venue }: Suggestion) => {
  const { meeting } = en
  const how = { video: meeting.video, phone: meeting.phone, 'in-person': meeting.inPerson }[format]
  const where = [venue?.name, venue?.address].filter(Boolean).join(', ')
  return where ? `${how}: ${where}` : how
}

/** When and where a group meets, by its own clock: staff speak with the group as well as with the person. */
export const groupLines = (suggestion: Suggestion, homeTimeZone: string): Html => {
  const { timeZone } = suggestion
  const times = sessionLine(suggestion, timeZone, en)
  const zone = timeZone === homeTimeZone ? '' : ` (${words.groupsClock(timeZone)})`
  return html`<p>${times}${zone}. ${howItMeets(suggestion)}.</p>`
}
