import type { Letter } from '../../../adapters/mailer.ts'
import type { Email } from '../../../domain/email.ts'
import type { LetterNeeds, Reachable } from './letter-needs.ts'

/** What a group's leader hears: a reference, their group, a day and a link; about the person nothing. */
export const letterToFacilitator = async (
  email: Email,
  _addressee: Extract<Reachable, { is: 'facilitator' }>,
  _adapters: LetterNeeds,
): Promise<Letter> => {
  throw new Error(`Nothing is written yet for ${email.template}.`)
}
