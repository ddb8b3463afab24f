import { html } from 'hono/html'

import { type Wish, accessWishes, kindWishes, otherLanguages } from '../../domain/groups/wish.ts'
import { languageName } from '../times.ts'
import { hasAnyOf } from './answers.ts'
import { pickOne } from './choices.ts'
import { select } from './lines.ts'
import { optionalPart, type FormState } from './parts.ts'

const nameOf = (wish: Wish) => `wish-${wish}`

export const wishes = (form: FormState) => {
  const { access, kinds } = form.words.form
  return html`${optionalPart(
    form,
    { id: 'kinds-part', summary: kinds.question, isOpen: isOpen(form, kindWishes, 'wishes') },
    html`<p class="hint">${kinds.hint}</p>
      ${kindWishes.map((wish) => oneWish(form, wish))}`,
  )}
  ${optionalPart(
    form,
    { id: 'access-part', summary: access.question, isOpen: isOpen(form, accessWishes, 'otherLanguage') },
    html`<p class="hint">${access.hint}</p>
      ${accessWishes.map((wish) => oneWish(form, wish))}`,
  )}`
}

const isOpen = (form: FormState, part: readonly Wish[], field: string) =>
  part.some((wish) => startOf(form, wish) !== '') ||
  hasAnyOf(form.answers, part.map(nameOf)) ||
  form.problems.has(field)

/** Whoever fills in the Spanish form most likely needs a group in Spanish; they can say otherwise. */
const startOf = ({ words, answers }: FormState, wish: Wish) =>
  !answers[nameOf(wish)] && words.language === 'es' && wish === 'spanish' ? 'must' : ''

const oneWish = (form: FormState, wish: Wish) => {
  const { strengths, wishes } = form.words.form
  const asked = pickOne(form, {
    name: nameOf(wish),
    question: wishes[wish],
    options: [
      ['', strengths.none],
      ['nice', strengths.nice],
      ['must', strengths.must],
    ],
    startsAt: startOf(form, wish),
    look: 'row',
  })
  return wish === 'other-language' ? html`${asked}${whichLanguage(form)}` : asked
}

const whichLanguage = (form: FormState) => {
  const { language, form: words } = form.words
  return html`<div class="when-other-language inset">
    ${select(form, {
      name: 'otherLanguage',
      question: words.otherLanguage.question,
      pick: words.otherLanguage.pick,
      options: otherLanguages.map((code) => [code, languageName(code, language)]),
      autocomplete: 'off',
    })}
  </div>`
}
