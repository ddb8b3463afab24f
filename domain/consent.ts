import * as z from 'zod/mini'

import { languageSchema } from './language.ts'

/**
 * The wording that people agree to. A change to any consent sentence in views/words needs a new version here,
 * so that the record says what this person read.
 */
export const consentTextVersion = '2026-11-1'

/** The three choices of the form, each given apart from the others; what 42 CFR 2.31 asks for is kept with them. */
export const consentSchema = z.object({
  textVersion: z.string(),
  language: languageSchema,
  givenAt: z.iso.datetime(),
  /** The typed name stands as the electronic signature. */
  signedAs: z.string(),
  keep: z.literal(true),
  share: z.enum(['yes', 'ask-first']),
  checkIn: z.boolean(),
})
