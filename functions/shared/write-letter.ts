import { Temporal } from 'temporal-polyfill'

import type { Adapters } from '../../adapters/adapters.ts'
import type { Letter } from '../../adapters/mailer.ts'
import type { Addressee } from '../../domain/addressee.ts'
import type { Email } from '../../domain/email.ts'
import { isUnsafe } from '../../domain/intake.ts'
import { readBy } from '../../domain/promises.ts'
import { asOf } from '../../domain/suggestion.ts'
import { renderEmail } from '../../views/emails/blocks.ts'
import { receipt } from '../../views/emails/receipt.ts'
import { staffNextAction } from '../../views/emails/staff-next-action.ts'
import { staffOverdue } from '../../views/emails/staff-overdue.ts'
import { suggestions } from '../../views/emails/suggestions.ts'
import { statusAddress } from './private-links.ts'

type Needs = Pick<Adapters, 'clock' | 'office' | 'organisation' | 'discreetName' | 'site' | 'links'>

type Reachable = Extract<Addressee, { is: 'person' | 'staff' }>

/** Writes an e-mail from its template and from what is true now. */
export const writeLetter = async (
  email: Email,
  addressee: Reachable,
  { clock, office, organisation, discreetName, site, links }: Needs,
): Promise<Letter> => {
  const { intake } = addressee
  const { emailId } = email
  const to = addressee.address
  if (addressee.is === 'staff') {
    const facts = {
      reference: intake.reference,
      action: email.action ?? 'find-another-way',
      dueAt: addressee.dueAt,
      timeZone: office.timeZone,
      personLanguage: intake.language,
      consoleUrl: `${await site.address()}/staff/intakes/${intake.reference}`,
      organisation,
    }
    const message = email.template === 'staff-overdue' ? staffOverdue(facts) : staffNextAction(facts)
    return { emailId, to, audience: 'staff', fromName: organisation.name, ...renderEmail(message, 'en') }
  }

  const now = clock.instant()
  const received = Temporal.Instant.from(intake.receivedAt)
  const facts = {
    language: intake.language,
    plain: addressee.isPlain,
    name: intake.request.name,
    reference: intake.reference,
    statusUrl: await statusAddress(intake, { links, site }),
    readBy: readBy(received, isUnsafe(intake.request), office).toString(),
    timeZone: office.timeZone,
    isUrgent: isUnsafe(intake.request),
    organisation,
  }
  const message =
    email.template === 'suggestions'
      ? suggestions({
          ...facts,
          meetings: (intake.decision?.openMeetings ?? []).map((one) => asOf(one, now)),
          homeTimeZone: intake.decision?.home.timeZone ?? office.timeZone,
          isWaiting: intake.state === 'waiting',
        })
      : receipt(facts)
  return {
    emailId,
    to,
    audience: 'person',
    fromName: addressee.isPlain ? discreetName : organisation.name,
    ...renderEmail(message, intake.language),
  }
}
