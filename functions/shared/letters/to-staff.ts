import type { Letter } from '../../../adapters/mailer.ts'
import type { Email } from '../../../domain/letters/email.ts'
import { type EmailMessage, renderEmail } from '../../../views/emails/blocks.ts'
import { staffDigest } from '../../../views/emails/staff-digest.ts'
import { staffNextAction } from '../../../views/emails/staff-next-action.ts'
import { staffOverdue } from '../../../views/emails/staff-overdue.ts'
import type { StaffLetterNeeds, Reachable } from './letter-needs.ts'

const letterOf = (
  { emailId }: Email,
  to: string,
  message: EmailMessage,
  { organisation }: Pick<StaffLetterNeeds, 'organisation'>,
): Letter => ({ emailId, to, audience: 'staff', fromName: organisation.name, ...renderEmail(message, 'en') })

/** What staff have to do: reference, due time, language and a link, and nothing else about anyone. */
export const letterToStaff = async (
  email: Email,
  { address, intake, dueAt }: Extract<Reachable, { is: 'staff' }>,
  adapters: Pick<StaffLetterNeeds, 'office' | 'organisation' | 'site'>,
): Promise<Letter> => {
  const { office, organisation, site } = adapters
  const facts = {
    reference: intake.reference,
    action: email.action ?? 'find-another-way',
    dueAt,
    timeZone: office.timeZone,
    personLanguage: intake.language,
    consoleUrl: `${await site.address()}/staff/intakes/${intake.reference}`,
    organisation,
  }
  const message = email.template === 'staff-overdue' ? staffOverdue(facts) : staffNextAction(facts)
  return letterOf(email, address, message, adapters)
}

/** What waits for staff this morning, in counts alone. */
export const digestLetter = async (email: Email, adapters: StaffLetterNeeds): Promise<Letter> => {
  const { inbox, clock, office, organisation, site, staffAddress } = adapters
  const now = clock.instant()
  const endOfDay = now.toZonedDateTimeISO(office.timeZone).startOfDay().add({ days: 1 }).toInstant()
  const message = staffDigest({
    late: await inbox.countDueBy('staff', clock.iso()),
    dueByTonight: await inbox.countDueBy('staff', endOfDay.toString({ smallestUnit: 'millisecond' })),
    all: await inbox.countDueBy('staff', '9999'),
    now: clock.iso(),
    timeZone: office.timeZone,
    consoleUrl: `${await site.address()}/staff`,
    organisation,
  })
  return letterOf(email, staffAddress, message, adapters)
}
