import type { Language } from '../../domain/person/language.ts'
import { en, type Words } from './en.ts'
import { es } from './es.ts'

export type { Words }

const all: Record<Language, Words> = { en, es }

/** What pages and letters both say. The rest is apart, by when it is said: a function carries only what it says. */
export const wordsFor = (language: Language) => all[language]
