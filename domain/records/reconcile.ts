import type { Group } from '../groups/group.ts'
import { type Email, givenUpAfterHours } from '../letters/email.ts'
import { tasksOf } from '../staff/tasks.ts'
import { intakeLookAt, referralLookAt } from '../way/clocks.ts'
import type { Intake } from '../way/intake.ts'
import { type Referral, holdsPlace } from '../way/referral.ts'

/**
 * Whether the records agree with each other and nobody is forgotten. Every rule here is one that the steps of a person's
 * way keep by themselves; a finding is a bug, a hand in the tables, or a restore.
 */

/**
 * - `…-unreadable`: a row that this version cannot read; nothing is done with it, and nothing that touches it is judged.
 * - `intake-forgotten`: an open request for which nobody has anything to do and no clock runs.
 * - `intake-not-swept`, `referral-not-swept`: due for more than a day, and the sweeper has not come by.
 * - `place-not-held`: a request says that a place is held for it, and none is.
 * - `place-held-for-nobody`: a referral holds a place that its request knows nothing of.
 * - `referral-without-intake`: the request of a referral is gone.
 * - `group-missing`: places are held in a group that is gone.
 * - `places-miscounted`: a group counts other places as taken than referrals hold.
 * - `email-stuck`: an e-mail still to be sent, long after it would have been given up.
 */
export const findingCodes = [
  'intake-unreadable',
  'referral-unreadable',
  'group-unreadable',
  'email-unreadable',
  'intake-forgotten',
  'intake-not-swept',
  'referral-not-swept',
  'place-not-held',
  'place-held-for-nobody',
  'referral-without-intake',
  'group-missing',
  'places-miscounted',
  'email-stuck',
] as const

/** Ids and counts alone: findings are logged. */
export interface Finding {
  code: (typeof findingCodes)[number]
  intakeId?: string
  referralId?: string
  groupId?: string
  emailId?: string
  counts?: { placesTaken: number; placesHeld: number }
}

/** What the rules need of each row, so that all of them fit into memory at once. */
export interface IntakeFacts extends Pick<Intake, 'intakeId' | 'state' | 'referralId'> {
  hasTask: boolean
  lookAt: string | null
}
export interface ReferralFacts extends Pick<Referral, 'referralId' | 'intakeId' | 'groupId' | 'state'> {
  hasNext: boolean
  lookAt: string | null
}
export type GroupFacts = Pick<Group, 'groupId' | 'placesTaken'>
export type EmailFacts = Pick<Email, 'emailId' | 'subjectId' | 'state' | 'dueAt'>

export const intakeFacts = (intake: Intake): IntakeFacts => ({
  intakeId: intake.intakeId,
  state: intake.state,
  referralId: intake.referralId,
  hasTask: tasksOf(intake).length > 0,
  lookAt: intakeLookAt(intake),
})

export const referralFacts = (referral: Referral): ReferralFacts => ({
  referralId: referral.referralId,
  intakeId: referral.intakeId,
  groupId: referral.groupId,
  state: referral.state,
  hasNext: referral.next !== null,
  lookAt: referralLookAt(referral),
})

const hour = 3_600_000
const isoHoursBefore = (now: string, hours: number) => new Date(Date.parse(now) - hours * hour).toISOString()

/** The sweeper looks every minute. What it has not come to for a day, it will not come to. */
const isForgottenBySweeper = (lookAt: string | null, now: string) =>
  lookAt !== null && lookAt < isoHoursBefore(now, 24)

const isOver = ({ state }: IntakeFacts) => ['closed', 'withdrawn', 'erased'].includes(state)

/** Rows of an earlier version do not name their referral; in these states they may have one all the same. */
const mayHavePlaceUnnamed = ({ state, referralId }: IntakeFacts) =>
  referralId === null && (state === 'referred' || state === 'urgent')

const isHeldFor = (intake: IntakeFacts, { referralId, state }: ReferralFacts) =>
  holdsPlace(state) && (intake.referralId === referralId || mayHavePlaceUnnamed(intake))

