import type { Language } from '../../domain/language.ts'
import type { Words } from './en.ts'
import { consent } from './es/consent.ts'
import { form } from './es/form.ts'
import { help, helpFirst, message, privacy, start, under13, under18 } from './es/pages.ts'
import { problems, unexpected } from './es/problems.ts'
import { reaching } from './es/reaching.ts'
import { closed, site } from './es/site.ts'
import { states } from './es/states.ts'

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
  states,
}
