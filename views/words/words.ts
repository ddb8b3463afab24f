import type { Language } from '../../domain/language.ts'
import { en, type Words } from './en.ts'
import { es } from './es.ts'

export type { Words }

const all: Record<Language, Words> = { en, es }

/** What is said before a form is sent, and on every page. What is said later is apart: a function carries only what it says. */
export const wordsFor = (language: Language) => all[language]
