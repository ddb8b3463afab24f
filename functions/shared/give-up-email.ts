import type { Adapters } from '../../adapters/adapters.ts'
import { type CancelledBecause, type Email, newEmail } from '../../domain/email.ts'
import { stopFollowUp } from '../../domain/follow-up.ts'
import { withTask } from '../../domain/staff-tasks.ts'
import type { TrailEvent } from '../../domain/trail.ts'
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

/** What the person must still hear when this e-mail does not reach them. A receipt is on the page they have seen. */
const mustReachAnotherWay = (email: Email, reason: Reason) =>
  email.to === 'person' &&
  ('cancelledBecause' in reason
    ? reason.cancelledBecause === 'address-refuses-mail' ||
      (reason.cancelledBecause === 'too-many-to-this-address' && email.template !== 'receipt')
    : true)

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
  let end: 'given-up' | 'email-moved' = 'given-up'
  await untilUnchanged(async () => {
    const intake = mustReachAnotherWay(email, reason) ? await intakes.find(email.subjectId) : null
    const isLost =
      refuses || ('cancelledBecause' in reason && reason.cancelledBecause === 'address-refuses-mail')
    const row =
      intake &&
      newEmail(
        {
          subjectId: email.subjectId,
          occurrence: `staff-next-action#reach-another-way#${email.emailId}`,
          emailId: chance.newId(),
          template: 'staff-next-action',
          to: 'staff',
          action: 'reach-another-way',
        },
        clock.iso(),
      )
    const result = await commit([
      ...(intake
        ? [
            intakes.change(intake, {
              ...withTask(intake, 'reach-another-way', clock.instant(), office),
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
  if (end === 'given-up' && 'failedWith' in reason) log('email-failed', { emailId: email.emailId, code })
  return end
}
