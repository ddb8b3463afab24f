import type { Suggestion } from '../../matching/decision.ts'
import { withoutTasks } from '../../staff/tasks.ts'
import { type Moment } from '../../time/moment.ts'
import {
  type Change,
  type Standing,
  close,
  endReferral,
  lookAgain,
  personHears,
  unchanged,
  withEvent,
} from '../change.ts'
import { mayMove } from '../intake-moves.ts'
import type { CloseReason } from '../intake.ts'
import { mayBeMatched, waitingFrom } from '../outcome.ts'
import { mayMoveReferral } from '../referral-moves.ts'
import { type EndReason, holdsPlace, personKnows } from '../referral.ts'

/** Staff, or the group's leader, say no to a place. The next best is looked for; a person who knows of it hears of it. */
export const decline = (
  standing: Standing,
  { because, by }: { because: EndReason; by: 'staff' | 'facilitator' },
  moment: Moment,
): Change | null => {
  const { referral } = standing
  if (!referral || !mayMoveReferral(by, referral.state, 'decline')) return null
  if (by === 'facilitator' && !['accepted', 'scheduled', 'no-show'].includes(referral.state)) return null
  const change = unchanged(standing)
  const read = by === 'staff' ? { ...change, intake: withoutTasks(change.intake, 'read-form') } : change
  const ended = withEvent(endReferral(read, 'decline', because, by, moment), 'declined', {
    groupId: referral.groupId,
    because,
  })
  const told = personKnows(referral.state) ? personHears(ended, 'place-gone', moment) : ended
  return lookAgain(told, moment)
}

/** Whether staff can pick a group for this person at all. */
export const mayStaffPlace = ({ intake, referral }: Standing) =>
  (intake.state === 'referred' || mayMove('staff', intake.state, 'referred')) &&
  (referral === null || mayMoveReferral('staff', referral.state, 'redirect'))

/** Staff pick the group themselves: a place is taken there, and one that was held goes back. The person is asked next. */
export const refer = (standing: Standing, suggestion: Suggestion, moment: Moment): Change | null => {
  if (!mayStaffPlace(standing) || standing.referral?.groupId === suggestion.groupId) return null
  const ended = endReferral(unchanged(standing), 'redirect', 'other-group', 'staff', moment)
  const intake = withoutTasks(ended.intake, 'read-form', 'find-another-way')
  return withEvent(
    {
      ...ended,
      intake: { ...intake, state: 'referred', needsStaffBecause: null, waiting: null },
      takes: suggestion,
    },
    'other-group',
    { groupId: suggestion.groupId },
  )
}

/**
 * Staff put the person on the waiting list: a place that is freed goes to those who wait. The machine gives it to them, so
 * nobody is put there whom it must never place.
 */
export const wait = (standing: Standing, moment: Moment): Change | null => {
  const { intake, referral } = standing
  if (!mayBeMatched(intake) || !mayMove('staff', intake.state, 'waiting')) return null
  if (referral && !mayMoveReferral('staff', referral.state, 'redirect')) return null
  const ended = endReferral(unchanged(standing), 'redirect', 'waitlist', 'staff', moment)
  const told = referral && personKnows(referral.state) ? personHears(ended, 'place-gone', moment) : ended
  return withEvent(
    {
      ...told,
      intake: {
        ...withoutTasks(told.intake, 'read-form', 'find-another-way'),
        state: 'waiting',
        needsStaffBecause: null,
        waiting: intake.waiting ?? waitingFrom(moment.now),
      },
    },
    'waitlisted',
  )
}

/** Staff have spoken with someone and let the machine look; never for those whom it must not place. */
export const letMachineLook = (standing: Standing, moment: Moment): Change | null => {
  if (standing.referral !== null || !mayMove('staff', standing.intake.state, 'waiting')) return null
  const change = unchanged(standing)
  const looked = lookAgain(
    { ...change, intake: withoutTasks(change.intake, 'read-form', 'find-another-way') },
    moment,
  )
  return looked.looksAgain ? withEvent(looked, 'looks-again') : null
}

/** Staff end a request, with the reason. A place that is held goes on; one that the person sits in stays theirs. */
export const closeRequest = (standing: Standing, because: CloseReason, moment: Moment): Change | null => {
  const { intake, referral } = standing
  if (!mayMove('staff', intake.state, 'closed')) return null
  const isIn = referral?.state === 'attended'
  const change = unchanged(standing)
  return close(
    isIn || !referral || !holdsPlace(referral.state)
      ? change
      : endReferral(change, 'decline', 'request-ended', 'staff', moment),
    because,
    moment,
  )
}
