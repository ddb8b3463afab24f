import type { Language } from '../../domain/person/language.ts'
import { help as enHelp, message as enMessage } from './en/pages.ts'
import * as enSite from './en/site.ts'
import { help as esHelp, message as esMessage } from './es/pages.ts'
import * as esSite from './es/site.ts'
import { type Words, wordsFor } from './words.ts'

const en = { ...enSite, help: enHelp, message: enMessage }
const es: typeof en = { ...esSite, help: esHelp, message: esMessage }

/** What is said on every page, and on those that are shown when something else cannot be. */
export type PageWords = Words & typeof en

const added: Record<Language, typeof en> = { en, es }

export const pageWords = (language: Language): PageWords => ({
  ...wordsFor(language),
  ...added[language],
})
