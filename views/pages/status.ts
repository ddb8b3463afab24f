import { html } from 'hono/html'

import { line } from '../form/lines.ts'
import type { FormState } from '../form/parts.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { type StageFacts, stageSummary } from '../stage.ts'
import type { Words } from '../words/en.ts'
import { wordsFor } from '../words/words.ts'

interface StatusFacts extends StageFacts {
  codeProblem: keyof Words['status']['codeProblems'] | null
  triesLeft: number | null
}

/** All that a stranger who holds the link may see: how far things are, and a question that only the person can answer. */
export const statusPage = (frame: Frame, facts: StatusFacts): Html => {
  const words = wordsFor(frame.language)
  const { status } = words
  const { codeProblem, triesLeft } = facts
  const left = triesLeft === null ? '' : `. ${status.triesLeft(triesLeft)}.`
  const form: FormState = {
    words,
    answers: {},
    problems: new Map(codeProblem ? [['code', `${status.codeProblems[codeProblem]}${left}`]] : []),
  }
  return layout(frame, {
    title: status.title,
    hasProblems: codeProblem !== null,
    body: html`${stageSummary(frame, facts, words)}
      ${facts.stage === 'closed' ? '' : html`<p>${status.noContact}</p>`}
      <form class="panel" method="post" autocomplete="off" novalidate>
        <h2>${status.codeHeading}</h2>
        ${line(form, {
          name: 'code',
          question: status.code,
          hint: status.codeHint,
          inputmode: 'numeric',
          autocomplete: 'off',
          width: 'short',
        })}
        <input type="hidden" name="language" value="${frame.language}" />
        <button type="submit">${status.open}</button>
        <p>${status.noCode} ${phoneLink(frame.organisation.helpPhone)}</p>
      </form>`,
  })
}
