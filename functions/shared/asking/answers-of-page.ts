import type { Field } from '../../../domain/form/intake-form.ts'
import { type QuestionPage, fieldsOfPage } from '../../../domain/form/question-pages.ts'
import { oneLine, severalLines } from '../../../domain/form/typed-text.ts'
import { wishes } from '../../../domain/groups/wish.ts'
import type { Answers } from '../../../views/form/answers.ts'
import { severalNames } from '../form-body.ts'

/** What a field is called in the HTML form; each wish has a name of its own. */
export const namesOf = (field: Field) => (field === 'wishes' ? wishes.map((wish) => `wish-${wish}`) : [field])

const namesOfPage = (page: QuestionPage) => fieldsOfPage[page].flatMap(namesOf)

const tidied = (name: string, values: readonly string[]) => {
  const tidy = name === 'note' ? severalLines : oneLine
  const all = [...new Set(values.map(tidy))]
  return severalNames.has(name) ? all : [all.find((value) => value !== '') ?? '']
}

/** What was answered on one page, as it was typed but without what cannot be seen, and each answer once. */
export const answersOfPage = (sent: Answers, page: QuestionPage): Record<string, string[]> =>
  Object.fromEntries(
    namesOfPage(page).flatMap((name) => (sent[name] ? [[name, tidied(name, sent[name])]] : [])),
  )

/** All answers, with those of one page in the place of what was answered there before. */
export const withPage = (kept: Answers, page: QuestionPage, ofPage: Answers): Record<string, string[]> => {
  const names = new Set(namesOfPage(page))
  const others = Object.entries(kept).filter(([name]) => !names.has(name))
  const these = Object.entries(ofPage).filter(([name]) => names.has(name))
  return Object.fromEntries([...others, ...these].map(([name, values]) => [name, [...values]]))
}
