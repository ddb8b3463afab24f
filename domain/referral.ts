import * as z from 'zod/mini'

import { suggestionSchema } from './decision.ts'
import { nextActionSchema } from './next-action.ts'

export const referralStates = [
  'proposed',
  'offered',
  'accepted',
  'scheduled',
  'attended',
  'completed',
  'declined',
  'no-show',
  'could-not-contact',
  'expired',
  'redirected',
  'withdrawn',
] as const

const referralStateSchema = z.enum(referralStates)

/** One person, one group, one place: held from the day it is proposed until an end that frees it. */
export const referralSchema = z.object({
  schema: z.literal(1),
  referralId: z.uuid(),
  intakeId: z.uuid(),
  groupId: z.string(),
  state: referralStateSchema,
  next: z.nullable(nextActionSchema),
  /** When the sweeper looks at this referral again; null when there is nothing to look for. */
  sweepAt: z.nullable(z.iso.datetime()),
  /** The choice as it was made: why this group, sentence by sentence. */
  suggestion: suggestionSchema,
  proposedAt: z.iso.datetime(),
  revision: z.int(),
})

export type Referral = z.infer<typeof referralSchema>
export type ReferralState = z.infer<typeof referralStateSchema>

type Who = 'machine' | 'staff' | 'person' | 'facilitator'

interface ReferralMove {
  from: readonly ReferralState[]
  to: ReferralState
  by: readonly Who[]
  freesThePlace?: true
}

/** Every way a referral can move. Whatever frees a place lets those who wait be matched again. */
export const referralMoves = {
  offer: { from: ['proposed'], to: 'offered', by: ['staff'] },
  'say-yes': { from: ['offered'], to: 'accepted', by: ['person', 'staff'] },
  schedule: { from: ['accepted'], to: 'scheduled', by: ['facilitator', 'staff'] },
  attend: {
    from: ['accepted', 'scheduled', 'no-show'],
    to: 'attended',
    by: ['facilitator', 'staff', 'person'],
  },
  'miss-session': { from: ['scheduled'], to: 'no-show', by: ['facilitator', 'staff'] },
  complete: {
    from: ['attended'],
    to: 'completed',
    by: ['facilitator', 'staff', 'person'],
    freesThePlace: true,
  },
  decline: {
    from: ['proposed', 'offered', 'accepted', 'scheduled'],
    to: 'declined',
    by: ['staff', 'person', 'facilitator'],
    freesThePlace: true,
  },
  'give-up-contact': {
    from: ['proposed', 'offered'],
    to: 'could-not-contact',
    by: ['staff'],
    freesThePlace: true,
  },
  expire: { from: ['offered'], to: 'expired', by: ['machine'], freesThePlace: true },
  redirect: {
    from: ['proposed', 'offered', 'accepted', 'scheduled', 'no-show'],
    to: 'redirected',
    by: ['staff'],
    freesThePlace: true,
  },
  withdraw: {
    from: ['proposed', 'offered', 'accepted', 'scheduled', 'attended', 'no-show'],
    to: 'withdrawn',
    by: ['person', 'staff'],
    freesThePlace: true,
  },
} as const satisfies Record<string, ReferralMove>

/** Referrals in these states have a place in their group. */
export const holdsPlace = (state: ReferralState) =>
  ['proposed', 'offered', 'accepted', 'scheduled', 'attended', 'no-show'].includes(state)
