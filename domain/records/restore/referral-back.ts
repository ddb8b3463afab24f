import type { Intake } from '../../way/intake.ts'
import { type Referral, holdsPlace } from '../../way/referral.ts'
import type { TrailEntry } from '../trail.ts'
import { type BackUp, sinceBackUp } from './since.ts'
import type { Back } from './verdict.ts'

/** What stands in the live tables about the person of a referral. */
export interface AroundReferral {
  live: Referral | null
  intake: Intake | null
  trail: readonly TrailEntry[]
  backUp: BackUp
}

/** Stops the clock of whoever is not staff: nobody is reminded of, or loses, what they may have answered. */
export const stopped = (referral: Referral): Referral =>
  referral.next && referral.next.owner !== 'staff'
    ? { ...referral, next: { ...referral.next, lookAt: null } }
    : referral

/** Rows of an earlier version do not name the referral that holds their place. */
const isTheirPlace = ({ referralId, state }: Intake, referral: Referral) =>
  referralId === null ? state === 'referred' || state === 'urgent' : referralId === referral.referralId

/** Whether the person has this place no longer, by their own row or by the referral as it is now. */
const hasMovedOn = (restored: Referral, { live, intake }: AroundReferral) =>
  holdsPlace(restored.state) &&
  ((live !== null && !holdsPlace(live.state)) || (intake !== null && !isTheirPlace(intake, restored)))

/** A referral as it comes back. A place that the person has moved on from does not. */
export const referralBack = (restored: Referral, around: AroundReferral): Back<Referral> => {
  if (hasMovedOn(restored, around)) return { row: null, because: 'moved-on' }
  const { live, trail, backUp } = around
  const row = { ...restored, revision: Math.max(restored.revision, live ? live.revision + 1 : 0) }
  return !holdsPlace(restored.state) || sinceBackUp(trail, backUp) === 'nothing'
    ? { row, because: 'as-it-was' }
    : { row: { ...stopped(row), revision: row.revision + 1 }, because: 'held' }
}
