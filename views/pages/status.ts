import { html } from 'hono/html'

import { line } from '../form/lines.ts'
import type { FormState } from '../form/parts.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { type Stage, stageSummary } from '../stage.ts'
import { wordsFor } from '../words/words.ts'

interface StatusFacts {
  stage: Stage
  nextAt: string | null
  timeZone: string
  reference: string
  wrongCode: boolean
  triesLeft: number | null
}

/** All that a stranger who holds the link may see: how far things are, and a question that only the person can answer. */
export const statusPage = (frame: Frame, facts: StatusFacts): Html => {
  const words = wordsFor(frame.language)
  const { status } = words
  const left = facts.triesLeft === null ? '' : `. ${status.triesLeft(facts.triesLeft)}.`
  const form: FormState = {
    words,
    answers: {},
    problems: new Map(facts.wrongCode ? [['code', `${status.wrongCode}${left}`]] : []),
  }
  return layout(frame, {
    title: status.title,
    hasProblems: facts.wrongCode,
    body: html`${stageSummary(facts, words)}
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
