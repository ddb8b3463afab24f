import type { Adapters } from '../../adapters/adapters.ts'
import type { Email } from '../../domain/letters/email.ts'
import type { TrailEvent } from '../../domain/records/trail.ts'

/** The line that the trail keeps of what happened to an e-mail. */
export const emailTrail = (
  email: Email,
  event: TrailEvent,
  { trail, clock, chance }: Pick<Adapters, 'trail' | 'clock' | 'chance'>,
  code?: string,
) =>
  trail.add({
    schema: 1,
    subjectId: email.subjectId,
    entryId: chance.newId(),
    at: clock.iso(),
    by: 'machine',
    event,
    codes: {
      template: email.template,
      to: email.to,
      emailId: email.emailId,
      ...(code !== undefined && { code }),
    },
    consentVersion: null,
  })
