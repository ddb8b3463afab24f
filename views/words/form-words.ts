import type { Language } from '../../domain/person/language.ts'
import * as en from './en/before-sending.ts'
import * as es from './es/before-sending.ts'
import { type PageWords, pageWords } from './page-words.ts'
import { type ProblemWords, problemWords } from './problem-words.ts'

/** What is said before a form is sent. */
export type FormWords = PageWords & ProblemWords & typeof en

const added: Record<Language, typeof en> = { en, es }

export const formWords = (language: Language): FormWords => ({
  ...pageWords(language),
  ...problemWords(language),
  ...added[language],
})
