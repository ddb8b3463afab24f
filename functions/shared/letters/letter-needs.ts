import type { Adapters } from '../../../adapters/adapters.ts'
import type { Letter } from '../../../adapters/mailer.ts'
import type { Addressee } from '../../../domain/letters/addressee.ts'
import type { EmailMessage } from '../../../views/emails/blocks.ts'

export type LetterNeeds = Pick<
  Adapters,
  'clock' | 'office' | 'organisation' | 'discreetName' | 'site' | 'links' | 'doorCodes' | 'staffAddress'
> & { inbox: Pick<Adapters['inbox'], 'countDueBy'> }

export type Reachable = Extract<Addressee, { is: 'person' | 'staff' | 'facilitator' }>

/** The words of a letter, and what goes with them. */
export interface Written extends Pick<Letter, 'unsubscribeUrl' | 'invitation'> {
  message: EmailMessage
}
