import { Temporal } from 'temporal-polyfill'

import type { Letter } from '../../../adapters/mailer.ts'
import type { Email } from '../../../domain/letters/email.ts'
import { asOf } from '../../../domain/matching/suggestion.ts'
import { isUnsafe } from '../../../domain/person/safety.ts'
import { homeTimeZone } from '../../../domain/way/intake.ts'
import { readBy } from '../../../domain/way/promises.ts'
import { renderEmail } from '../../../views/emails/blocks.ts'
import { checkIn } from '../../../views/emails/check-in.ts'
import { erased } from '../../../views/emails/erased.ts'
import type { ReaderFacts } from '../../../views/emails/frame.ts'
import { receipt } from '../../../views/emails/receipt.ts'
import { stillLooking } from '../../../views/emails/still-looking.ts'
import { suggestions } from '../../../views/emails/suggestions.ts'
import { checkInAddress, stopAddress } from '../person/person-links.ts'
import { statusAddress } from '../private-links.ts'
import { aboutPlace, appointmentOff } from './about-place.ts'
import type { PersonLetterNeeds, Reachable, Written } from './letter-needs.ts'

type ToPerson = Extract<Reachable, { is: 'person' }>

const aboutForm = async (
  email: Email,
  { intake }: ToPerson,
  reader: ReaderFacts,
  { clock, office, links, site }: PersonLetterNeeds,
): Promise<Written> => {
  const received = Temporal.Instant.from(intake.receivedAt)
  const facts = {
    ...reader,
    reference: intake.reference,
    statusUrl: await statusAddress(intake, { links, site }),
    readBy: readBy(received, isUnsafe(intake.request), office).toString(),
    timeZone: office.timeZone,
    isUrgent: isUnsafe(intake.request),
  }
  if (email.template !== 'suggestions') return { message: receipt(facts) }
  const meetings = (intake.decision?.openMeetings ?? []).map((one) => asOf(one, clock.instant()))
  return {
    message: suggestions({
      ...facts,
      meetings,
      homeTimeZone: intake.decision?.home.timeZone ?? office.timeZone,
      isWaiting: intake.state === 'waiting',
    }),
  }
}

/** The question that is open now, whichever of the plan it is. */
const aboutHowItGoes = async (
  { intake }: ToPerson,
  reader: ReaderFacts,
  adapters: PersonLetterNeeds,
): Promise<Written> => {
  const { followUp } = intake
  if (!followUp?.open) throw new Error('A check-in was asked for that is not open.')
  const stopUrl = await stopAddress(intake, followUp, adapters)
  return {
    message: checkIn({
      ...reader,
      day: followUp.open.day,
      since: intake.referralId === null ? 'afterList' : 'afterFirstDay',
      isLast: followUp.next === null,
      checkInUrl: await checkInAddress(intake, followUp, adapters),
      stopUrl,
    }),
    unsubscribeUrl: stopUrl,
  }
}

const written = async (
  email: Email,
  addressee: ToPerson,
  reader: ReaderFacts,
  adapters: PersonLetterNeeds,
): Promise<Written> => {
  const { intake, referral } = addressee
  switch (email.template) {
    case 'receipt':
    case 'suggestions':
      return aboutForm(email, addressee, reader, adapters)
    case 'check-in':
      return aboutHowItGoes(addressee, reader, adapters)
    case 'still-looking':
      return {
        message: stillLooking({
          ...reader,
          statusUrl: await statusAddress(intake, adapters),
          nextNewsAt: intake.waiting?.newsAt ?? null,
          homeTimeZone: homeTimeZone(intake, adapters.office.timeZone),
        }),
      }
    case 'erased': {
      const off = referral ? await appointmentOff({ intake, referral }, reader, adapters) : {}
      return { message: erased({ ...reader, takesEntryOut: off.invitation !== undefined }), ...off }
    }
    default:
      if (referral === null) throw new Error(`Nothing is known that ${email.template} could be about.`)
      return aboutPlace(email.template, { intake, referral }, reader, adapters)
  }
}

/** What a person hears from us, in their language, and plain where someone else may read their mail. */
export const letterToPerson = async (
  email: Email,
  addressee: ToPerson,
  adapters: PersonLetterNeeds,
): Promise<Letter> => {
  const { organisation, discreetName } = adapters
  const { intake, isPlain } = addressee
  const { language } = intake
  const reader = { language, plain: isPlain, name: intake.request.name, organisation }
  const { message, ...goesWith } = await written(email, addressee, reader, adapters)
  return {
    emailId: email.emailId,
    to: addressee.address,
    audience: 'person',
    fromName: isPlain ? discreetName : organisation.name,
    ...renderEmail(message, language),
    ...goesWith,
  }
}
