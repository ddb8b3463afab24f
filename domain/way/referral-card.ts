import { type Strength, type Wish, accessWishes } from '../groups/wish.ts'
import type { SafeContact } from '../person/safe-contact.ts'
import type { Intake } from './intake.ts'
import type { Referral } from './referral.ts'

/** The ways to reach a person as a group's leader may use them; null for each way that is not safe. */
export interface WaysToReach {
  text: string | null
  call: { phone: string; voicemail: SafeContact['voicemail']; hours: SafeContact['safeHours'] } | null
  email: { address: string; isShared: boolean } | null
}

/**
 * All that a group's leader may be shown of a person (content rules for a group with consent): never their note, their
 * answer about safety, where they live, or wishes that would tell who they are.
 */
export interface ReferralCard {
  reference: string
  name: string
  /** Null while the person has sent other ways that staff have not read yet. */
  ways: WaysToReach | null
  topics: Intake['request']['topics']
  access: { wish: Wish; strength: Strength }[]
  language: Intake['language']
  otherLanguage: string | null
  times: Intake['request']['times']
  days: Intake['request']['days']
  timesStrength: Strength
  agreed: { givenAt: string; heardBy: 'person' | 'staff' }
}

const waysOf = ({
  channels,
  phone,
  voicemail,
  safeHours,
  email,
  emailPrivacy,
}: SafeContact): WaysToReach => ({
  text: channels.includes('text') ? phone : null,
  call: channels.includes('call') && phone ? { phone, voicemail, hours: safeHours } : null,
  email:
    channels.includes('email') && email ? { address: email, isShared: emailPrivacy !== 'private' } : null,
})

const areSame = (one: SafeContact, other: SafeContact) =>
  JSON.stringify(waysOf(one)) === JSON.stringify(waysOf(other))

/** The card of a referral; there is none without the person's yes to sharing it with this one group. */
export const referralCardOf = (
  { reference, request, language, safeContact, sentAgain }: Intake,
  { consent }: Referral,
): ReferralCard | null => {
  if (!consent?.share) return null
  const { name, topics, wishes, otherLanguage, times, days, timesStrength } = request
  return {
    reference,
    name,
    ways: sentAgain.every((one) => areSame(one.safeContact, safeContact)) ? waysOf(safeContact) : null,
    topics,
    access: accessWishes.flatMap((wish) => {
      const strength = wishes[wish]
      return strength ? [{ wish, strength }] : []
    }),
    language,
    otherLanguage: wishes['other-language'] ? otherLanguage : null,
    times,
    days,
    timesStrength,
    agreed: { givenAt: consent.givenAt, heardBy: consent.heardBy },
  }
}
