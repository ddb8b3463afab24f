import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ruleSchema } from '../../domain/decision.ts'
import { type Problem, intakeFormSchema } from '../../domain/intake-form.ts'
import { languages } from '../../domain/language.ts'
import { type FormProblem, readIntakeForm } from '../../domain/read-intake-form.ts'
import { wishes } from '../../domain/wish.ts'
import {
  exclusionSentence,
  nearMissSentence,
  problemSentence,
  reasonSentence,
} from '../../views/sentences.ts'
import { allWords, en, es } from '../support/all-words.ts'
import { aSuggestion } from '../support/suggestions.ts'

const long = 'x'.repeat(300)

/** Forms that a person in a hurry can send from our own page, one for each thing that can be wrong with it. */
const hurried: Record<string, unknown>[] = [
  {},
  { zip: '123' },
  { zip: '00000' },
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
  const words = allWords(language)

  it('have words of their own for all that a person can get wrong', () => {
    const met = hurried.flatMap(problemsOf).filter(({ field }) => field !== 'submissionId')

    expect(met.length).toBeGreaterThan(60)
    expect(met.filter((one) => own(words.problems, one) !== problemSentence(one, words))).toEqual([])
  })

  it('have words for every field and problem there is, and for those there are not', () => {
    const fields = [...Object.keys(intakeFormSchema.shape), 'code', 'form', 'submitted by hand']
    const sentences = fields.flatMap((field) =>
      (['required', 'format', 'not-known', 'too-long', 'no-such-field', 'alone'] as const).map((problem) =>
        problemSentence({ field, problem }, words),
      ),
    )

    expect(sentences.filter((sentence) => sentence.length < 12 || sentence.includes('undefined'))).toEqual([])
  })

  it('never say of a field the form has that it has not', () => {
    const known = Object.keys(intakeFormSchema.shape)
    const codes = ['required', 'format', 'not-known', 'too-long', 'alone', 'no-such-field'] as const
    const sentences = known.flatMap((field) =>
      codes.map((problem) => [problemSentence({ field, problem }, words), words.unexpected.field(field)]),
    )

    expect(sentences.filter(([said, denial]) => said === denial)).toEqual([])
    expect(problemSentence({ field: 'zipcode', problem: 'no-such-field' }, words)).toBe(
      words.unexpected.field('zipcode'),
    )
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

  it('counts what it covers besides the first thing that was picked', () => {
    const more = (count: number, words: typeof en) =>
      reasonSentence({ because: 'more-topics', points: 5, count }, aSuggestion(), words)

    expect([more(1, en), more(2, en)]).toEqual([
      'It covers one more thing you picked.',
      'It covers 2 more things you picked.',
    ])
    expect([more(1, es), more(2, es)]).toEqual([
      'También trata otro tema que usted eligió.',
      'También trata otros 2 temas que usted eligió.',
    ])
  })

  it('tells how far it is, as far as a ZIP code can tell', () => {
    expect([near(0), near(1), near(4)]).toEqual([
      'It is in your ZIP code area.',
      'It is in your ZIP code area.',
      'It is about 4 miles from the middle of your ZIP code.',
    ])
  })

  it.each(languages)('has a sentence for every wish (%s)', (language) => {
    const sentences = wishes.map((wish) =>
      reasonSentence({ because: 'wish', points: 5, wish }, aSuggestion(), allWords(language)),
    )

    expect(new Set(sentences).size).toBe(wishes.length)
  })
})

describe('why a group was not chosen', () => {
  it.each(languages)('has two sentences for every rule (%s)', (language) => {
    const words = allWords(language)
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

  it('says what is not known in a sentence of its own, or in its place among others', () => {
    const alone = [{ rule: 'home-unknown' as const }]
    const both = [{ rule: 'other-time' as const }, ...alone]

    expect(nearMissSentence(alone, en)).toBe('It could fit if it is near you. We have no ZIP code for you.')
    expect(nearMissSentence(alone, es)).toBe(
      'Podría servirle si está cerca de usted. No tenemos su código postal.',
    )
    expect(nearMissSentence(both, en)).toBe('It would fit if other times were possible and it were near you.')
  })

  it('calls a must in Spanish by the words of its button', () => {
    const sentence = nearMissSentence([{ rule: 'wish-not-met', wish: 'captions' }], es)

    expect(sentence).toBe('Le serviría si no eligiera “Lo necesito” para “Subtítulos”.')
    expect(sentence).toContain(es.form.strengths.must)
  })
})
