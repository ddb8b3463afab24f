import { html } from 'hono/html'

import type { Html } from '../html.ts'
import { typed } from './answers.ts'
import {
  type FormState,
  type Options,
  type Question,
  attribute,
  describedBy,
  flag,
  hintOf,
  isInvalid,
  optionalMark,
  problemAt,
} from './parts.ts'

interface Line extends Question {
  type?: 'text' | 'tel' | 'email' | 'date' | 'time'
  /** What a browser may offer to fill in, for those who cannot type it (WCAG 1.3.5). */
  autocomplete: string
  inputmode?: 'numeric'
  width?: 'short' | 'middle'
}

export const line = (form: FormState, asked: Line): Html => {
  const { name, question, hint, type = 'text' } = asked
  return html`<div class="field">
    <label class="question" for="${name}">${question}${optionalMark(form, asked.isOptional)}</label>
    ${hintOf(name, hint)}${problemAt(form, name)}
    <input
      class="${asked.width ?? ''}"
      type="${type}"
      id="${name}"
      name="${name}"
      value="${typed(form.answers, name)}"
      autocomplete="${asked.autocomplete}"
      ${attribute('inputmode', asked.inputmode)}${describedBy(form, name, hint)}${isInvalid(form, name)}
    />
  </div>`
}

interface Select extends Question {
  pick: string
  options: Options
  autocomplete: string
}

export const select = (form: FormState, asked: Select): Html => {
  const { name, question, pick, options, autocomplete } = asked
  const picked = typed(form.answers, name)
  return html`<div class="field">
    <label class="question" for="${name}">${question}</label>
    ${problemAt(form, name)}
    <select
      id="${name}"
      name="${name}"
      autocomplete="${autocomplete}"
      ${describedBy(form, name, undefined)}${isInvalid(form, name)}
    >
      <option value="">${pick}</option>
      ${options.map(([value, label]) => html`<option value="${value}" ${flag('selected', value === picked)}>${label}</option>`)}
    </select>
  </div>`
}

/** A script counts what is left, for whoever has one. */
interface Paragraph extends Question {
  room: string
  most: number
  left: string
  over: string
}

export const paragraph = (form: FormState, asked: Paragraph): Html => {
  const { name, question, hint, room } = asked
  const label = html`<label class="${asked.isUnseen ? 'unseen' : ''}" for="${name}">
    ${question}${optionalMark(form, asked.isOptional)}
  </label>`
  // A browser drops the first line break inside a textarea, so one is put there for it to drop.
  return html`<div class="field">
    ${asked.isHeading ? html`<h1>${label}</h1>` : label}
    <p class="hint" id="${name}-hint">${hint} ${room}</p>
    ${problemAt(form, name)}
    <textarea
      id="${name}"
      name="${name}"
      rows="5"
      autocomplete="off"
      data-most="${asked.most}"
      data-left="${asked.left}"
      data-over="${asked.over}"
      ${describedBy(form, name, hint)}${isInvalid(form, name)}
    >
${typed(form.answers, name)}</textarea>
  </div>`
}
