import type { Language } from '../../domain/person/language.ts'
import * as enAnswering from './en/answering.ts'
import { groupConsent as enGroupConsent } from './en/group-consent.ts'
import { kept as enKept } from './en/kept.ts'
import {
  sent as enSent,
  sentForThem as enSentForThem,
  stages as enStages,
  status as enStatus,
  details as enDetails,
} from './en/progress.ts'
import { yours as enYours } from './en/yours.ts'
import * as esAnswering from './es/answering.ts'
import { groupConsent as esGroupConsent } from './es/group-consent.ts'
import { kept as esKept } from './es/kept.ts'
import {
  sent as esSent,
  sentForThem as esSentForThem,
  stages as esStages,
  status as esStatus,
  details as esDetails,
} from './es/progress.ts'
import { yours as esYours } from './es/yours.ts'
import { type GroupWords, groupWords } from './group-words.ts'
import { type PageWords, pageWords } from './page-words.ts'

const en = {
  sent: enSent,
  sentForThem: enSentForThem,
  stages: enStages,
  status: enStatus,
  details: enDetails,
  ...enAnswering,
  groupConsent: enGroupConsent,
  yours: enYours,
  kept: enKept,
}
const es: typeof en = {
  sent: esSent,
  sentForThem: esSentForThem,
  stages: esStages,
  status: esStatus,
  details: esDetails,
  ...esAnswering,
  groupConsent: esGroupConsent,
  yours: esYours,
  kept: esKept,
}

/** What a person reads on their own pages, once their form is sent. */
export type ProgressWords = PageWords & GroupWords & typeof en

const added: Record<Language, typeof en> = { en, es }

export const progressWords = (language: Language): ProgressWords => ({
  ...pageWords(language),
  ...groupWords(language),
  ...added[language],
})
