import type { Language } from '../../domain/language.ts'
import { checkIn, offer, stop } from './en/answering.ts'
import { consent } from './en/consent.ts'
import { emails } from './en/emails.ts'
import { facilitator } from './en/facilitator.ts'
import { form } from './en/form.ts'
import { kept } from './en/kept.ts'
import { letters, plainLetters } from './en/letters.ts'
import { matching, metWishes, reasons, rules } from './en/matching.ts'
import { help, helpFirst, message, privacy, start, under13, under18 } from './en/pages.ts'
import { problems, unexpected } from './en/problems.ts'
import { details, meeting, sent, sentForThem, stages, status } from './en/progress.ts'
import { reaching } from './en/reaching.ts'
import { closed, site } from './en/site.ts'
import { states } from './en/states.ts'
import { yours } from './en/yours.ts'

export const en = {
  // Widened, so that the Spanish words can say theirs.
  language: 'en' as Language,
  site,
  closed,
  form: { ...form, ...reaching },
  consent,
  problems,
  unexpected,
  start,
  help,
  helpFirst,
  under13,
  under18,
  privacy,
  message,
  sent,
  sentForThem,
  stages,
  status,
  details,
  meeting,
  matching,
  reasons,
  metWishes,
  rules,
  emails: { ...emails, ...letters, plain: { ...emails.plain, ...plainLetters } },
  offer,
  checkIn,
  stop,
  states,
  facilitator,
  yours,
  kept,
}

export type Words = typeof en
