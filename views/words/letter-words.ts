import type { Language } from '../../domain/person/language.ts'
import { checkIn as enCheckIn, offer as enOffer } from './en/answering.ts'
import { emails as enEmails } from './en/emails.ts'
import { letters as enLetters, plainLetters as enPlainLetters } from './en/letters.ts'
import { checkIn as esCheckIn, offer as esOffer } from './es/answering.ts'
import { emails as esEmails } from './es/emails.ts'
import { letters as esLetters, plainLetters as esPlainLetters } from './es/letters.ts'
import { type GroupWords, groupWords } from './group-words.ts'

const en = {
  checkIn: enCheckIn,
  offer: enOffer,
  emails: { ...enEmails, ...enLetters, plain: { ...enEmails.plain, ...enPlainLetters } },
}
const es: typeof en = {
  checkIn: esCheckIn,
  offer: esOffer,
  emails: { ...esEmails, ...esLetters, plain: { ...esEmails.plain, ...esPlainLetters } },
}

/** What e-mails to people say. */
export type LetterWords = GroupWords & typeof en

const added: Record<Language, typeof en> = { en, es }

export const letterWords = (language: Language): LetterWords => ({
  ...groupWords(language),
  ...added[language],
})
