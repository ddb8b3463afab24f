import type { Letter } from '../../../adapters/mailer.ts'
import type { Email } from '../../../domain/letters/email.ts'
import { codeEndsAt } from '../../../domain/way/door-code.ts'
import type { Referral } from '../../../domain/way/referral.ts'
import { type EmailMessage, renderEmail } from '../../../views/emails/blocks.ts'
import { facilitatorAttendance } from '../../../views/emails/facilitator-attendance.ts'
import { facilitatorCode } from '../../../views/emails/facilitator-code.ts'
import { facilitatorConsentEnded } from '../../../views/emails/facilitator-consent-ended.ts'
import { facilitatorContactChanged } from '../../../views/emails/facilitator-contact-changed.ts'
import { facilitatorEnded } from '../../../views/emails/facilitator-ended.ts'
import type { FacilitatorFacts } from '../../../views/emails/facilitator-facts.ts'
import { facilitatorReferral } from '../../../views/emails/facilitator-referral.ts'
import { facilitatorReminder } from '../../../views/emails/facilitator-reminder.ts'
import { facilitatorAddress } from '../private-links.ts'
import type { LeaderLetterNeeds, Reachable } from './letter-needs.ts'

/** What they have to do and by when; of one who has nothing to do, the day they said yes stands for none. */
const dueOf = ({ next, proposedAt }: Referral) => next?.dueAt ?? proposedAt

const messageOf = async (
  { template }: Email,
  referral: Referral,
  facts: FacilitatorFacts,
  { clock, links, site, doorCodes }: LeaderLetterNeeds,
): Promise<EmailMessage> => {
  const linked = async () => ({
    ...facts,
    dueAt: dueOf(referral),
    pageUrl: await facilitatorAddress(referral.referralId, clock.now(), { links, site }),
  })
  switch (template) {
    case 'facilitator-referral':
      return facilitatorReferral(await linked())
    case 'facilitator-reminder':
      return facilitatorReminder({
        ...(await linked()),
        isAboutAttendance: referral.next?.action === 'say-who-came',
      })
    case 'facilitator-attendance':
      return facilitatorAttendance(await linked())
    case 'facilitator-code': {
      const { doorCode, referralId } = referral
      if (doorCode === null) throw new Error('A code was to be sent that nobody asked for.')
      const code = await doorCodes.codeOf(referralId, doorCode.issuedAt)
      return facilitatorCode({ ...facts, code, endsAt: codeEndsAt(doorCode) })
    }
    case 'facilitator-contact-changed':
      return facilitatorContactChanged(await linked())
    case 'facilitator-consent-ended':
      return facilitatorConsentEnded(facts)
    case 'facilitator-ended':
      return facilitatorEnded({ ...facts, isKeptNoLonger: referral.ended?.because === 'kept-long-enough' })
    default:
      throw new Error(`${template} is not written to a group's leader.`)
  }
}

/** What a group's leader hears: a reference, their group, a day and a link; about the person nothing. */
export const letterToFacilitator = async (
  email: Email,
  { address, intake, referral }: Extract<Reachable, { is: 'facilitator' }>,
  adapters: LeaderLetterNeeds,
): Promise<Letter> => {
  const { organisation } = adapters
  const facts: FacilitatorFacts = {
    reference: intake.reference,
    group: referral.suggestion.name,
    timeZone: referral.suggestion.timeZone,
    organisation,
  }
  return {
    emailId: email.emailId,
    to: address,
    audience: 'facilitator',
    fromName: organisation.name,
    ...renderEmail(await messageOf(email, referral, facts, adapters), 'en'),
  }
}
