import { html } from 'hono/html'

import type { Html } from '../html.ts'
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

interface Choices extends Question {
  options: Options
  /** Picked until the person picks something. */
  startsAt?: string
  look?: 'cards' | 'row'
}

const idOf = (name: string, value: string) => `${name}-${value || 'none'}`

const choices = (type: 'radio' | 'checkbox', form: FormState, asked: Choices): Html => {
  const { name, question, hint, options, startsAt, look = 'cards' } = asked
  const picked = form.answers[name] ?? (startsAt === undefined ? [] : [startsAt])
  const role = type === 'radio' ? html` role="radiogroup"${isInvalid(form, name)}` : ''
  return html`<fieldset
    class="field"
    ${role}
    aria-labelledby="${name}-question"
    ${describedBy(form, name, hint)}
  >
    <legend id="${name}-question" ${attribute('class', asked.isUnseen ? 'unseen' : undefined)}>
      ${asked.isHeading ? html`<h1>${question}</h1>` : question}${optionalMark(form, asked.isOptional)}
    </legend>
    ${hintOf(name, hint)}${problemAt(form, name)}
    <div class="${look}">
      ${options.map(([value, label]) => {
        const id = idOf(name, value)
        const invalid = type === 'checkbox' ? isInvalid(form, name) : ''
        return html`<div class="choice">
          <input
            type="${type}"
            id="${id}"
            name="${name}"
            value="${value}"
            ${flag('checked', picked.includes(value))}${invalid}
          />
          <label for="${id}">${label}</label>
        </div>`
      })}
    </div>
  </fieldset>`
}

export const pickOne = (form: FormState, asked: Choices) => choices('radio', form, asked)
export const pickAny = (form: FormState, asked: Choices) => choices('checkbox', form, asked)

/** A single box to tick, with the sentence that ticking it says. */
export const tick = (form: FormState, { name, label }: { name: string; label: string }): Html =>
  html`<div class="cards">
    <div class="choice">
      <input
        type="checkbox"
        id="${name}"
        name="${name}"
        value="yes"
        ${flag('checked', form.answers[name]?.includes('yes') ?? false)}${describedBy(form, name, undefined)}${isInvalid(form, name)}
      />
      <label for="${name}">${label}</label>
    </div>
  </div>`
