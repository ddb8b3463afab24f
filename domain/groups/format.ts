import * as z from 'zod/mini'

/** The ways a group can meet. A hybrid group has several. */
export const formats = ['video', 'phone', 'in-person'] as const

export const formatSchema = z.enum(formats)

export type Format = z.infer<typeof formatSchema>
