import type { Language } from '../../domain/person/language.ts'
import * as en from './en/problems.ts'
import * as es from './es/problems.ts'
import { type Words, wordsFor } from './words.ts'

/** What is said of answers that cannot be taken as they are. */
export type ProblemWords = Words & typeof en

const added: Record<Language, typeof en> = { en, es }

export const problemWords = (language: Language): ProblemWords => ({
  ...wordsFor(language),
  ...added[language],
})
