import type { Language } from '../../domain/person/language.ts'
import * as enPages from './en/pages.ts'
import * as esPages from './es/pages.ts'
import { type PageWords, pageWords } from './page-words.ts'
import { type ProblemWords, problemWords } from './problem-words.ts'

const saidBefore = ({ start, helpFirst, under13, under18, privacy }: typeof enPages) => ({
  start,
  helpFirst,
  under13,
  under18,
  privacy,
})

/** What is said before a form is sent. */
export type FormWords = PageWords & ProblemWords & ReturnType<typeof saidBefore>

const pages: Record<Language, typeof enPages> = { en: enPages, es: esPages }

export const formWords = (language: Language): FormWords => ({
  ...pageWords(language),
  ...problemWords(language),
  ...saidBefore(pages[language]),
})
