import type { Letter } from '../../../adapters/mailer.ts'
import type { Email } from '../../../domain/letters/email.ts'
import type { LetterNeeds, Reachable } from './letter-needs.ts'
import { letterToFacilitator } from './to-facilitator.ts'
import { letterToPerson } from './to-person.ts'
import { letterToStaff } from './to-staff.ts'

/** Writes an e-mail from its template and from what is true now. */
export const writeLetter = (email: Email, addressee: Reachable, adapters: LetterNeeds): Promise<Letter> => {
  switch (addressee.is) {
    case 'staff':
      return letterToStaff(email, addressee, adapters)
    case 'person':
      return letterToPerson(email, addressee, adapters)
    case 'facilitator':
      return letterToFacilitator(email, addressee, adapters)
  }
}
