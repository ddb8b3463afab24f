import { sessionMinutes } from '../../domain/matching/suggestion.ts'
import type { Language } from '../../domain/person/language.ts'
import type { Invitation } from '../../domain/way/invitation.ts'
import type { Referral } from '../../domain/way/referral.ts'
import { letterWords } from '../words/letter-words.ts'

interface Appointment {
  referral: Referral
  firstSessionAt: string
  isCancelled: boolean
  language: Language
  /** Stands behind the id, so that no two senders' entries are one (RFC 5545, 3.8.4.7). */
  host: string
}

/**
 * The calendar entry of a first session and all after it. Calendars are synced, shared and shown on locked screens, so
 * it never says what it is for, nor where.
 */
export const appointmentOf = ({
  referral,
  firstSessionAt,
  isCancelled,
  language,
  host,
}: Appointment): Invitation => ({
  uid: `${referral.referralId}@${host}`,
  sequence: referral.invitations + (isCancelled ? 1 : 0),
  isCancelled,
  title: letterWords(language).emails.appointment,
  startsAt: firstSessionAt,
  timeZone: referral.suggestion.timeZone,
  durationMinutes: sessionMinutes(referral.suggestion),
  weekly: true,
  where: null,
  description: null,
  language,
})
