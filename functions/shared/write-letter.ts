import type { Adapters } from '../../adapters/adapters.ts'
import type { Letter } from '../../adapters/mailer.ts'
import type { Addressee } from '../../domain/addressee.ts'
import type { Email } from '../../domain/email.ts'
import { isUnsafe } from '../../domain/intake.ts'
import { readBy } from '../../domain/promises.ts'
import { renderEmail } from '../../views/emails/blocks.ts'
import { receipt } from '../../views/emails/receipt.ts'
import { staffNextAction } from '../../views/emails/staff-next-action.ts'
import { staffOverdue } from '../../views/emails/staff-overdue.ts'
import { suggestions } from '../../views/emails/suggestions.ts'
import { instantOf } from './instant.ts'
import { statusLinkEnd } from './link-ends.ts'

type Needs = Pick<Adapters, 'office' | 'organisation' | 'discreetName' | 'site' | 'links'>

type Reachable = Extract<Addressee, { is: 'person' | 'staff' }>

/** Writes an e-mail from its template and from what is true now. */
export const writeLetter = async (
  email: Email,
  addressee: Reachable,
  { office, organisation, discreetName, site, links }: Needs,
): Promise<Omit<Letter, 'emailId' | 'to' | 'audience'>> => {
  const address = await site.address()
  const { intake } = addressee
  if (addressee.is === 'staff') {
    const facts = {
      reference: intake.reference,
      action: email.action ?? 'find-another-way',
      dueAt: addressee.dueAt,
      timeZone: office.timeZone,
      personLanguage: intake.language,
      consoleUrl: `${address}/staff/intakes/${intake.reference}`,
      organisation,
    }
    const message = email.template === 'staff-overdue' ? staffOverdue(facts) : staffNextAction(facts)
    return { fromName: organisation.name, ...renderEmail(message, 'en') }
  }

  const received = instantOf(intake.receivedAt)
  const facts = {
    language: intake.language,
    plain: addressee.isPlain,
    name: intake.request.name,
    reference: intake.reference,
    statusUrl: `${address}/status/${await links.sign('status', intake.intakeId, statusLinkEnd(intake.receivedAt))}${intake.language === 'es' ? '?language=es' : ''}`,
    readBy: readBy(received, isUnsafe(intake.request), office).toString(),
    timeZone: office.timeZone,
    isUrgent: isUnsafe(intake.request),
    organisation,
  }
  const message =
    email.template === 'suggestions'
      ? suggestions({
          ...facts,
          meetings: intake.decision?.openMeetings ?? [],
          homeTimeZone: intake.decision?.home.timeZone ?? office.timeZone,
          isWaiting: intake.state === 'waiting',
        })
      : receipt(facts)
  return {
    fromName: addressee.isPlain ? discreetName : organisation.name,
    ...renderEmail(message, intake.language),
  }
}
