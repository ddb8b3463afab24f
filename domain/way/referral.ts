import * as z from 'zod/mini'

import { suggestionSchema } from '../matching/decision.ts'
import { groupConsentSchema } from '../person/consent.ts'
import { type NextAction, nextActionSchema } from './next-action.ts'

export const referralStates = [
  'proposed',
  'offered',
  'accepted',
  'scheduled',
  'attended',
  'completed',
  'declined',
  'no-show',
  'could-not-contact',
  'expired',
  'redirected',
  'withdrawn',
] as const

const referralStateSchema = z.enum(referralStates)

/** Why a place was not taken up, or was given up; coded, so that it can be counted and acted on. */
export const endReasons = [
  'no-answer',
  'person-says-no',
  'other-group',
  'waitlist',
  'not-suitable',
  'full',
  'not-taking-people',
  'does-not-fit-times',
  'could-not-contact',
  'answers-changed',
  'no-longer-comes',
  'request-ended',
  'kept-long-enough',
  'other',
] as const

/** Reasons that a group's leader, or staff for the group, can give. */
export const groupDeclineReasons = [
  'full',
  'not-suitable',
  'not-taking-people',
  'other',
] as const satisfies readonly (typeof endReasons)[number][]

/** Reasons that staff can give for not offering a place. */
export const staffDeclineReasons = [
  'not-suitable',
  'full',
  'not-taking-people',
  'does-not-fit-times',
  'other',
] as const satisfies readonly (typeof endReasons)[number][]

const endSchema = z.object({
  because: z.enum(endReasons),
  by: z.enum(['machine', 'staff', 'person', 'facilitator']),
  at: z.iso.datetime(),
})

/** What lets a facilitator in who has the link: a code by e-mail, good for a few minutes and for one use. */
const doorCodeSchema = z.object({
  issuedAt: z.iso.datetime(),
  misses: z.int(),
  /** Codes asked for today: the link must not become a way to fill a mailbox. */
  sentOn: z.iso.date(),
  sent: z.int(),
  used: z.boolean(),
})

const orNull = <T extends z.core.$ZodType>(schema: T) => z._default(z.nullable(schema), null)

/** One person, one group, one place: held from the day it is proposed until an end that frees it. */
export const referralSchema = z.object({
  schema: z.literal(1),
  referralId: z.uuid(),
  intakeId: z.uuid(),
  groupId: z.string(),
  state: referralStateSchema,
  next: z.nullable(nextActionSchema),
  /** The choice as it was made: why this group, sentence by sentence. */
  suggestion: suggestionSchema,
  proposedAt: z.iso.datetime(),
  /** What the person agreed to for this one group when they said yes; null until then. */
  consent: orNull(groupConsentSchema),
  /** Who leads the group, as of the yes. Told about the person only where `consent` says so. */
  facilitator: orNull(z.object({ name: z.string(), email: z.string() })),
  doorCode: orNull(doorCodeSchema),
  firstSessionAt: orNull(z.iso.datetime()),
  /** Goes up with each invitation that is sent, so that calendars know which is the newest (RFC 5545, SEQUENCE). */
  invitations: z._default(z.int(), 0),
  ended: orNull(endSchema),
  /** A freed place that those who wait have not been looked at for yet. */
  placeToPassOn: z._default(z.boolean(), false),
  revision: z.int(),
})

export type Referral = z.infer<typeof referralSchema>
export type ReferralState = z.infer<typeof referralStateSchema>
export type DoorCode = z.infer<typeof doorCodeSchema>
export type EndReason = (typeof endReasons)[number]

/** Referrals in these states have a place in their group. */
export const holdsPlace = (state: ReferralState) =>
  ['proposed', 'offered', 'accepted', 'scheduled', 'attended', 'no-show'].includes(state)

/** The person has heard of this group, so they hear of it too when nothing comes of it. */
export const personKnows = (state: ReferralState) =>
  ['offered', 'accepted', 'scheduled', 'no-show', 'attended'].includes(state)

/** A place that is held from now on: staff look at the choice before the person is asked. */
export const proposedReferral = (
  { referralId, intakeId, suggestion }: Pick<Referral, 'referralId' | 'intakeId' | 'suggestion'>,
  next: NextAction | null,
  proposedAt: string,
): Referral => ({
  schema: 1,
  referralId,
  intakeId,
  groupId: suggestion.groupId,
  state: 'proposed',
  next,
  suggestion,
  proposedAt,
  consent: null,
  facilitator: null,
  doorCode: null,
  firstSessionAt: null,
  invitations: 0,
  ended: null,
  placeToPassOn: false,
  revision: 0,
})
