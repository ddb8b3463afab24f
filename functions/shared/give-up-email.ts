import type { Adapters } from '../../adapters/adapters.ts'
import { type CancelledBecause, type Email, newEmail } from '../../domain/letters/email.ts'
import type { TrailEvent } from '../../domain/records/trail.ts'
import { withTask } from '../../domain/staff/tasks.ts'
import { stopFollowUp } from '../../domain/way/follow-up.ts'
import { type Intake, hasLeft } from '../../domain/way/intake.ts'
import { emailTrail } from './email-trail.ts'
import { log } from './log.ts'
import { untilUnchanged } from './until-unchanged.ts'

type Needs = Pick<Adapters, 'clock' | 'chance' | 'office' | 'intakes' | 'emails' | 'trail' | 'commit'>

type Reason =
  | { cancelledBecause: CancelledBecause }
  | { failedWith: string }
  | { undelivered: 'bounced' | 'complained'; refusesMail: boolean; code: string }

const settled = (email: Email, reason: Reason): { after: Email; event: TrailEvent; code: string } => {
  if ('cancelledBecause' in reason)
    return {
      after: { ...email, state: 'cancelled', cancelledBecause: reason.cancelledBecause },
      event: 'email-cancelled',
      code: reason.cancelledBecause,
    }
  if ('failedWith' in reason)
    return { after: { ...email, state: 'failed' }, event: 'email-failed', code: reason.failedWith }
  const event = reason.undelivered === 'bounced' ? 'email-bounced' : 'email-complained'
  return { after: { ...email, state: reason.undelivered }, event, code: reason.code }
}

/**
 * What staff have to do so that the reader still hears. A receipt is on the page that the person has seen; a group's leader
 * is called by phone, or the person would wait for an answer that nobody was asked for.
 */
const taskFor = (email: Email, reason: Reason): 'reach-another-way' | 'reach-facilitator' | null => {
  const isCancelled = 'cancelledBecause' in reason
  if (email.to === 'facilitator') return isCancelled ? null : 'reach-facilitator'
  if (email.to !== 'person') return null
  const isStillToTell =
    !isCancelled ||
    reason.cancelledBecause === 'address-refuses-mail' ||
    (reason.cancelledBecause === 'too-many-to-this-address' && email.template !== 'receipt')
  return isStillToTell ? 'reach-another-way' : null
}

/** Someone who took their request back is left alone; of someone who was erased even staff know nothing any more. */
const mayBeReached = ({ state }: Intake, action: 'reach-another-way' | 'reach-facilitator') =>
  action === 'reach-facilitator' ? state !== 'erased' : !hasLeft({ state })

/**
 * An e-mail that will not reach its reader. Nothing fails silently: what a person was to hear becomes something for
 * staff to tell them in another way, and what staff were to hear raises an alarm. `email-moved`: someone else wrote the
 * e-mail since it was read, and nothing was done.
 */
export const giveUpEmail = async (
  email: Email,
  reason: Reason,
  adapters: Needs,
): Promise<'given-up' | 'email-moved'> => {
  const { clock, chance, office, intakes, emails, commit } = adapters
  const { after, event, code } = settled(email, reason)
  const refuses = 'refusesMail' in reason && reason.refusesMail
  // Before it is written: a process that dies in between leads to a second line, and never to none.
  if ('failedWith' in reason) log('email-failed', { emailId: email.emailId, code })
  let end: 'given-up' | 'email-moved' = 'given-up'
  const action = taskFor(email, reason)
  await untilUnchanged(async () => {
    const found = action && (await intakes.find(email.subjectId))
    const intake = found && mayBeReached(found, action) ? found : null
    const isLost =
      email.to === 'person' &&
      (refuses || ('cancelledBecause' in reason && reason.cancelledBecause === 'address-refuses-mail'))
    const row =
      action &&
      intake &&
      newEmail(
        {
          subjectId: email.subjectId,
          occurrence: `staff-next-action#${action}#${email.emailId}`,
          emailId: chance.newId(),
          template: 'staff-next-action',
          to: 'staff',
          action,
        },
        clock.iso(),
      )
    const result = await commit([
      ...(action && intake
        ? [
            intakes.change(intake, {
              ...withTask(intake, action, clock.instant(), office),
              // Nobody is asked how it goes at an address that takes no mail: staff find another way to ask.
              followUp:
                isLost && email.addressHash === intake.emailHash
                  ? stopFollowUp(intake.followUp, 'address-refuses-mail')
                  : intake.followUp,
            }),
          ]
        : []),
      emails.change(email, { ...after, leaseUntil: null }),
      ...(row ? [emails.add(row)] : []),
      ...(refuses && email.addressHash ? [emails.refuseAddress(email.addressHash, clock.iso())] : []),
      emailTrail(email, event, adapters, code),
    ])
    if (result === 'email-moved') end = result
    return result === 'changed-meanwhile' ? result : 'done'
  })
  return end
}
