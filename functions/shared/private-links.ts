import type { Adapters } from '../../adapters/adapters.ts'
import type { Language } from '../../domain/person/language.ts'
import type { Intake } from '../../domain/way/intake.ts'

/** Whoever signs links. */
export interface Signer {
  links: Pick<Adapters['links'], 'sign'>
}

const day = 24 * 3_600_000

/** A status link lives as long as we keep an intake: twelve months after the end, and a month to spare. */
const statusLinkDays = 400

/** Ends counted from the day of receipt, so that a form sent twice in a day shows the same link twice. */
const statusLinkEnd = (receivedAt: string) =>
  Math.floor(Date.parse(receivedAt) / day) * day + statusLinkDays * day

/** The day a status link's intake was received. */
export const receivedDayOf = (expiresAtMs: number) => expiresAtMs - statusLinkDays * day

/** The confirmation shows the code once; on a shared computer its address must soon be worth nothing. */
const sentLinkMinutes = 30

export const sentLinkEnd = (receivedAt: string) => Date.parse(receivedAt) + sentLinkMinutes * 60_000

/** What a link says of the language: pages behind private links have no Spanish path of their own. */
export const inLanguage = (language: Language) => (language === 'es' ? '?language=es' : '')

/** The whole address of someone's status page, the same each time it is asked for. */
export const statusAddress = async (
  { intakeId, receivedAt, language }: Pick<Intake, 'intakeId' | 'receivedAt' | 'language'>,
  { links, site }: Pick<Adapters, 'site'> & Signer,
) =>
  `${await site.address()}/status/${await links.sign('status', intakeId, statusLinkEnd(receivedAt))}${inLanguage(language)}`

/** A leader may need the link from the day of a person's yes until well after their first session. */
const facilitatorLinkDays = 120

/** What a group's leader opens for one referral; the same each time it is written on a day, and English at first. */
export const facilitatorAddress = async (
  referralId: string,
  nowMs: number,
  { links, site }: Pick<Adapters, 'site'> & Signer,
) => {
  const end = Math.floor(nowMs / day) * day + facilitatorLinkDays * day
  return `${await site.address()}/facilitator/${await links.sign('facilitator', referralId, end)}`
}

/** Who typed the code may act for this long; a page left open on a desk must soon be worth nothing. */
const passMinutes = 30

export const passEnd = (nowMs: number) => nowMs + passMinutes * 60_000