/** `referrals` are those of this intake. */
export const aboutIntake = (
  intake: IntakeFacts,
  referrals: readonly ReferralFacts[],
  now: string,
): Finding[] => {
  const { intakeId, referralId, state, hasTask, lookAt } = intake
  const held = referrals.filter((referral) => isHeldFor(intake, referral))
  const isMoving = hasTask || lookAt !== null || held.some((one) => one.hasNext || one.lookAt !== null)
  const saysPlace = referralId !== null || state === 'referred'
  return [
    ...(isOver(intake) || isMoving ? [] : [{ code: 'intake-forgotten' as const, intakeId }]),
    ...(isForgottenBySweeper(lookAt, now) ? [{ code: 'intake-not-swept' as const, intakeId }] : []),
    ...(saysPlace && held.length === 0
      ? [{ code: 'place-not-held' as const, intakeId, ...(referralId !== null && { referralId }) }]
      : []),
  ]
}

/** `intake` is the one that the referral names; null when there is none. */
export const aboutReferral = (
  referral: ReferralFacts,
  intake: IntakeFacts | null,
  now: string,
): Finding[] => {
  const { referralId, intakeId, groupId, state, lookAt } = referral
  const ids = { referralId, intakeId, groupId }
  return [
    ...(intake === null ? [{ code: 'referral-without-intake' as const, ...ids }] : []),
    ...(intake !== null && holdsPlace(state) && !isHeldFor(intake, referral)
      ? [{ code: 'place-held-for-nobody' as const, ...ids }]
      : []),
    ...(isForgottenBySweeper(lookAt, now) ? [{ code: 'referral-not-swept' as const, ...ids }] : []),
  ]
}

/** `group` is null when its row is gone, `referrals` are those in it. */
export const aboutGroup = (
  groupId: string,
  group: GroupFacts | null,
  referrals: readonly ReferralFacts[],
): Finding[] => {
  const placesHeld = referrals.filter(({ state }) => holdsPlace(state)).length
  if (group === null) return placesHeld > 0 ? [{ code: 'group-missing', groupId }] : []
  const { placesTaken } = group
  return placesTaken === placesHeld
    ? []
    : [{ code: 'places-miscounted', groupId, counts: { placesTaken, placesHeld } }]
}

/** A day late it is given up, and somebody is told: an hour later that must have happened. */
export const aboutEmail = ({ emailId, subjectId, state, dueAt }: EmailFacts, now: string): Finding[] =>
  (state === 'pending' || state === 'sending') && dueAt < isoHoursBefore(now, givenUpAfterHours + 1)
    ? [{ code: 'email-stuck', emailId, intakeId: subjectId }]
    : []

/** Everything that was read, in whatever order, while others wrote. */
export interface Facts {
  intakes: readonly IntakeFacts[]
  referrals: readonly ReferralFacts[]
  groups: readonly GroupFacts[]
  emails: readonly EmailFacts[]
  /** Findings about rows that could not be read, with the ids that could. */
  unreadable: readonly Finding[]
}

/** What a row that cannot be read says is unknown: what seems wrong beside it may be right. */
const touchesUnreadable = (unreadable: readonly Finding[]) => {
  const unknown = new Set(
    unreadable
      .filter(({ code }) => code !== 'email-unreadable')
      .flatMap(({ intakeId, referralId, groupId }) => [intakeId, referralId, groupId])
      .filter((id) => id !== undefined),
  )
  return ({ intakeId = '', referralId = '', groupId = '' }: Finding) =>
    [intakeId, referralId, groupId].some((id) => unknown.has(id))
}

/**
 * What does not agree. Rows that were read at different moments may disagree without anything being wrong: whoever asks
 * looks at each once more before saying so.
 */
export const reconcile = (
  { intakes, referrals, groups, emails, unreadable }: Facts,
  now: string,
): Finding[] => {
  const byIntake = Map.groupBy(referrals, ({ intakeId }) => intakeId)
  const byGroup = Map.groupBy(referrals, ({ groupId }) => groupId)
  const intakeOf = new Map(intakes.map((intake) => [intake.intakeId, intake]))
  const groupOf = new Map(groups.map((group) => [group.groupId, group]))
  const touches = touchesUnreadable(unreadable)
  return [
    ...unreadable,
    ...[
      ...intakes.flatMap((intake) => aboutIntake(intake, byIntake.get(intake.intakeId) ?? [], now)),
      ...referrals.flatMap((referral) =>
        aboutReferral(referral, intakeOf.get(referral.intakeId) ?? null, now),
      ),
      ...[...new Set([...groupOf.keys(), ...byGroup.keys()])].flatMap((groupId) =>
        aboutGroup(groupId, groupOf.get(groupId) ?? null, byGroup.get(groupId) ?? []),
      ),
      ...emails.flatMap((email) => aboutEmail(email, now)),
    ].filter((finding) => !touches(finding)),
  ]
}
