import type { Language } from '../../domain/language.ts'
import { en, type Words } from './en.ts'
import { es } from './es.ts'

const all: Record<Language, Words> = { en, es }

export const wordsFor = (language: Language) => all[language]
