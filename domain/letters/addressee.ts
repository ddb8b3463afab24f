import { mailableAddress, mustBePlain } from '../person/safe-contact.ts'
import { tasksOf } from '../staff/tasks.ts'
import { followUpLookAt } from '../way/follow-up.ts'
import type { Intake } from '../way/intake.ts'
import type { NextAction } from '../way/next-action.ts'
import type { Referral, ReferralState } from '../way/referral.ts'
import type { CancelledBecause, Email, Template } from './email.ts'

/** Whom an e-mail goes to, from what is true at the moment it is sent. */
export type Addressee =
  | { is: 'person'; address: string; isPlain: boolean; intake: Intake; referral: Referral | null }
  | { is: 'staff'; address: string; intake: Intake; dueAt: string }
  | { is: 'facilitator'; address: string; intake: Intake; referral: Referral }
  | { is: 'another-address'; addressHash: string | null }
  | { is: 'nobody'; because: CancelledBecause }

const nobody = (because: CancelledBecause): Addressee => ({ is: 'nobody', because })

/** After these nothing more is sent, but for what takes back something that was sent before. */
const over: ReadonlySet<Intake['state']> = new Set(['withdrawn', 'closed', 'erased'])
const takesBack: ReadonlySet<Template> = new Set([
  'invitation-cancelled',
  'facilitator-ended',
  'facilitator-consent-ended',
])

/** All that is still sent when someone is erased: the rows that these are written from are kept until they are out. */
export const isLastLetter = (template: Template) => takesBack.has(template) || template === 'erased'

/** Someone who sits in their group stays known to its leader after the request is closed, and may be told of leaving. */
const isForFacilitator = ({ template }: Email, { state }: Intake) =>
  state === 'closed' && (template === 'facilitator-code' || template === 'facilitator-contact-changed')

/** With a request all that staff had to do was closed: what they have to do now came after it. */
const isForStaff = ({ to }: Email, { state }: Intake) =>
  state !== 'erased' && (to === 'staff' || to === 'supervisor')

/** In which states of a referral an e-mail about it is still true. */
const trueWhile: Partial<Record<Template, readonly ReferralState[]>> = {
  offer: ['offered'],
  'offer-reminder': ['offered'],
  'said-yes': ['accepted'],
  'place-gone': ['declined', 'expired', 'redirected'],
  invitation: ['scheduled'],
  'day-before': ['scheduled'],
  missed: ['no-show'],
  'facilitator-referral': ['accepted'],
  'facilitator-reminder': ['accepted', 'scheduled'],
  'facilitator-attendance': ['scheduled'],
  'facilitator-contact-changed': ['accepted', 'scheduled', 'no-show', 'attended'],
  'facilitator-code': ['accepted', 'scheduled', 'no-show', 'attended'],
}

/** Whether what an e-mail says is still so. */
const isTrue = ({ template }: Email, intake: Intake, referral: Referral | null) => {
  const states = trueWhile[template]
  if (states && !(referral !== null && states.includes(referral.state))) return false
  switch (template) {
    case 'facilitator-reminder':
    case 'facilitator-attendance':
      // Another day may have been set since, and what was asked then is no longer asked.
      return (referral?.next?.reminders ?? 0) > 0
    case 'facilitator-code':
      return referral?.doorCode?.used === false
    case 'check-in':
      return (
        intake.followUp !== null && intake.followUp.open !== null && followUpLookAt(intake.followUp) !== null
      )
    case 'still-looking':
      return intake.state === 'waiting'
    case 'erased':
      return intake.state === 'erased'
    default:
      return true
  }
}

/** What of staff's is still to be done; told of nothing that was done since. */
const taskOf = (email: Email, intake: Intake, referral: Referral | null): NextAction | null => {
  if (email.referralId !== null)
    return referral?.next?.owner === 'staff' && referral.next.action === email.action ? referral.next : null
  return tasksOf(intake).find(({ action }) => action === email.action) ?? null
}

interface Facts {
  email: Email
  intake: Intake
  referral: Referral | null
}

export interface Desks {
  staffAddress: string
  supervisorAddress: string
}

const staffOf = (
  { email, intake, referral }: Facts,
  { staffAddress, supervisorAddress }: Desks,
): Addressee => {
  const task = taskOf(email, intake, referral)
  if (task === null) return nobody('no-longer-true')
  const address = email.to === 'supervisor' ? supervisorAddress : staffAddress
  return address ? { is: 'staff', address, intake, dueAt: task.dueAt } : nobody('no-address')
}

/** Told only of people who agree to it; that there is nothing more to do is about nobody, so it reaches whoever was told. */
const facilitatorOf = ({ email, intake, referral }: Facts): Addressee => {
  if (!referral || (!referral.consent?.share && !takesBack.has(email.template)))
    return nobody('not-safe-to-mail')
  const address = referral.facilitator?.email
  return address ? { is: 'facilitator', address, intake, referral } : nobody('no-address')
}

/** Whether someone else may read this person's mail, by any of the answers that staff have yet to read. */
export const othersMayRead = ({ safeContact, sentAgain }: Intake) =>
  [safeContact, ...sentAgain.map((one) => one.safeContact)].some(mustBePlain)

const personOf = ({ email, intake, referral }: Facts): Addressee => {
  const unread = intake.sentAgain.map(({ safeContact }) => safeContact)
  const address = mailableAddress(intake.safeContact)
  if (address === null || unread.some((one) => mailableAddress(one) !== address))
    return nobody('not-safe-to-mail')
  // The person gave another address since: limits are counted for that one.
  if (intake.emailHash !== email.addressHash) return { is: 'another-address', addressHash: intake.emailHash }
  return {
    is: 'person',
    address,
    isPlain: othersMayRead(intake),
    intake,
    referral,
  }
}

/** Safe contact as it stands now decides; an e-mail about what is no longer so goes to nobody. */
export const addresseeOf = (
  { email, intake, referral }: { email: Email | null; intake: Intake | null; referral: Referral | null },
  desks: Desks,
): Addressee => {
  if (email === null || intake === null) return nobody('erased')
  const facts = { email, intake, referral }
  const isOver = over.has(intake.state) && !isForStaff(email, intake) && !isForFacilitator(email, intake)
  if (isOver && !isLastLetter(email.template)) return nobody('no-longer-true')
  if (!isTrue(email, intake, referral)) return nobody('no-longer-true')
  switch (email.to) {
    case 'staff':
    case 'supervisor':
      return staffOf(facts, desks)
    case 'facilitator':
      return facilitatorOf(facts)
    case 'person':
      return personOf(facts)
  }
}
