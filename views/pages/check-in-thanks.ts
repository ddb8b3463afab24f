import { html } from 'hono/html'

import type { CheckInAnswer } from '../../domain/way/follow-up.ts'
import { type Frame } from '../frame.ts'
import { helpLines, unsafeLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { dateLine, momentLine } from '../times.ts'
import { type ProgressWords, progressWords } from '../words/progress-words.ts'

interface ThanksFacts {
  given: CheckInAnswer
  /** By when staff do what follows from it; null when they have nothing to do. */
  by: string | null
  timeZone: string
  statusUrl: string
  /** The same link still takes another answer. */
  mayChange: boolean
}

/** What follows from an answer. Someone who needs help now meets it before all else. */
export const checkInThanksPage = (frame: Frame, facts: ThanksFacts): Html => {
  const words = progressWords(frame.language)
  const { checkIn } = words
  const { heading, text } = checkIn.thanks[facts.given]
  const isInNeed = facts.given === 'need-help-now'
  return layout(frame, {
    title: checkIn.title,
    body: html`<h1>${heading}</h1>
      <p class="lead">${text}</p>
      ${isInNeed ? helpLines(words, unsafeLines) : ''} ${promise(facts, words)}
      ${facts.mayChange ? html`<p><a class="tall" href="?language=${frame.language}">${checkIn.change}</a></p>` : ''}
      <p><a class="tall" href="${facts.statusUrl}">${checkIn.toStatus}</a></p>
      <p>${checkIn.call} ${phoneLink(frame.organisation.helpPhone)}</p>`,
  })
}

const promise = ({ given, by, timeZone }: ThanksFacts, { checkIn, language }: ProgressWords) => {
  if (by === null) return ''
  if (given === 'need-help-now')
    return html`<section class="panel">
      <p class="next">${checkIn.staffRead(momentLine(by, timeZone, language))}</p>
      <p><strong>${checkIn.noWatch}</strong></p>
    </section>`
  return html`<p class="next">${checkIn.staffReach(dateLine(by, timeZone, language))}</p>`
}
