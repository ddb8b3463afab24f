import { html } from 'hono/html'

import { type CodeFacts, codeForm } from '../code-form.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout } from '../layout.ts'
import { type StageFacts, stageSummary } from '../stage.ts'
import { progressWords } from '../words/progress-words.ts'

/** All that a stranger who holds the link may see: how far things are, and a question that only the person can answer. */
export const statusPage = (frame: Frame, facts: StageFacts & CodeFacts): Html => {
  const words = progressWords(frame.language)
  const { status } = words
  return layout(frame, {
    title: status.title,
    hasProblems: facts.codeProblem !== null,
    body: html`${stageSummary(frame, facts, words)}
    ${facts.stage.startsWith('closed') ? '' : html`<p>${status.noContact}</p>`}
    ${codeForm(frame, facts, words)}`,
  })
}
