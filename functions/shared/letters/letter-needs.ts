import type { Adapters } from '../../../adapters/adapters.ts'
import type { Letter } from '../../../adapters/mailer.ts'
import type { Addressee } from '../../../domain/letters/addressee.ts'
import type { EmailMessage } from '../../../views/emails/blocks.ts'
import type { Signer } from '../private-links.ts'

export type PersonLetterNeeds = Pick<
  Adapters,
  'clock' | 'office' | 'organisation' | 'discreetName' | 'site'
> &
  Signer

export type LeaderLetterNeeds = Pick<Adapters, 'clock' | 'organisation' | 'site'> &
  Signer & { doorCodes: Pick<Adapters['doorCodes'], 'codeOf'> }

export type StaffLetterNeeds = Pick<
  Adapters,
  'clock' | 'office' | 'organisation' | 'site' | 'staffAddress'
> & {
  inbox: Pick<Adapters['inbox'], 'countDueBy'>
}

export type LetterNeeds = PersonLetterNeeds & LeaderLetterNeeds & StaffLetterNeeds

export type Reachable = Extract<Addressee, { is: 'person' | 'staff' | 'facilitator' }>

/** The words of a letter, and what goes with them. */
export interface Written extends Pick<Letter, 'unsubscribeUrl' | 'invitation'> {
  message: EmailMessage
}
