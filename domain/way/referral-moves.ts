import type { ReferralState } from './referral.ts'

export type Who = 'machine' | 'staff' | 'person' | 'facilitator'

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
  schedule: { from: ['accepted', 'scheduled', 'no-show'], to: 'scheduled', by: ['facilitator', 'staff'] },
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
    from: ['proposed', 'offered', 'accepted', 'scheduled', 'no-show'],
    to: 'declined',
    by: ['staff', 'person', 'facilitator'],
    freesThePlace: true,
  },
  'give-up-contact': {
    from: ['proposed', 'offered', 'accepted', 'scheduled', 'no-show'],
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
    by: ['person', 'staff', 'machine'],
    freesThePlace: true,
  },
} as const satisfies Record<string, ReferralMove>

export type ReferralMoveName = keyof typeof referralMoves

/** Whether the table lets this one move a referral so. */
export const mayMoveReferral = (who: Who, from: ReferralState, name: ReferralMoveName) => {
  const move: ReferralMove = referralMoves[name]
  return move.by.includes(who) && move.from.includes(from)
}
