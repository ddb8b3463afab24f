import { addresseeOf } from '../../../domain/letters/addressee.ts'
import { emailOf } from '../../../domain/letters/email.ts'
import type { Change, Standing } from '../../../domain/way/change.ts'
import type { IntakeState } from '../../../domain/way/intake.ts'
import type { PreviewLetter } from '../../../views/staff/preview.ts'
import { writeLetter } from '../letters/write-letter.ts'
import type { ConsoleNeeds } from './console-needs.ts'

const reachesOthers = ({ messages }: Change) =>
  messages.filter(({ to }) => to === 'person' || to === 'facilitator')

const ends: ReadonlySet<IntakeState> = new Set(['closed', 'withdrawn', 'erased'])

/** What cannot be taken back is looked at first: a letter that goes out, a place that is given up, a request that ends. */
export const isPreviewed = (before: Standing, change: Change) =>
  reachesOthers(change).length > 0 ||
  change.freesPlace ||
  (ends.has(change.intake.state) && before.intake.state !== change.intake.state)

/** Private links open what only the person, or the group's leader, may open: in a preview they lead nowhere. */
const withoutPrivateLinks = (adapters: ConsoleNeeds): ConsoleNeeds => ({
  ...adapters,
  links: { ...adapters.links, sign: () => Promise.resolve('…') },
})

/** The letters that a decision would send, written as they would go, from what would be true then. */
export const previewLetters = async (change: Change, adapters: ConsoleNeeds): Promise<PreviewLetter[]> => {
  const { intake, referral } = change
  const about = {
    intakeId: intake.intakeId,
    emailHash: intake.emailHash,
    referralId: referral?.referralId ?? null,
    occasion: 'preview',
  }
  return Promise.all(
    reachesOthers(change).map(async (message): Promise<PreviewLetter> => {
      const email = emailOf(message, about, adapters.chance.newId(), adapters.clock.iso())
      const { template } = email
      // Staff are not written to here, so their desks are nobody's business.
      const desks = { staffAddress: '', supervisorAddress: '' }
      const addressee = addresseeOf({ email, intake, referral: email.referralId ? referral : null }, desks)
      switch (addressee.is) {
        case 'person':
        case 'facilitator': {
          const { fromName, subject, text } = await writeLetter(
            email,
            addressee,
            withoutPrivateLinks(adapters),
          )
          return { is: 'sent', to: addressee.is, fromName, subject, text }
        }
        case 'nobody':
          return { is: 'not-sent', template, because: addressee.because }
        case 'staff':
        case 'another-address':
          throw new Error(`A ${template} would go to the wrong one.`)
      }
    }),
  )
}
