import { html } from 'hono/html'

import type { CheckInAnswer } from '../../domain/way/follow-up.ts'
import { pickOne } from '../form/choices.ts'
import { errorSummary } from '../form/error-summary.ts'
import type { FormState } from '../form/parts.ts'
import type { Frame } from '../frame.ts'
import { helpLines, unsafeLines } from '../help-lines.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { type ProgressWords, progressWords } from '../words/progress-words.ts'

interface CheckInFacts {
  /** What was tapped in the mail. */
  picked: CheckInAnswer | null
  isMissing: boolean
}

/** Asks how it goes. Someone else may hold the link: nothing here says which group, or what was answered before. */
export const checkInPage = (frame: Frame, { picked, isMissing }: CheckInFacts): Html => {
  const words = progressWords(frame.language)
  const { checkIn } = words
  const isInNeed = picked === 'need-help-now'
  const form: FormState = {
    words,
    answers: picked ? { checkIn: [picked] } : {},
    problems: new Map(isMissing ? [['checkIn', checkIn.missing]] : []),
  }
  return layout(frame, {
    title: checkIn.title,
    hasProblems: isMissing,
    body: html`${errorSummary(form)}
      <h1>${checkIn.heading}</h1>
      <p class="lead">${checkIn.lead}</p>
      ${isInNeed ? help(words) : ''}
      <form class="check-in" method="post" autocomplete="off" novalidate>
        ${pickOne(form, {
          name: 'checkIn',
          question: checkIn.question,
          hint: checkIn.hint,
          options: Object.entries(checkIn.answers),
        })}
        ${isInNeed ? '' : help(words)}
        <button type="submit">${checkIn.send}</button>
      </form>
      <p>${checkIn.call} ${phoneLink(frame.organisation.helpPhone)}</p>`,
  })
}

/** In the form it shows as soon as it is ticked; tapped in the mail, it comes first. */
const help = (words: ProgressWords) =>
  html`<section class="panel help-now">
    <h2>${words.checkIn.helpHeading}</h2>
    ${helpLines(words, unsafeLines)}
    <p><strong>${words.checkIn.noWatch}</strong></p>
  </section>`
