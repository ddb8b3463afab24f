import type { Language } from '../../domain/language.ts'
import type { Words } from './en.ts'
import { checkIn, offer, stop } from './es/answering.ts'
import { consent } from './es/consent.ts'
import { emails } from './es/emails.ts'
import { facilitator } from './es/facilitator.ts'
import { form } from './es/form.ts'
import { kept } from './es/kept.ts'
import { letters, plainLetters } from './es/letters.ts'
import { matching, metWishes, reasons, rules } from './es/matching.ts'
import { help, helpFirst, message, privacy, start, under13, under18 } from './es/pages.ts'
import { problems, unexpected } from './es/problems.ts'
import { details, meeting, sent, sentForThem, stages, status } from './es/progress.ts'
import { reaching } from './es/reaching.ts'
import { closed, site } from './es/site.ts'
import { states } from './es/states.ts'
import { yours } from './es/yours.ts'

const language: Language = 'es'

export const es: Words = {
  language,
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
