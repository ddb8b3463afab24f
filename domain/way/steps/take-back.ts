import { withTakenBack } from '../../person/consent-history.ts'
import type { GroupConsent, Revocable } from '../../person/consent.ts'
import { withoutTasks } from '../../staff/tasks.ts'
import { type Moment, isoOf } from '../../time/moment.ts'
import {
  type Change,
  type Standing,
  closeWhenOver,
  facilitatorKnows,
  unchanged,
  withEvent,
  withMessage,
  withStaffTask,
} from '../change.ts'
import { type FollowUp, stopFollowUp } from '../follow-up.ts'
import { hasLeft } from '../intake.ts'
import type { NextAction } from '../next-action.ts'
import { dueBy } from '../promises.ts'
import { type Referral, holdsPlace } from '../referral.ts'

/** What the group's leader was to do is for staff to do now; what was promised for a day stays promised for that day. */
const forStaff = (next: NextAction | null, { now, office }: Moment): NextAction | null => {
  if (next?.owner !== 'facilitator') return next
  return next.action === 'say-who-came'
    ? { owner: 'staff', action: 'say-who-came', dueAt: next.dueAt }
    : {
        owner: 'staff',
        action: 'arrange-first-session',
        dueAt: isoOf(dueBy('arrange-first-session', now, office)),
      }
}

/** The leader may know nothing more of this person. The place is still theirs: staff do what the leader did. */
const untold = (referral: Referral, consent: GroupConsent, moment: Moment): Referral => ({
  ...referral,
  consent: { ...consent, share: false, takenBackAt: isoOf(moment.now) },
  doorCode: null,
  next: forStaff(referral.next, moment),
})

const takeBackSharing = (standing: Standing, moment: Moment): Change | null => {
  const { intake, referral } = standing
  const after = withTakenBack(intake, 'share', moment)
  const consent = referral && holdsPlace(referral.state) && referral.consent?.share ? referral.consent : null
  if (referral === null || consent === null)
    return after === intake
      ? null
      : withEvent({ ...unchanged(standing), intake: after }, 'consent-taken-back', { purpose: 'share' })
  const change = withEvent(
    {
      ...unchanged(standing),
      intake: withoutTasks(after, 'reach-facilitator'),
      referral: untold(referral, consent, moment),
    },
    'consent-taken-back',
    { purpose: 'share', groupId: referral.groupId, groupConsent: consent.textVersion },
  )
  const told = facilitatorKnows(referral)
    ? withMessage(change, { to: 'facilitator', template: 'facilitator-consent-ended', isAboutReferral: true })
    : change
  return intake.state === 'closed' ? told : withStaffTask(told, 'read-wishes', moment)
}

/** The reminder of the day before is no question: it still comes. */
const onlyReminder = (followUp: FollowUp | null): FollowUp | null =>
  followUp?.next && followUp.next.day < 0
    ? { ...followUp, open: null }
    : stopFollowUp(followUp, 'asked-to-stop')

const takeBackCheckIns = (standing: Standing, moment: Moment): Change | null => {
  const { intake } = standing
  if (!intake.consent.checkIn) return null
  const after = withoutTasks(withTakenBack(intake, 'check-in', moment), 'check-in-by-phone')
  const change = withEvent(
    { ...unchanged(standing), intake: { ...after, followUp: onlyReminder(after.followUp) } },
    'consent-taken-back',
    { purpose: 'check-in' },
  )
  return closeWhenOver(change, moment)
}

/**
 * The person takes one consent back, and no other. It holds from now on (42 CFR 2.31: a consent can be revoked except for
 * what was done in reliance on it): a leader who knows of them cannot forget it, and is told to use it no more.
 */
export const takeBack = (standing: Standing, purpose: Revocable, moment: Moment): Change | null => {
  if (hasLeft(standing.intake)) return null
  return purpose === 'share' ? takeBackSharing(standing, moment) : takeBackCheckIns(standing, moment)
}
