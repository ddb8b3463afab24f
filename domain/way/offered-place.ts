import type { Office } from '../time/working-days.ts'
import { type Standing, facilitatorKnows } from './change.ts'
import type { Intake } from './intake.ts'
import { personHearsBy } from './promises.ts'
import type { Referral } from './referral.ts'

/** How a place came to nothing, as the person is told of it. */
export type GoneBecause = 'no-answer' | 'you-said-no' | 'you-stopped' | 'group-said-no' | 'not-there'

export const goneBecause = ({ state, ended }: Pick<Referral, 'state' | 'ended'>): GoneBecause => {
  if (state === 'expired') return 'no-answer'
  switch (ended?.because) {
    case 'person-says-no':
      return 'you-said-no'
    case 'no-longer-comes':
      return 'you-stopped'
    case 'full':
    case 'not-taking-people':
      return 'group-said-no'
    default:
      return ended?.by === 'facilitator' ? 'group-said-no' : 'not-there'
  }
}

/** What comes after a place that came to nothing. */
export type AfterGone = 'looking' | 'another-place' | 'closed'

const afterGone = ({ state }: Intake): AfterGone => {
  if (state === 'closed' || state === 'withdrawn' || state === 'erased') return 'closed'
  return state === 'referred' ? 'another-place' : 'looking'
}

/** What has become of a place that someone was offered, at whatever time they come back to look. */
export type OfferedPlace =
  | { is: 'to-answer'; keptUntil: string }
  | { is: 'accepted'; hearsBy: string | null; leaderIsTold: boolean }
  | { is: 'scheduled' | 'begun'; firstSessionAt: string }
  | { is: 'attended' }
  | { is: 'missed' }
  | { is: 'gone'; because: GoneBecause; next: AfterGone }

/** Null for a place that the person was never told of. */
export const offeredPlace = (
  { intake, referral }: Pick<Standing, 'intake'> & { referral: Referral },
  now: string,
  office: Office,
): OfferedPlace | null => {
  const { state, next, firstSessionAt } = referral
  switch (state) {
    case 'proposed':
      return null
    case 'offered':
      return { is: 'to-answer', keptUntil: next?.dueAt ?? now }
    case 'accepted':
      return {
        is: 'accepted',
        hearsBy: next && personHearsBy(next, office),
        leaderIsTold: facilitatorKnows(referral),
      }
    case 'scheduled':
      return {
        is: firstSessionAt !== null && firstSessionAt <= now ? 'begun' : 'scheduled',
        firstSessionAt: firstSessionAt ?? now,
      }
    case 'attended':
      return { is: 'attended' }
    case 'no-show':
      return { is: 'missed' }
    default:
      return { is: 'gone', because: goneBecause(referral), next: afterGone(intake) }
  }
}

const day = 24 * 3_600_000

/** A link to an offer is good for this long after what it is about, so that it can still say what became of it. */
const offerLinkDays = 30

/**
 * Ends counted from what the place waits for, or from today where that is over, so that the same link comes out each time
 * it is written on one day.
 */
export const offerLinkEnd = ({ state, next, firstSessionAt, proposedAt }: Referral, nowMs: number) => {
  const about = (state === 'offered' ? next?.dueAt : firstSessionAt) ?? proposedAt
  return Math.max(Date.parse(about), Math.floor(nowMs / day) * day) + offerLinkDays * day
}
