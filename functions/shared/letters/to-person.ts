import { Temporal } from 'temporal-polyfill'

import type { Letter } from '../../../adapters/mailer.ts'
import type { Email } from '../../../domain/email.ts'
import { isUnsafe } from '../../../domain/intake.ts'
import { readBy } from '../../../domain/promises.ts'
import { asOf } from '../../../domain/suggestion.ts'
import { renderEmail } from '../../../views/emails/blocks.ts'
import { receipt } from '../../../views/emails/receipt.ts'
import { suggestions } from '../../../views/emails/suggestions.ts'
import { statusAddress } from '../private-links.ts'
import type { LetterNeeds, Reachable } from './letter-needs.ts'

/** What a person hears from us, in their language, and plain where someone else may read their mail. */
export const letterToPerson = async (
  email: Email,
  addressee: Extract<Reachable, { is: 'person' }>,
  { clock, office, organisation, discreetName, site, links }: LetterNeeds,
): Promise<Letter> => {
  const { intake } = addressee
  if (email.template !== 'receipt' && email.template !== 'suggestions')
    throw new Error(`Nothing is written yet for ${email.template}.`)
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
    emailId: email.emailId,
    to: addressee.address,
    audience: 'person',
    fromName: addressee.isPlain ? discreetName : organisation.name,
    ...renderEmail(message, intake.language),
  }
}
