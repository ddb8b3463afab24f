import { type Problem, intakeFormSchema } from '../domain/form/intake-form.ts'
import type { FormProblem } from '../domain/form/read-intake-form.ts'
import type { ProblemWords } from './words/problem-words.ts'
import type { Words } from './words/words.ts'

const questions = (words: Words): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(words.form).flatMap(([field, asked]) =>
      typeof asked === 'object' && 'question' in asked ? [[field, asked.question]] : [],
    ),
  ),
  wishes: words.form.kinds.question,
  helperName: words.form.helper.name,
  helperPhone: words.form.helper.phone,
  helperAgreed: words.form.helper.agreedQuestion,
  noZip: words.form.zip.none,
})

/** What to put right, for the page and for whoever sends the form as JSON. */
export const problemSentence = ({ field, problem }: FormProblem, words: ProblemWords): string => {
  const own: Record<string, Partial<Record<Problem, string>>> = words.problems
  const question = questions(words)[field]
  if (problem === 'no-such-field' && !(field in intakeFormSchema.shape)) return words.unexpected.field(field)
  return own[field]?.[problem] ?? (question ? words.unexpected.answer(question) : words.unexpected.form)
}
