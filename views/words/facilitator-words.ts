import type { Language } from '../../domain/person/language.ts'
import { facilitator as enFacilitator } from './en/facilitator.ts'
import { status as enStatus } from './en/progress.ts'
import { facilitator as esFacilitator } from './es/facilitator.ts'
import { status as esStatus } from './es/progress.ts'
import { type GroupWords, groupWords } from './group-words.ts'
import { type PageWords, pageWords } from './page-words.ts'

const en = { facilitator: enFacilitator, status: enStatus }
const es: typeof en = { facilitator: esFacilitator, status: esStatus }

/** What the leaders of groups read. */
export type FacilitatorWords = PageWords & GroupWords & typeof en

const added: Record<Language, typeof en> = { en, es }

export const facilitatorWords = (language: Language): FacilitatorWords => ({
  ...pageWords(language),
  ...groupWords(language),
  ...added[language],
})
