import { html } from 'hono/html'

import { line } from './form/lines.ts'
import type { FormState } from './form/parts.ts'
import type { Frame } from './frame.ts'
import { phoneLink } from './layout.ts'
import type { ProgressWords } from './words/progress-words.ts'

export interface CodeFacts {
  codeProblem: keyof ProgressWords['status']['codeProblems'] | null
  triesLeft: number | null
}

/** A question that only the person can answer, whoever else holds the link. */
export const codeForm = (frame: Frame, { codeProblem, triesLeft }: CodeFacts, words: ProgressWords) => {
  const { status } = words
  const left = triesLeft === null ? '' : `. ${status.triesLeft(triesLeft)}.`
  const form: FormState = {
    words,
    answers: {},
    problems: new Map(codeProblem ? [['code', `${status.codeProblems[codeProblem]}${left}`]] : []),
  }
  return html`<form class="panel" method="post" autocomplete="off" novalidate>
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
  </form>`
}
