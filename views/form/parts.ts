import { html, raw } from 'hono/html'

import type { Html } from '../html.ts'
import type { PageWords } from '../words/page-words.ts'
import type { Words } from '../words/words.ts'
import type { Answers } from './answers.ts'

/** A form as it stands: its words, what was answered, and what has to be put right, by field. */
type SaidInForms = PageWords & Words

export interface FormState<Said extends SaidInForms = SaidInForms> {
  words: Said
  answers: Answers
  problems: ReadonlyMap<string, string>
}

/** The answers to pick from, with what they are called. */
export type Options = readonly (readonly [value: string, label: string])[]

export const flag = (name: string, isOn: boolean) => (isOn ? raw(` ${name}`) : '')
export const attribute = (name: string, value: string | undefined) =>
  value ? html` ${raw(name)}="${value}"` : ''

export const problemAt = ({ words, problems }: FormState, field: string) => {
  const sentence = problems.get(field)
  if (!sentence) return ''
  return html`<p class="problem" id="${field}-problem">
    <span class="unseen">${words.site.errorPrefix}</span>${sentence}
  </p>`
}

export const describedBy = ({ problems }: FormState, field: string, hint: string | undefined) =>
  attribute(
    'aria-describedby',
    [hint && `${field}-hint`, problems.has(field) && `${field}-problem`].filter(Boolean).join(' '),
  )

export const hintOf = (field: string, hint: string | undefined) =>
  hint ? html`<p class="hint" id="${field}-hint">${hint}</p>` : ''

export const isInvalid = ({ problems }: FormState, field: string) =>
  attribute('aria-invalid', problems.has(field) ? 'true' : undefined)

export const optionalMark = ({ words }: FormState, isOptional: boolean | undefined) =>
  isOptional ? html` <span class="optional">${words.site.optional}</span>` : ''

/** What every question has. `name` is both the field of the form and the stem of its ids. */
export interface Question {
  name: string
  question: string
  hint?: string | undefined
  isOptional?: boolean
  /** The question stands just above in other words; it is kept for those who hear the page. */
  isUnseen?: boolean
  /** The question is what its whole page is about. */
  isHeading?: boolean
}

/** A part that most people can leave closed. It is open when it holds an answer or something to put right. */
export const optionalPart = (
  form: FormState,
  part: { id: string; summary: string; isOpen: boolean },
  body: Html | Html[],
): Html =>
  html`<details class="part" id="${part.id}" ${flag('open', part.isOpen)}>
    <summary>${part.summary} <span class="optional">${form.words.site.optional}</span></summary>
    <div class="inside">${body}</div>
  </details>`
