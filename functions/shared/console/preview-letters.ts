import type { Adapters } from '../../../adapters/adapters.ts'
import type { Letter } from '../../../adapters/mailer.ts'
import { addresseeOf } from '../../../domain/letters/addressee.ts'
import { emailOf } from '../../../domain/letters/email.ts'
import { lettersToOthers } from '../../../domain/staff/looked-at-first.ts'
import type { Change } from '../../../domain/way/change.ts'
import type { PreviewLetter } from '../../../views/staff/preview.ts'
import type { LeaderLetterNeeds, PersonLetterNeeds } from '../letters/letter-needs.ts'
import { letterToFacilitator } from '../letters/to-facilitator.ts'
import { letterToPerson } from '../letters/to-person.ts'

/** Links and codes open what only the person, or the group's leader, may open: in a preview they lead nowhere. */
const openingNothing = {
  links: { sign: () => Promise.resolve('…') },
  doorCodes: { codeOf: () => Promise.resolve('…') },
}

export type PreviewNeeds = Omit<PersonLetterNeeds & LeaderLetterNeeds, keyof typeof openingNothing> &
  Pick<Adapters, 'chance'>

const sent = (
  to: 'person' | 'facilitator',
  { fromName, subject, text }: Pick<Letter, 'fromName' | 'subject' | 'text'>,
): PreviewLetter => ({ is: 'sent', to, fromName, subject, text })

/** The letters that a decision would send, written as they would go, from what would be true then. */
export const previewLetters = async (change: Change, adapters: PreviewNeeds): Promise<PreviewLetter[]> => {
  const { intake, referral } = change
  const about = {
    intakeId: intake.intakeId,
    emailHash: intake.emailHash,
    referralId: referral?.referralId ?? null,
    occasion: 'preview',
  }
  return Promise.all(
    lettersToOthers(change).map(async (message): Promise<PreviewLetter> => {
      const email = emailOf(message, about, adapters.chance.newId(), adapters.clock.iso())
      const { template } = email
      // Staff are not written to here, so their desks are nobody's business.
      const desks = { staffAddress: '', supervisorAddress: '' }
      const addressee = addresseeOf({ email, intake, referral: email.referralId ? referral : null }, desks)
      switch (addressee.is) {
        case 'person':
          return sent('person', await letterToPerson(email, addressee, { ...adapters, ...openingNothing }))
        case 'facilitator':
          return sent(
            'facilitator',
            await letterToFacilitator(email, addressee, { ...adapters, ...openingNothing }),
          )
        case 'nobody':
          return { is: 'not-sent', template, because: addressee.because }
        case 'staff':
        case 'another-address':
          throw new Error(`A ${template} would go to the wrong one.`)
      }
    }),
  )
}
