import type { Language } from '../../domain/person/language.ts'
import { consent } from './en/consent.ts'
import { form } from './en/form.ts'
import { reaching } from './en/reaching.ts'
import { states } from './en/states.ts'

export const en = {
  // Widened, so that the Spanish words can say theirs.
  language: 'en' as Language,
  form: { ...form, ...reaching },
  consent,
  states,
}

export type Words = typeof en
