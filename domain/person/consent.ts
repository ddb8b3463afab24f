import * as z from 'zod/mini'

import { languageSchema } from './language.ts'

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
export const groupConsentTextVersion = '2026-11-2'

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
  /** From then on `share` is false; what was shared before stays known to whoever was told. */
  takenBackAt: z.optional(z.iso.datetime()),
})

export type GroupConsent = z.infer<typeof groupConsentSchema>

/**
 * Consents of the form that can be taken back while the request goes on. To take back that answers are kept is to have
 * them deleted.
 */
export const revocable = ['share', 'check-in'] as const
export type Revocable = (typeof revocable)[number]

/** A consent that was given on the form and taken back since: what it was, and from when to when. */
export const takenBackSchema = z.object({
  purpose: z.enum(revocable),
  textVersion: z.string(),
  language: languageSchema,
  givenAt: z.iso.datetime(),
  takenBackAt: z.iso.datetime(),
})
