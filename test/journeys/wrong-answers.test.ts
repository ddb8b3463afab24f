import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { limits } from '../../domain/form/choices.ts'
import type { Problem } from '../../domain/form/intake-form.ts'
import type { Wording } from '../../domain/person/consent-text.ts'
import type { Language } from '../../domain/person/language.ts'
import { askingWords } from '../../views/words/asking-words.ts'
import { sentFrom, textOf } from '../support/page-parts.ts'
import { type Product, openProduct } from '../support/product.ts'
import { type Visitor, fillIn, visitorOf } from '../support/visitor.ts'

type Given = Record<string, string | string[]>

const letters = (count: number) => 'a'.repeat(count)
const helper = {
  who: 'someone-else',
  helperName: 'Dana Reed',
  helperPhone: '312 555 0199',
  helperAgreed: 'yes',
}
const details = {
  phone: '312 555 0123',
  voicemail: 'no-message',
  email: 'robin.vale@example.org',
  emailPrivacy: 'private',
}
const meeting = { meet: ['video'], zip: '95112', times: ['weekend'] }

/** Every way in which an answer can be wrong, by the page that asks for it: what is sent, and what is said then. */
const wrong: [page: number, field: string, problem: Problem, given: Given][] = [
  [1, 'who', 'required', { who: [], age: '25-64' }],
  [1, 'age', 'required', { who: 'me', age: [] }],
  [1, 'helperName', 'required', { ...helper, age: '25-64', helperName: ' ' }],
  [1, 'helperName', 'too-long', { ...helper, age: '25-64', helperName: letters(limits.nameLetters + 1) }],
  [1, 'helperPhone', 'required', { ...helper, age: '25-64', helperPhone: '' }],
  [1, 'helperPhone', 'format', { ...helper, age: '25-64', helperPhone: '312 555' }],
  [1, 'helperPhone', 'too-long', { ...helper, age: '25-64', helperPhone: letters(41) }],
  [1, 'helperAgreed', 'required', { ...helper, age: '25-64', helperAgreed: [] }],
  [2, 'safety', 'required', { safety: [] }],
  [3, 'topics', 'required', { topics: [] }],
  [4, 'meet', 'required', { ...meeting, meet: [] }],
  [4, 'zip', 'required', { ...meeting, zip: '' }],
  [4, 'zip', 'format', { ...meeting, zip: '9511' }],
  [4, 'zip', 'not-known', { ...meeting, zip: '00001' }],
  [4, 'zip', 'too-long', { ...meeting, zip: letters(21) }],
  [4, 'usState', 'required', { ...meeting, zip: '', noZip: 'yes', usState: '' }],
  [4, 'times', 'required', { ...meeting, times: [] }],
  [5, 'otherLanguage', 'required', { 'wish-other-language': 'nice', otherLanguage: '' }],
  [6, 'name', 'required', { name: '', contact: ['email'] }],
  [6, 'name', 'too-long', { name: letters(limits.nameLetters + 1), contact: ['email'] }],
  [6, 'contact', 'required', { name: 'Robin Vale', contact: [] }],
  [6, 'contact', 'alone', { name: 'Robin Vale', contact: ['email', 'none'] }],
  [7, 'phone', 'required', { ...details, phone: '' }],
  [7, 'phone', 'format', { ...details, phone: '112 555 0123' }],
  [7, 'phone', 'too-long', { ...details, phone: letters(41) }],
  [7, 'voicemail', 'required', { ...details, voicemail: [] }],
  [7, 'email', 'required', { ...details, email: '' }],
  [7, 'email', 'format', { ...details, email: 'robin vale@example' }],
  [7, 'email', 'too-long', { ...details, email: `${letters(limits.emailLetters)}@example.org` }],
  [7, 'emailPrivacy', 'required', { ...details, emailPrivacy: [] }],
  [8, 'note', 'too-long', { note: letters(limits.noteLetters + 1) }],
  [9, 'consentKeep', 'required', { consentKeep: [], consentShare: 'yes' }],
  [9, 'consentShare', 'required', { consentKeep: 'yes', consentShare: [] }],
]

/** What someone answers until they come to a page: to be reached in every way that has details. */
const way = {
  6: { contact: ['call', 'email'] },
  7: details,
}
const wayOf: Record<Wording, Record<number, Given>> = {
  you: way,
  they: { ...way, 1: { ...helper, age: '25-64' } },
}

const cases = (['en', 'es'] as const).flatMap((language) =>
  (['you', 'they'] as const).flatMap((wording) =>
    wrong
      // Whoever fills in the first page has not said yet whom it is for, unless that is what this is about.
      .filter(([page]) => page !== 1 || wording === 'you')
      .map(([page, field, problem, given]) => ({ language, wording, page, field, problem, given })),
  ),
)

describe('an answer that cannot be used', () => {
  let product: Product
  const visitors = new Map<string, Visitor>()

  beforeAll(async () => {
    product = await openProduct()
  })
  afterAll(() => product.close())

  /** Someone who has come to a page: what cannot be used changes nothing, so the next case can use them as well. */
  const visitorAt = async (page: number, language: Language, wording: Wording) => {
    const key = `${page} ${language} ${wording}`
    const visitor = visitors.get(key) ?? visitorOf(product)
    if (!visitors.has(key)) await fillIn(visitor, wayOf[wording], { language, until: page })
    visitors.set(key, visitor)
    return visitor
  }

  it.each(cases)(
    'is said beside its question, and all that was given is kept: $field $problem ($language, $wording)',
    async ({ language, wording, page, field, problem, given }) => {
      const visitor = await visitorAt(page, language, wording)

      const shown = await visitor.answer(given)

      const said: Record<string, Partial<Record<Problem, string>>> = askingWords(
        language,
        given['who'] === 'someone-else' ? 'they' : wording,
      ).problems
      const sentence = said[field]?.[problem] ?? ''
      expect(sentence).not.toBe('')
      expect(shown.status).toBe(422)
      expect(shown.body).toContain('<title>Error: ')
      expect(textOf(shown.body).split(sentence)).toHaveLength(3)
      expect(shown.body).toContain(`id="${field}-problem"`)
      const kept = sentFrom(shown.body)
      for (const [name, value] of Object.entries(given).filter(([, value]) => String(value) !== ''))
        expect([name, kept.get(name)]).toEqual([name, [value].flat()])
    },
  )

  it('has words for each way in which it can be wrong, and each is tried here', () => {
    const tried = wrong.map(([, field, problem]) => `${field} ${problem}`)
    const words = Object.entries(askingWords('en', 'you').problems).flatMap(([field, said]) =>
      Object.keys(said).map((problem) => `${field} ${problem}`),
    )

    expect(tried.toSorted()).toEqual(words.toSorted())
  })
})
