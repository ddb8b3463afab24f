import * as z from 'zod/mini'

import { languageSchema } from './language.ts'

/** Whether a question was put to the person themselves, or about them to someone who helps them. */
export type Wording = 'you' | 'they'

/**
 * The wording that people agree to. A change to any consent sentence in views/words needs a new version here,
 * so that the record says what this person read.
 */
export const consentTextVersion: Record<Wording, string> = { you: '2026-11-1', they: '2026-11-1-they' }

/** The three choices of the form, each given apart from the others; what 42 CFR 2.31 asks for is kept with them. */
export const consentSchema = z.object({
  textVersion: z.string(),
  language: languageSchema,
  givenAt: z.iso.datetime(),
  /** The typed name of whoever filled the form in stands as the electronic signature. */
  signedAs: z.string(),
  keep: z.literal(true),
  share: z.enum(['yes', 'ask-first']),
  checkIn: z.boolean(),
})

/** The wording of the question that goes with a yes to one group. */
export const groupConsentTextVersion = '2026-11-1'

/**
 * Whether the leader of one named group may be told a person's first name, how to reach them, and what they need
 * (42 CFR 2.31: who, what, to whom, for what). Given with the yes to that group, by the person or to staff by phone.
 */
export const groupConsentSchema = z.object({
  textVersion: z.string(),
  language: languageSchema,
  givenAt: z.iso.datetime(),
  heardBy: z.enum(['person', 'staff']),
  share: z.boolean(),
})
