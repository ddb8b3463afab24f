import { html } from 'hono/html'

import { hasAnyOf } from './answers.ts'
import { pickAny, pickOne } from './choices.ts'
import { line, paragraph } from './lines.ts'
import { optionalPart, type FormState } from './parts.ts'

export const contact = (form: FormState) => {
  const { contact, name, note, sections } = form.words.form
  return html`<h2>${sections.contact}</h2>
    ${line(form, { name: 'name', question: name.question, hint: name.hint, autocomplete: 'given-name' })}
    ${pickAny(form, {
      name: 'contact',
      question: contact.question,
      hint: contact.hint,
      options: Object.entries(contact.answers),
    })}
    <div class="when-phone inset">${byPhone(form)}</div>
    <div class="when-email inset">${byEmail(form)}</div>
    ${optionalPart(
      form,
      {
        id: 'note-part',
        summary: note.question,
        isOpen: hasAnyOf(form.answers, ['note']) || form.problems.has('note'),
      },
      paragraph(form, { name: 'note', question: note.question, hint: note.hint, room: note.room }),
    )}`
}

const byPhone = (form: FormState) => {
  const { phone, safeHours, voicemail } = form.words.form
  return html`${line(form, {
      name: 'phone',
      question: phone.question,
      hint: phone.hint,
      type: 'tel',
      autocomplete: 'tel',
      width: 'middle',
    })}
    <div class="when-call">
      ${pickOne(form, {
        name: 'voicemail',
        question: voicemail.question,
        options: Object.entries(voicemail.answers),
      })}
    </div>
    ${pickAny(form, {
      name: 'safeHours',
      question: safeHours.question,
      options: Object.entries(safeHours.answers),
      isOptional: true,
    })}`
}

const byEmail = (form: FormState) => {
  const { email, emailPrivacy } = form.words.form
  return html`${line(form, {
    name: 'email',
    question: email.question,
    hint: email.hint,
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
