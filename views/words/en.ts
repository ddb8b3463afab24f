import type { Language } from '../../domain/language.ts'
import { consent } from './en/consent.ts'
import { form } from './en/form.ts'
import { help, helpFirst, message, privacy, start, under13, under18 } from './en/pages.ts'
import { problems, unexpected } from './en/problems.ts'
import { reaching } from './en/reaching.ts'
import { closed, site } from './en/site.ts'
import { states } from './en/states.ts'

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
  states,
}

export type Words = typeof en
