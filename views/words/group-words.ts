import type { Language } from '../../domain/person/language.ts'
import * as enMatching from './en/matching.ts'
import { meeting as enMeeting } from './en/meeting.ts'
import * as esMatching from './es/matching.ts'
import { meeting as esMeeting } from './es/meeting.ts'
import { type Words, wordsFor } from './words.ts'

const en = { ...enMatching, meeting: enMeeting }
const es: typeof en = { ...esMatching, meeting: esMeeting }

/** What is said about groups, beside what is said before a form is sent. */
export type GroupWords = Words & typeof en

const added: Record<Language, typeof en> = { en, es }

export const groupWords = (language: Language): GroupWords => ({
  ...wordsFor(language),
  ...added[language],
})
