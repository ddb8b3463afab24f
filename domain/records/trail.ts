import * as z from 'zod/mini'

/** What can stand in the trail: who did, saw or was sent what. */
export const trailEvents = [
  'received',
  'placed',
  'suggested',
  'waiting',
  'given-to-staff',
  'urgent',
  'sent-again',
  'email-sent',
  'email-cancelled',
  'email-failed',
  'email-delivered',
  'email-bounced',
  'email-complained',
  'overdue',
  'details-seen',
  'details-refused',
  'page-seen',
  'offered',
  'said-yes',
  'said-no',
  'offer-expired',
  'reminded',
  'declined',
  'other-group',
  'waitlisted',
  'looks-again',
  'first-session-set',
  'came',
  'missed',
  'no-longer-comes',
  'attempt',
  'contact-given-up',
  'note',
  'task-done',
  'changes-used',
  'first-answers-kept',
  'check-in-asked',
  'check-in-answered',
  'check-ins-stopped',
  'facilitator-code-sent',
  'facilitator-code-used',
  'facilitator-code-refused',
  'facilitator-card-seen',
  'closed',
  'restored',
  'contact-changed',
  'contact-stopped',
  'consent-taken-back',
  'withdrawn',
  'kept-seen',
  'erased',
  'signed-in',
  'signed-out',
  'signed-out-everywhere',
  'sign-in-refused',
] as const

const trailEventSchema = z.enum(trailEvents)

/** Append-only. Ids, codes and names of fields; never what a person told us. */
export const trailEntrySchema = z.object({
  schema: z.literal(1),
  /** An intake's id, or `staff#` and a staff id. */
  subjectId: z.string(),
  /** A UUIDv7, so that a subject's entries sort by time. */
  entryId: z.string(),
  at: z.iso.datetime(),
  by: z.enum(['machine', 'person', 'staff', 'facilitator']),
  event: trailEventSchema,
  /** For example a template, a group's id, a rule; and the version of the consent it happened under. */
  codes: z.record(z.string(), z.string()),
  consentVersion: z.nullable(z.string()),
})

export type TrailEntry = z.infer<typeof trailEntrySchema>
export type TrailEvent = z.infer<typeof trailEventSchema>
