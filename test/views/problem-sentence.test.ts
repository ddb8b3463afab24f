import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Problem, intakeFormSchema } from '../../domain/form/intake-form.ts'
import { type FormProblem, readIntakeForm } from '../../domain/form/read-intake-form.ts'
import { languages } from '../../domain/person/language.ts'
import { problemSentence } from '../../views/problem-sentence.ts'
import { problemWords } from '../../views/words/problem-words.ts'

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
  const words = problemWords(language)

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
