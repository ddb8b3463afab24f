import type { Language } from '../../domain/person/language.ts'
import * as en from './en/guide.ts'
import * as es from './es/guide.ts'
import { type PageWords, pageWords } from './page-words.ts'

/** What the pages to read say beside all other words: apart, so that functions without them do not carry them. */
type GuideWords = PageWords & { guide: typeof en }

const guides: Record<Language, typeof en> = { en, es }

export const guideWords = (language: Language): GuideWords => ({
  ...pageWords(language),
  guide: guides[language],
})
