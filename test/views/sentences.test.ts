import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ruleSchema } from '../../domain/decision.ts'
import { type FormProblem, type Problem, intakeFormSchema, readIntakeForm } from '../../domain/intake-form.ts'
import { languages } from '../../domain/language.ts'
import { wishes } from '../../domain/wish.ts'
import {
  exclusionSentence,
  nearMissSentence,
  problemSentence,
  reasonSentence,
} from '../../views/sentences.ts'
import { en } from '../../views/words/en.ts'
import { wordsFor } from '../../views/words/words.ts'
import { aSuggestion } from '../support/suggestions.ts'

const long = 'x'.repeat(300)

/** Forms that a person in a hurry can send from our own page, one for each thing that can be wrong with it. */
const hurried: Record<string, unknown>[] = [
  {},
  { zip: '123' },
  { zip: '1'.repeat(30) },
  { noZip: true },
  { name: long },
  { wishes: { 'other-language': 'must' } },
  { contact: ['none', 'call'] },
  { contact: ['call', 'email'] },
  { contact: ['text'], phone: '12' },
  { contact: ['text'], phone: '1'.repeat(50) },
  { contact: ['email'], email: 'robin@' },
  { contact: ['email'], email: `${long}@example.org` },
  { who: 'someone-else' },
  { who: 'my-client', helperName: long, helperPhone: '12' },
  { who: 'my-client', helperPhone: '1'.repeat(50) },
  { note: 'x'.repeat(601) },
]

const problemsOf = (sent: unknown): FormProblem[] => {
  const read = readIntakeForm(sent)
  return 'problems' in read ? read.problems : []
}

const own = (words: object, { field, problem }: FormProblem) =>
  (words as Record<string, Partial<Record<Problem, string>>>)[field]?.[problem]

describe.each(languages)('problems of the form (%s)', (language) => {
  const words = wordsFor(language)

  it('have words of their own for all that a person can get wrong', () => {
    const met = hurried.flatMap(problemsOf).filter(({ field }) => field !== 'submissionId')

    expect(met.length).toBeGreaterThan(60)
    expect(met.filter((one) => own(words.problems, one) !== problemSentence(one, words))).toEqual([])
  })

  it('have words for every field and problem there is, and for those there are not', () => {
    const fields = [...Object.keys(intakeFormSchema.shape), 'code', 'form', 'submitted by hand']
    const sentences = fields.flatMap((field) =>
      (['required', 'format', 'too-long', 'unknown', 'alone'] as const).map((problem) =>
        problemSentence({ field, problem }, words),
      ),
    )

    expect(sentences.filter((sentence) => sentence.length < 12 || sentence.includes('undefined'))).toEqual([])
  })

  it('have words for whatever a program sends', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (sent) => {
        for (const one of problemsOf(sent)) expect(problemSentence(one, words)).toMatch(/\p{L}{3}/u)
      }),
    )
  })
})

const near = (miles: number) => reasonSentence({ because: 'near', points: 5, miles }, aSuggestion(), en)

describe('why a group was chosen', () => {
  it('names the wish that was met', () => {
    expect(reasonSentence({ because: 'wish', points: 5, wish: 'captions' }, aSuggestion(), en)).toBe(
      'It has captions.',
    )
  })

  it('tells how far it is', () => {
    expect([near(0), near(1), near(4)]).toEqual([
      'It is less than a mile from you.',
      'It is about 1 mile from you.',
      'It is about 4 miles from you.',
    ])
  })

  it.each(languages)('has a sentence for every wish (%s)', (language) => {
    const sentences = wishes.map((wish) =>
      reasonSentence({ because: 'wish', points: 5, wish }, aSuggestion(), wordsFor(language)),
    )

    expect(new Set(sentences).size).toBe(wishes.length)
  })
})

describe('why a group was not chosen', () => {
  it.each(languages)('has two sentences for every rule (%s)', (language) => {
    const words = wordsFor(language)
    const rules = ruleSchema.options

    expect(new Set(rules.map((rule) => exclusionSentence({ rule }, words))).size).toBe(rules.length)
    expect(new Set(rules.map((rule) => nearMissSentence([{ rule }], words))).size).toBe(rules.length)
  })

  it('says what would have to change, all of it in one sentence', () => {
    const sentence = nearMissSentence(
      [{ rule: 'other-time' }, { rule: 'too-far', miles: 23 }, { rule: 'wish-not-met', wish: 'captions' }],
      en,
    )

    expect(sentence).toBe(
      'It would fit if other times were possible, you could travel 23 miles, and “Captions” were not a must.',
    )
  })
})
