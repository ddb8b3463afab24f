import type { Temporal } from 'temporal-polyfill'

import type { Adapters } from '../../adapters/adapters.ts'
import type { Decision } from '../../domain/decision.ts'
import { nudgeFor } from '../../domain/email-nudge.ts'
import { type Email, newEmail } from '../../domain/email.ts'
import type { Intake, SubmittedIntake } from '../../domain/intake.ts'
import { type Message, type Outcome, intakeAfter, outcomeOf, sweepAtOf } from '../../domain/outcome.ts'
import type { Referral } from '../../domain/referral.ts'
import { log } from './log.ts'
import { nudge } from './nudge.ts'

type Needs = Pick<
  Adapters,
  | 'clock'
  | 'chance'
  | 'office'
  | 'intakes'
  | 'referrals'
  | 'groups'
  | 'emails'
  | 'trail'
  | 'tombstones'
  | 'emailQueue'
  | 'commit'
>

interface Choice {
  intake: SubmittedIntake
  /** Null when the machine must not place this person, or could not. */
  decision: Decision | null
  /** The intake as it is kept already, when someone who waits is looked at again. */
  before: Intake | null
}

const emailFor = (message: Message, { intakeId, emailHash }: SubmittedIntake, referralId: string | null) => {
  const about = message.to === 'staff' ? `${message.template}#${message.action}` : message.template
  return {
    subjectId: intakeId,
    // An e-mail about a held place happens once for each place, any other once for each intake.
    occurrence: `${about}#${referralId ?? 'first'}`,
    template: message.template,
    to: message.to,
    action: message.to === 'staff' ? message.action : null,
    addressHash: message.to === 'person' ? emailHash : null,
    referralId: message.to === 'staff' ? referralId : null,
  }
}

/** What staff still have to do with someone who waited stays theirs to do; reading the form goes with the referral. */
const afterChoice = (
  { intake, decision, before }: Choice,
  outcome: Outcome,
  now: Temporal.Instant,
): Intake => {
  const after = intakeAfter(intake, decision, outcome, now)
  if (!before) return after
  const next = before.next?.action === 'read-form' ? after.next : before.next
  const { sentAgain, codeMisses } = before
  return { ...after, next, sweepAt: sweepAtOf(after.state, next, now), sentAgain, codeMisses }
}

/**
 * Writes down a choice and all that follows from it, in one transaction: intake, place, referral, e-mails, trail. Then
 * nudges the e-mails; if that is lost, the sweeper finds them.
 */
export const storeChoice = async ({ intake, decision, before }: Choice, adapters: Needs) => {
  const { clock, chance, office, intakes, referrals, groups, emails, trail, tombstones, commit } = adapters
  const outcome = outcomeOf(intake, decision, clock.instant(), office)
  const at = clock.iso()
  const held = decision?.held ?? null
  const after = afterChoice({ intake, decision, before }, outcome, clock.instant())

  const referral: Referral | null = held && {
    schema: 1,
    referralId: chance.newId(),
    intakeId: intake.intakeId,
    groupId: held.groupId,
    state: 'proposed',
    next: outcome.referralNext,
    sweepAt: outcome.referralNext?.dueAt ?? null,
    suggestion: held,
    proposedAt: at,
    revision: 0,
  }
  // Someone who waited has had their first letter; only what is new is said.
  const messages = before ? outcome.messages.filter(({ to }) => to === 'staff') : outcome.messages
  const rows: Email[] = messages.map((message) =>
    newEmail({ ...emailFor(message, intake, referral?.referralId ?? null), emailId: chance.newId() }, at),
  )

  const result = await commit([
    before ? intakes.change(before, after) : intakes.add(after),
    tombstones.none(intake.intakeId),
    ...(held && referral ? [groups.takePlace(held), referrals.add(referral)] : []),
    ...rows.map((row) => emails.add(row)),
    trail.add({
      schema: 1,
      subjectId: intake.intakeId,
      entryId: chance.newId(),
      at,
      by: 'machine',
      event: outcome.event,
      codes: {
        ...(decision && { policy: String(decision.policy) }),
        ...(held && { groupId: held.groupId }),
        ...(outcome.needsStaffBecause && { because: outcome.needsStaffBecause }),
      },
      consentVersion: intake.consent.textVersion,
    }),
  ])
  if (result !== 'committed') return result
  log('stored', { intakeId: intake.intakeId, code: after.state })
  await nudge(rows.map(nudgeFor), adapters)
  return 'done' as const
}
