import { withTakenBack } from '../../person/consent-history.ts'
import { mailableAddress, mayBePhoned } from '../../person/safe-contact.ts'
import { type Moment, isoOf } from '../../time/moment.ts'
import {
  type Change,
  type Standing,
  close,
  closeWhenOver,
  endReferral,
  lookAgain,
  unchanged,
  withEvent,
  withMessage,
  withStaffTask,
} from '../change.ts'
import { type CheckInAnswer, answerCheckIn, askNext, isSaidAgain, stopFollowUp } from '../follow-up.ts'
import { homeTimeZone } from '../intake.ts'
import { mayMoveReferral } from '../referral-moves.ts'
import { holdsPlace } from '../referral.ts'
import { came } from './attendance.ts'

/** What the sweeper does when the next of a follow-up plan is due: asks, by e-mail or through staff, or stops. */
export const checkInIsDue = (standing: Standing, moment: Moment): Change | null => {
  const { intake } = standing
  if (intake.followUp === null) return null
  const { now, office, cadence } = moment
  const calendar = { ...office, timeZone: homeTimeZone(intake, office.timeZone) }
  const days = cadence.filter((day) => day < 0 || intake.consent.checkIn)
  const { followUp, asks } = askNext(intake.followUp, days, calendar, now)
  if (followUp === intake.followUp) return null
  const change: Change = { ...unchanged(standing), intake: { ...intake, followUp } }
  if (asks === null) return closeWhenOver(change, moment)
  const isReminder = asks < 0
  const asked = withEvent(change, isReminder ? 'reminded' : 'check-in-asked', { day: String(asks) })
  if (mailableAddress(intake.safeContact) !== null)
    return withMessage(asked, {
      to: 'person',
      template: isReminder ? 'day-before' : 'check-in',
      isAboutReferral: isReminder,
    })
  return mayBePhoned(intake.safeContact)
    ? withStaffTask(asked, isReminder ? 'tell-by-phone' : 'check-in-by-phone', moment)
    : asked
}

/** A call for help is heard for as long as we know who it comes from, whatever else has ended. */
const mayAnswer = ({ state }: Standing['intake'], given: CheckInAnswer) =>
  given === 'need-help-now'
    ? state !== 'withdrawn' && state !== 'erased'
    : state === 'referred' || state === 'suggested'

/** What a person answers when asked how it goes, and all that follows from it. Later answers stand beside earlier ones. */
export const answer = (standing: Standing, given: CheckInAnswer, moment: Moment): Change | null => {
  const { intake } = standing
  if (intake.followUp === null || !mayAnswer(intake, given)) return null
  const followUp = answerCheckIn(intake.followUp, given, moment.now)
  const agreed = given === 'stop' ? withTakenBack(intake, 'check-in', moment) : intake
  const change = withEvent(
    { ...unchanged(standing), intake: { ...agreed, followUp } },
    given === 'stop' ? 'check-ins-stopped' : 'check-in-answered',
    { answer: given },
  )
  switch (given) {
    case 'going-well':
      return isGoing(change, standing, moment)
    case 'could-use-a-call':
      return withStaffTask(change, 'call-person', moment)
    case 'need-help-now':
      return withStaffTask(change, 'help-now', moment)
    case 'another-group':
    case 'not-going':
      return isNotGoing(change, given === 'another-group', moment)
    case 'stop':
      return closeWhenOver(change, moment)
  }
}

/** A second press of the same button, from which nothing follows that has not followed already. */
export const isRepeat = ({ intake, referral }: Standing, given: CheckInAnswer, change: Change) =>
  intake.followUp !== null &&
  isSaidAgain(intake.followUp, given) &&
  change.intake.state === intake.state &&
  change.referral === referral &&
  change.messages.length === 0

/** Someone who is going well was there, whoever has or has not said so. */
const isGoing = (change: Change, { group }: Standing, moment: Moment): Change => {
  const { referral } = change
  const wasThere =
    referral &&
    referral.firstSessionAt !== null &&
    referral.firstSessionAt <= isoOf(moment.now) &&
    mayMoveReferral('person', referral.state, 'attend')
  if (!wasThere) return closeWhenOver(change, moment)
  const attended = came({ intake: change.intake, referral, group }, 'person', moment)
  return attended ? { ...attended, events: [...change.events, ...attended.events] } : change
}

/**
 * Someone who does not go any more: their place goes on, and so does the search if they wish. Nobody is asked how it goes
 * before a first session is set: a place without one was found since, and the answer says nothing of it.
 */
const isNotGoing = (change: Change, another: boolean, moment: Moment): Change => {
  const { referral } = change
  if (referral !== null && holdsPlace(referral.state) && referral.firstSessionAt === null) return change
  const ended =
    referral && holdsPlace(referral.state)
      ? withEvent(
          endReferral(
            change,
            referral.state === 'attended' ? 'complete' : 'decline',
            'no-longer-comes',
            'person',
            moment,
          ),
          'no-longer-comes',
          { groupId: referral.groupId },
        )
      : change
  return another ? lookAgain(ended, moment) : close(ended, 'person-says-no', moment)
}

/**
 * No more questions, whatever is open: a person's wish from a mail program's own button, which takes their consent to be
 * asked back, or an address that refuses mail.
 */
export const stopAsking = (
  standing: Standing,
  because: 'asked-to-stop' | 'address-refuses-mail',
  moment: Moment,
): Change | null => {
  const { intake } = standing
  if (intake.followUp === null || intake.followUp.stopped !== null) return null
  const followUp = stopFollowUp(intake.followUp, because)
  const agreed = because === 'asked-to-stop' ? withTakenBack(intake, 'check-in', moment) : intake
  return closeWhenOver(
    withEvent({ ...unchanged(standing), intake: { ...agreed, followUp } }, 'check-ins-stopped', { because }),
    moment,
  )
}
