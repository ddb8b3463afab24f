import * as z from 'zod/mini'

/** The ways a person can say are safe. `none` stands alone: they come back by their private link. */
export const channels = ['text', 'call', 'email', 'none'] as const
export const voicemails = ['say-who-you-are', 'name-and-number-only', 'no-message'] as const
export const safeHours = ['mornings', 'afternoons', 'evenings', 'text-first'] as const

/**
 * How this person may be reached. Every e-mail and every call obeys it as it stands at that moment.
 * `emailPrivacy: 'shared'` means that someone else may read the mailbox: every e-mail is then kept plain.
 */
export const safeContactSchema = z.object({
  channels: z.array(z.enum(channels)),
  phone: z.nullable(z.string()),
  voicemail: z.nullable(z.enum(voicemails)),
  safeHours: z.array(z.enum(safeHours)),
  email: z.nullable(z.string()),
  emailPrivacy: z.nullable(z.enum(['private', 'shared'])),
  askedAt: z.iso.datetime(),
})

export type SafeContact = z.infer<typeof safeContactSchema>

/** The address we may write to, or null when the person did not name e-mail as safe. */
export const mailableAddress = ({ channels, email }: SafeContact) =>
  channels.includes('email') ? email : null

export const mayBePhoned = ({ channels, phone }: SafeContact) =>
  phone !== null && (channels.includes('call') || channels.includes('text'))

export const mustBePlain = ({ emailPrivacy }: SafeContact) => emailPrivacy !== 'private'

/** Someone who wants neither letters nor calls: they come back by their private link. */
export const noContact = (askedAt: string): SafeContact => ({
  channels: ['none'],
  phone: null,
  voicemail: null,
  safeHours: [],
  email: null,
  emailPrivacy: null,
  askedAt,
})

const ways = ['channels', 'phone', 'voicemail', 'safeHours', 'email', 'emailPrivacy'] as const

const inOrder = (value: readonly string[] | string | null) =>
  JSON.stringify(typeof value === 'string' || value === null ? value : value.toSorted())

/** Names of what differs; when it was asked does not count. */
export const changedWays = (before: SafeContact, after: SafeContact) =>
  ways.filter((way) => inOrder(before[way]) !== inOrder(after[way]))
