import * as z from 'zod/mini'

/** The languages our own pages and e-mails are written in. A group's languages are ISO 639 codes and may be any. */
export const languages = ['en', 'es'] as const

export const languageSchema = z.enum(languages)

export type Language = z.infer<typeof languageSchema>
