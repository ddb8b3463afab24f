import type { Language } from '../../domain/person/language.ts'
import type { Words } from './en.ts'
import { consent } from './es/consent.ts'
import { form } from './es/form.ts'
import { reaching } from './es/reaching.ts'
import { states } from './es/states.ts'

const language: Language = 'es'

export const es: Words = {
  language,
  form: { ...form, ...reaching },
  consent,
  states,
}
