import type { Template } from '../../../domain/letters/email.ts'
import { asOf } from '../../../domain/matching/suggestion.ts'
import { type Intake, homeTimeZone } from '../../../domain/way/intake.ts'
import { goneBecause, offeredPlace } from '../../../domain/way/offered-place.ts'
import type { Referral } from '../../../domain/way/referral.ts'
import { appointmentOf } from '../../../views/emails/appointment.ts'
import type { ReaderFacts } from '../../../views/emails/frame.ts'
import { dayBefore, invitation, invitationCancelled } from '../../../views/emails/invitation.ts'
import { missed } from '../../../views/emails/missed.ts'
import { offer, offerReminder } from '../../../views/emails/offer.ts'
import { placeGone } from '../../../views/emails/place-gone.ts'
import { saidYes } from '../../../views/emails/said-yes.ts'
import { offerAddress } from '../person/person-links.ts'
import { statusAddress } from '../private-links.ts'
import type { PersonLetterNeeds, Written } from './letter-needs.ts'

interface Place {
  intake: Intake
  referral: Referral
}

/** The last note of someone who had an appointment takes it out of their calendar. */
export const appointmentOff = (place: Place, reader: ReaderFacts, adapters: PersonLetterNeeds) =>
  entry(place, place.referral.firstSessionAt, true, reader, adapters)

/** A calendar entry, only for someone who said that no one else reads their mail. */
const entry = async (
  { intake: { language }, referral }: Place,
  firstSessionAt: string | null,
  isCancelled: boolean,
  { plain }: ReaderFacts,
  { site }: PersonLetterNeeds,
): Promise<Pick<Written, 'invitation'>> => {
  if (plain || firstSessionAt === null) return {}
  const { host } = new URL(await site.address())
  return { invitation: appointmentOf({ referral, firstSessionAt, isCancelled, language, host }) }
}

/** What a person hears of one place, from the offer to its end. */
export const aboutPlace = async (
  template: Template,
  place: Place,
  reader: ReaderFacts,
  adapters: PersonLetterNeeds,
): Promise<Written> => {
  const { intake, referral } = place
  const { clock, office } = adapters
  const facts = {
    ...reader,
    offerUrl: await offerAddress(referral, intake, adapters),
    statusUrl: await statusAddress(intake, adapters),
    homeTimeZone: homeTimeZone(intake, office.timeZone),
    officeTimeZone: office.timeZone,
    group: asOf(referral.suggestion, clock.instant()),
    because: goneBecause(referral),
  }
  const stands = offeredPlace(place, clock.iso(), office)
  const { firstSessionAt } = referral
  switch (template) {
    case 'offer':
    case 'offer-reminder': {
      if (stands?.is !== 'to-answer') break
      const offered = { ...facts, keptUntil: stands.keptUntil }
      return { message: template === 'offer' ? offer(offered) : offerReminder(offered) }
    }
    case 'said-yes':
      if (stands?.is !== 'accepted') break
      return { message: saidYes({ ...facts, ...stands }) }
    case 'invitation':
    case 'day-before': {
      if (firstSessionAt === null) break
      const session = { ...facts, firstSessionAt }
      if (template === 'day-before') return { message: dayBefore(session) }
      return {
        message: invitation({ ...session, hasChanged: referral.invitations > 1 }),
        ...(await entry(place, firstSessionAt, false, reader, adapters)),
      }
    }
    case 'invitation-cancelled':
      return {
        message: invitationCancelled(facts),
        ...(await entry(place, firstSessionAt, true, reader, adapters)),
      }
    case 'place-gone':
      return { message: placeGone(facts) }
    case 'missed':
      return { message: missed(facts) }
    default:
      break
  }
  throw new Error(`There is nothing to say any more by ${template}.`)
}
