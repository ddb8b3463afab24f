import type { Adapters } from '../../adapters/adapters.ts'
import { nudgeFor } from '../../domain/letters/email-nudge.ts'
import { emailOf } from '../../domain/letters/email.ts'
import type { Decision } from '../../domain/matching/decision.ts'
import { withoutTasks } from '../../domain/staff/tasks.ts'
import type { Moment } from '../../domain/time/moment.ts'
import type { Intake, SubmittedIntake } from '../../domain/way/intake.ts'
import { type Outcome, intakeAfter, outcomeOf } from '../../domain/way/outcome.ts'
import { proposedReferral } from '../../domain/way/referral.ts'
import { log } from './log.ts'
import { nudge } from './nudge.ts'

type Needs = Pick<
  Adapters,
  | 'clock'
  | 'chance'
  | 'moment'
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

/**
 * What staff still have to do with someone who waited stays theirs to do; reading the form goes with the referral. What
 * the row has gathered since it was first written is kept.
 */
const afterChoice = ({ intake, decision, before }: Choice, outcome: Outcome, moment: Moment): Intake => {
  const after = intakeAfter(intake, decision, outcome, moment)
  if (!before) return after
  const { state, needsStaffBecause, waiting } = after
  return {
    ...withoutTasks(before, 'read-form', 'find-another-way'),
    decision,
    state,
    needsStaffBecause,
    waiting,
  }
}

/**
 * Writes down a choice and all that follows from it, in one transaction: intake, place, referral, e-mails, trail. Then
 * nudges the e-mails; if that is lost, the sweeper finds them.
 */
export const storeChoice = async ({ intake, decision, before }: Choice, adapters: Needs) => {
  const { clock, chance, moment, intakes, referrals, groups, emails, trail, tombstones, commit } = adapters
  const when = moment()
  const outcome = outcomeOf(intake, decision, when.now, when.office)
  const at = clock.iso()
  const held = decision?.held ?? null

  const referral =
    held &&
    proposedReferral(
      { referralId: chance.newId(), intakeId: intake.intakeId, suggestion: held },
      outcome.referralNext,
      at,
    )
  const referralId = referral?.referralId ?? null
  const after = { ...afterChoice({ intake, decision, before }, outcome, when), referralId }
  // Someone who waited has had their first letter; only what is new is said.
  const messages = before ? outcome.messages.filter(({ to }) => to === 'staff') : outcome.messages
  const about = {
    intakeId: intake.intakeId,
    emailHash: intake.emailHash,
    referralId,
    // An e-mail about a held place happens once for each place, any other once for each intake.
    occasion: referralId ?? 'first',
  }
  const rows = messages.map((message) =>
    emailOf({ ...message, isAboutReferral: message.to === 'staff' }, about, chance.newId(), at),
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
  log(before ? 'matched-again' : 'stored', { intakeId: intake.intakeId, code: after.state })
  await nudge(rows.map(nudgeFor), adapters)
  return 'done' as const
}
