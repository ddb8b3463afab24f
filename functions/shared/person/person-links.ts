import type { Adapters } from '../../../adapters/adapters.ts'
import type { Language } from '../../../domain/person/language.ts'
import type { FollowUp } from '../../../domain/way/follow-up.ts'
import type { Intake } from '../../../domain/way/intake.ts'
import { offerLinkEnd } from '../../../domain/way/offered-place.ts'
import type { Referral } from '../../../domain/way/referral.ts'
import { type Signer, inLanguage } from '../private-links.ts'

type Needs = Pick<Adapters, 'clock' | 'site'> & Signer

const day = 24 * 3_600_000

/** A question can be answered, and the answer changed, this long after it was asked. */
const checkInLinkDays = 30

/** A mail that lies in a mailbox for a year still lets its reader say "no more of these". */
const stopLinkDays = 400

const checkInLinkEnd = ({ open, anchorAt }: FollowUp) =>
  Date.parse(open?.askedAt ?? anchorAt) + checkInLinkDays * day

const stopLinkEnd = ({ anchorAt }: FollowUp) =>
  Math.floor(Date.parse(anchorAt) / day) * day + stopLinkDays * day

/** The path of the page about a place that someone was offered. */
export const offerPath = async (
  referral: Referral,
  language: Language,
  { clock, links }: Pick<Adapters, 'clock'> & Signer,
) =>
  `/offer/${await links.sign('offer', referral.referralId, offerLinkEnd(referral, clock.now()))}${inLanguage(language)}`

export const offerAddress = async (
  referral: Referral,
  { language }: Pick<Intake, 'language'>,
  needs: Needs,
) => `${await needs.site.address()}${await offerPath(referral, language, needs)}`

export const checkInAddress = async (
  { intakeId, language }: Pick<Intake, 'intakeId' | 'language'>,
  followUp: FollowUp,
  { links, site }: Needs,
) =>
  `${await site.address()}/check-in/${await links.sign('check-in', intakeId, checkInLinkEnd(followUp))}${inLanguage(language)}`

export const stopAddress = async (
  { intakeId, language }: Pick<Intake, 'intakeId' | 'language'>,
  followUp: FollowUp,
  { links, site }: Needs,
) =>
  `${await site.address()}/stop/${await links.sign('stop', intakeId, stopLinkEnd(followUp))}${inLanguage(language)}`
