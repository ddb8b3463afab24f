import * as z from 'zod/mini'

import { type Action, actionSchema } from '../way/next-action.ts'

/** Every e-mail we write. Those to staff carry a reference, a due time, a language and a link, and nothing else. */
export const templates = [
  'receipt',
  'suggestions',
  'offer',
  'offer-reminder',
  'said-yes',
  'place-gone',
  'invitation',
  'invitation-cancelled',
  'day-before',
  'missed',
  'check-in',
  'still-looking',
  'erased',
  'facilitator-referral',
  'facilitator-reminder',
  'facilitator-attendance',
  'facilitator-code',
  'facilitator-contact-changed',
  'facilitator-consent-ended',
  'facilitator-ended',
  'staff-next-action',
  'staff-overdue',
  'staff-digest',
] as const

const templateSchema = z.enum(templates)

export const emailStates = [
  'pending',
  'sending',
  'sent',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'cancelled',
] as const

const emailStateSchema = z.enum(emailStates)

const cancelledBecauseSchema = z.enum([
  'not-safe-to-mail',
  'address-refuses-mail',
  'too-many-to-this-address',
  'no-longer-true',
  'no-address',
  'erased',
  /** It stood unsent in a back-up, and may have gone out since. */
  'restored',
])

/**
 * An e-mail to be sent: a template and ids, never the words. It is rendered when it is sent, from what is true then.
 * `occurrence` is what makes it happen once: a second row for the same occurrence is refused.
 */
export const emailSchema = z.object({
  schema: z.literal(1),
  /** The intake it is about; `staff` for what is about nobody in particular. */
  subjectId: z.string(),
  occurrence: z.string(),
  emailId: z.uuid(),
  template: templateSchema,
  to: z.enum(['person', 'staff', 'supervisor', 'facilitator']),
  action: z.nullable(actionSchema),
  referralId: z.nullable(z.uuid()),
  state: emailStateSchema,
  cancelledBecause: z.nullable(cancelledBecauseSchema),
  /** Keyed hash of the person's address it was meant for, for limits; null for anyone else. */
  addressHash: z.nullable(z.string()),
  /** It counts already against the limits of that address. Absent in rows of an earlier version: then any try has counted. */
  isCounted: z.optional(z.boolean()),
  dueAt: z.iso.datetime(),
  /** When the sweeper puts it in the queue again. `dueAt` never moves, so that lateness can be seen. */
  nextTryAt: z.iso.datetime(),
  /** Times it was claimed; a message in the queue names the number it was written for, so an old one claims nothing. */
  attempts: z.int(),
  /** Times a lease ended and we did not know whether SES had taken it. */
  unknownOutcomes: z.int(),
  claimId: z.nullable(z.string()),
  leaseUntil: z.nullable(z.iso.datetime()),
  sesMessageId: z.nullable(z.string()),
})

export type Template = z.infer<typeof templateSchema>
export type Email = z.infer<typeof emailSchema>
export type EmailState = z.infer<typeof emailStateSchema>
export type CancelledBecause = z.infer<typeof cancelledBecauseSchema>

/** Longer than any send can take (the function stops after 60 s), and long enough for SES to report what it did. */
export const leaseMinutes = 15

/** After this many outcomes that stayed unknown we stop and raise an alarm rather than risk writing once more. */
export const maxUnknownOutcomes = 4

/**
 * What keeps a stranger from filling someone's mailbox through the form: between two e-mails of one template to one
 * address lie at least these hours, and in any 7 days there are at most three (the store keeps the moments of three).
 */
export const addressGapHours = 24

/**
 * What anyone can have sent to any address by filling in the form, and by having it deleted at once. All else follows from
 * what staff did.
 */
export const isLimited = (template: Template) =>
  template === 'receipt' || template === 'suggestions' || template === 'erased'

/** An e-mail that is this late is no longer the news it was: it is given up, and someone is told. */
export const givenUpAfterHours = 24

/** Every way an e-mail can move. SES may report in any order, and may report before we have written down that it was sent. */
export const emailMoves = {
  claim: { from: ['pending', 'sending'], to: 'sending' },
  'put-back': { from: ['sending'], to: 'pending' },
  'mark-sent': { from: ['sending'], to: 'sent' },
  deliver: { from: ['pending', 'sending', 'sent'], to: 'delivered' },
  bounce: { from: ['pending', 'sending', 'sent', 'delivered'], to: 'bounced' },
  complain: { from: ['pending', 'sending', 'sent', 'delivered'], to: 'complained' },
  fail: { from: ['pending', 'sending', 'sent'], to: 'failed' },
  cancel: { from: ['pending', 'sending'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly EmailState[]; to: EmailState }>

/** A new e-mail, due at once. */
export const newEmail = (
  email: Pick<Email, 'subjectId' | 'occurrence' | 'emailId' | 'template' | 'to'> &
    Partial<Pick<Email, 'action' | 'referralId' | 'addressHash'>>,
  now: string,
): Email => ({
  schema: 1,
  action: null,
  referralId: null,
  addressHash: null,
  ...email,
  state: 'pending',
  cancelledBecause: null,
  dueAt: now,
  nextTryAt: now,
  attempts: 0,
  unknownOutcomes: 0,
  claimId: null,
  leaseUntil: null,
  sesMessageId: null,
})

/** An e-mail that follows from something; `action` tells staff what it is about. */
export interface Message {
  to: Email['to']
  template: Template
  action?: Action
  /** It is about the referral, and not only about the person. */
  isAboutReferral?: boolean
}

/** The e-mail of a message. `occasion` makes it one: the same message on the same occasion is refused the second time. */
export const emailOf = (
  { to, template, action, isAboutReferral }: Message,
  about: { intakeId: string; emailHash: string | null; referralId: string | null; occasion: string },
  emailId: string,
  now: string,
): Email =>
  newEmail(
    {
      subjectId: about.intakeId,
      // Staff and whoever answers for them may hear of one thing on one occasion.
      occurrence: [
        template,
        ...(to === 'supervisor' ? [to] : []),
        ...(action ? [action] : []),
        about.occasion,
      ].join('#'),
      emailId,
      template,
      to,
      action: action ?? null,
      addressHash: to === 'person' ? about.emailHash : null,
      referralId: isAboutReferral ? about.referralId : null,
    },
    now,
  )
