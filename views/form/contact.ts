import { html } from 'hono/html'

import { limits } from '../../domain/form/choices.ts'
import { pickAny, pickOne } from './choices.ts'
import { line, paragraph } from './lines.ts'
import type { FormState } from './parts.ts'

export const ways = (form: FormState) => {
  const { contact } = form.words.form
  return pickAny(form, {
    name: 'contact',
    question: contact.question,
    hint: contact.hint,
    options: Object.entries(contact.answers),
  })
}

export const nameAndWays = (form: FormState) => {
  const { name } = form.words.form
  return html`${line(form, {
    name: 'name',
    question: name.question,
    hint: name.hint,
    autocomplete: 'given-name',
  })}
  ${ways(form)}`
}

export const phone = (form: FormState) => {
  const { phone } = form.words.form
  return line(form, {
    name: 'phone',
    question: phone.question,
    hint: phone.hint,
    type: 'tel',
    autocomplete: 'tel',
    width: 'middle',
  })
}

export const voicemail = (form: FormState) => {
  const { voicemail } = form.words.form
  return pickOne(form, {
    name: 'voicemail',
    question: voicemail.question,
    options: Object.entries(voicemail.answers),
  })
}

export const safeHours = (form: FormState) => {
  const { safeHours } = form.words.form
  return pickAny(form, {
    name: 'safeHours',
    question: safeHours.question,
    options: Object.entries(safeHours.answers),
    isOptional: true,
  })
}

export const email = (form: FormState, hint?: string) => {
  const { email, emailPrivacy } = form.words.form
  return html`${line(form, {
    name: 'email',
    question: email.question,
    hint: hint ?? email.hint,
    type: 'email',
    autocomplete: 'email',
  })}
  ${pickOne(form, {
    name: 'emailPrivacy',
    question: emailPrivacy.question,
    hint: emailPrivacy.hint,
    options: Object.entries(emailPrivacy.answers),
  })}`
}

/** The details of each way, there when the way is picked. */
export const detailsOfWays = (form: FormState, emailHint?: string) =>
  html`<div class="when-phone inset">
      ${phone(form)}
      <div class="when-call">${voicemail(form)}</div>
      ${safeHours(form)}
    </div>
    <div class="when-email inset">${email(form, emailHint)}</div>`

export const note = (form: FormState, { isHeading = false } = {}) => {
  const { note } = form.words.form
  return paragraph(form, {
    ...note,
    name: 'note',
    most: limits.noteLetters,
    isHeading,
    isUnseen: !isHeading,
    isOptional: isHeading,
  })
}
