import * as z from 'zod/mini'

import { type Email, emailSchema } from './email.ts'

/**
 * The message that makes an e-mail go out sooner. It names the claim it was written for, so that a copy that arrives
 * late, or twice, claims nothing.
 */
export const emailNudgeSchema = z.pick(emailSchema, {
  schema: true,
  subjectId: true,
  occurrence: true,
  template: true,
  addressHash: true,
  referralId: true,
  state: true,
  attempts: true,
  isCounted: true,
})

export type EmailNudge = z.infer<typeof emailNudgeSchema>

export const nudgeFor = (email: Email): EmailNudge => emailNudgeSchema.parse(email)
