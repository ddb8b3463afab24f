import * as z from 'zod/mini'

import type { SafeContact } from '../person/safe-contact.ts'
import { answersSchema, asking, contactAsks } from './intake-form.ts'
import { type FormProblem, problemsIn } from './read-intake-form.ts'

/** How someone may be reached from now on: the same questions, under the same rules. */
const contactFormSchema = z
  .pick(answersSchema, {
    contact: true,
    phone: true,
    voicemail: true,
    safeHours: true,
    email: true,
    emailPrivacy: true,
  })
  .check(asking(contactAsks))

/** The questions on the page where someone changes how they may be reached. */
export const contactFields = Object.keys(contactFormSchema.def.shape)

/**
 * Reads how someone may be reached from now on. What was typed into a question that their other answers make needless is
 * not kept: a number stands there only while it may be called.
 */
export const readContactForm = (
  sent: unknown,
  askedAt: string,
): { safeContact: SafeContact } | { problems: FormProblem[] } => {
  const read = contactFormSchema.safeParse(sent)
  if (!read.success) return { problems: problemsIn(read.error) }
  const { contact, phone, voicemail, safeHours, email, emailPrivacy } = read.data
  const isCalled = contact.includes('call')
  const hasPhone = isCalled || contact.includes('text')
  const hasEmail = contact.includes('email')
  return {
    safeContact: {
      channels: [...new Set(contact)],
      phone: hasPhone ? phone : null,
      voicemail: isCalled ? voicemail : null,
      safeHours: hasPhone ? [...new Set(safeHours)] : [],
      email: hasEmail ? email : null,
      emailPrivacy: hasEmail ? emailPrivacy : null,
      askedAt,
    },
  }
}
