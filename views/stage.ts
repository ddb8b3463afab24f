import { html } from 'hono/html'

import type { Stage } from '../domain/way/stage.ts'
import type { Frame } from './frame.ts'
import { helpLines, unsafeLines } from './help-lines.ts'
import { phoneLink } from './layout.ts'
import { dateLine, momentLine } from './times.ts'
import type { ProgressWords } from './words/progress-words.ts'

export interface StageFacts {
  stage: Stage
  reference: string
  /** When the person was told to hear from us next; null when nothing was promised. */
  nextAt: string | null
  /** That time has passed and we have not kept our word. */
  isLate: boolean
  /** The zone `nextAt` is told in: that of the office for what it promises, else that of whoever acts then. */
  timeZone: string
}

/** Where things are, in one heading, one sentence and one date. */
export const stageSummary = (frame: Frame, facts: StageFacts, words: ProgressWords) => {
  const { heading, text } = words.stages[facts.stage]
  return html`<h1>${heading}</h1>
    <p class="lead">${text}</p>
    ${whatNext(frame, facts, words)} ${facts.stage === 'urgent' ? helpLines(words, unsafeLines) : ''}
    <dl class="facts">
      <dt>${words.status.reference}</dt>
      <dd class="small-reference">${facts.reference}</dd>
    </dl>`
}

const whatNext = (
  { organisation }: Frame,
  { stage, nextAt, isLate, timeZone }: StageFacts,
  words: ProgressWords,
) => {
  if (isLate) return html`<p class="next">${words.status.late} ${phoneLink(organisation.helpPhone)}</p>`
  const said = words.stages[stage]
  if (nextAt === null || !('next' in said)) return ''
  // An offer ends at an hour; everything else is a matter of the day.
  const line = stage === 'offered' ? momentLine : dateLine
  return html`<p class="next">${said.next(line(nextAt, timeZone, words.language))}</p>`
}
