import type { KeptAnswers } from '../../../domain/form/kept-answers.ts'
import type { Wording } from '../../../domain/person/consent-text.ts'
import type { Answers } from '../../../views/form/answers.ts'
import { formFrom } from '../form-body.ts'

/** A form as far as it has come, in the shape that domain/form/question-pages.ts and the form's schema read. */
export const unfinished = ({
  submissionId,
  answers,
}: Pick<KeptAnswers, 'submissionId' | 'answers'>): Record<string, unknown> & {
  contact: readonly string[]
} => ({ ...formFrom(answers), submissionId, contact: answers['contact'] ?? [] })

/** Whoever fills the form in for someone else is asked about them. */
export const wordingFor = (answers: Answers): Wording => {
  const who = answers['who']?.[0] ?? 'me'
  return who === 'someone-else' || who === 'my-client' ? 'they' : 'you'
}
