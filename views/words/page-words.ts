import type { Language } from '../../domain/person/language.ts'
import { help as enHelp } from './en/help.ts'
import { message as enMessage } from './en/message.ts'
import * as enSite from './en/site.ts'
import { help as esHelp } from './es/help.ts'
import { message as esMessage } from './es/message.ts'
import * as esSite from './es/site.ts'

// The language is widened, so that the Spanish words can say theirs.
const en = { language: 'en' as Language, ...enSite, help: enHelp, message: enMessage }
const es: typeof en = { language: 'es', ...esSite, help: esHelp, message: esMessage }

/** What is said on every page, and on those that are shown when something else cannot be. */
export type PageWords = typeof en

const all: Record<Language, PageWords> = { en, es }

export const pageWords = (language: Language) => all[language]
