import { type SafeContact, changedWays, noContact } from '../../person/safe-contact.ts'
import { withoutTasks } from '../../staff/tasks.ts'
import { type Moment, isoOf } from '../../time/moment.ts'
import {
  type Change,
  type Standing,
  facilitatorKnows,
  unchanged,
  withEvent,
  withMessage,
  withStaffTask,
} from '../change.ts'
import { stopFollowUp } from '../follow-up.ts'
import { type Intake, hasLeft } from '../intake.ts'
import { holdsPlace } from '../referral.ts'
import { reachingThem } from './contact.ts'

/** How someone may be reached from now on, with the keyed hashes of the address and the number. */
export interface Ways {
  safeContact: SafeContact
  emailHash: string | null
  phoneHash: string | null
}

/**
 * What was sent again and not yet read was written before this: it must not bring the old ways back. Tries at the old
 * ways say nothing of the new ones.
 */
const withWays = (intake: Intake, { safeContact, emailHash, phoneHash }: Ways): Intake => ({
  ...intake,
  safeContact,
  emailHash,
  phoneHash,
  attempts: [],
  sentAgain: intake.sentAgain.map((one) => ({ ...one, safeContact })),
})

/** No call that was still to be made is made any more, not even one that the person had asked for before. */
const leftAlone = (intake: Intake): Intake => ({
  ...withoutTasks(intake, ...reachingThem),
  followUp: stopFollowUp(intake.followUp, 'asked-to-stop'),
})

/** Tells all who might use the old ways: staff, and a group's leader who has seen them. */
const withReaders = (change: Change, { intake, referral }: Standing, moment: Moment): Change => {
  const told = intake.state === 'closed' ? change : withStaffTask(change, 'read-wishes', moment)
  return referral && holdsPlace(referral.state) && facilitatorKnows(referral)
    ? withMessage(told, { to: 'facilitator', template: 'facilitator-contact-changed', isAboutReferral: true })
    : told
}

/**
 * The person says how they may be reached from now on. Every letter that is still to go, and every call, obeys it. To name
 * no way at all ends the questions how it goes as well; a place that is held stays theirs, and they see on their page what
 * we would have written.
 */
export const changeContact = (standing: Standing, ways: Ways, moment: Moment): Change | null => {
  const { intake } = standing
  const before = [intake.safeContact, ...intake.sentAgain.map(({ safeContact }) => safeContact)]
  const fields = [...new Set(before.flatMap((one) => changedWays(one, ways.safeContact)))]
  if (hasLeft(intake) || fields.length === 0) return null
  const isSilence = ways.safeContact.channels.includes('none')
  const safeContact = { ...ways.safeContact, askedAt: isoOf(moment.now) }
  const changed = withWays(intake, { ...ways, safeContact })
  const change = { ...unchanged(standing), intake: isSilence ? leftAlone(changed) : changed }
  return withEvent(
    withReaders(change, standing, moment),
    isSilence ? 'contact-stopped' : 'contact-changed',
    isSilence ? {} : { fields: fields.join(' ') },
  )
}

/** No more letters and no more calls. The address and the number are needed no longer, and are not kept. */
export const stopContact = (standing: Standing, moment: Moment): Change | null =>
  changeContact(
    standing,
    { safeContact: noContact(isoOf(moment.now)), emailHash: null, phoneHash: null },
    moment,
  )
