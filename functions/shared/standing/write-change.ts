import type { Adapters } from '../../../adapters/adapters.ts'
import type { Write } from '../../../adapters/commit.ts'
import { nudgeFor } from '../../../domain/letters/email-nudge.ts'
import { emailOf } from '../../../domain/letters/email.ts'
import { isoOf } from '../../../domain/time/moment.ts'
import type { Change, Standing } from '../../../domain/way/change.ts'
import { dueBy } from '../../../domain/way/promises.ts'
import { type Referral, proposedReferral } from '../../../domain/way/referral.ts'
import { factsOf, log } from '../log.ts'
import { nudge } from '../nudge.ts'

export type ChangeNeeds = Pick<
  Adapters,
  | 'chance'
  | 'clock'
  | 'commit'
  | 'emailQueue'
  | 'emails'
  | 'groups'
  | 'intakeQueue'
  | 'intakes'
  | 'office'
  | 'referrals'
  | 'trail'
>

/** Who took the step. */
export type Actor = { is: 'machine' | 'person' | 'facilitator' } | { is: 'staff'; staffId: string }

type Result = 'done' | 'changed-meanwhile' | 'place-taken'

const newReferral = (
  { intake, takes: suggestion }: Change,
  { chance, clock, office }: ChangeNeeds,
): Referral | null => {
  if (suggestion === null) return null
  const dueAt = isoOf(dueBy('review-referral', clock.instant(), office))
  return proposedReferral(
    { referralId: chance.newId(), intakeId: intake.intakeId, suggestion },
    { owner: 'staff', action: 'review-referral', dueAt },
    clock.iso(),
  )
}

const looksAgain = async (intakeId: string, { intakeQueue }: ChangeNeeds) =>
  intakeQueue.send({ schema: 1, kind: 'again', intakeId, because: 'time-to-look', excluding: [] })

const passesOn = async (groupId: string, { intakeQueue }: ChangeNeeds) =>
  intakeQueue.send({ schema: 1, kind: 'place-freed', groupId })

/** What only makes things sooner: a row with a due time stands behind each, so a failure costs a minute. */
const sooner = async (send: Promise<void>) => {
  try {
    await send
  } catch (failure) {
    log('message-failed', factsOf(failure))
  }
}

/**
 * Writes a step and all that follows from it in one transaction: request, referral, places, e-mails, trail, and whatever
 * has to be written `alongside`. Every step writes the person's own row, so of two steps that meet one is refused
 * (`changed-meanwhile`) and has to look again.
 */
export const writeChange = async (
  before: Standing,
  change: Change,
  by: Actor,
  adapters: ChangeNeeds,
  alongside: readonly Write<'never'>[] = [],
): Promise<Result> => {
  const { chance, clock, commit, emails, groups, intakes, referrals, trail } = adapters
  const { intakeId, emailHash } = change.intake
  // Asked before the row moves on: should this process die in between, the next minute asks once more.
  const isWaiting = before.intake.state === 'waiting'
  if (change.looksAgain && isWaiting) await looksAgain(intakeId, adapters)

  const taken = newReferral(change, adapters)
  const intake = taken ? { ...change.intake, referralId: taken.referralId } : change.intake
  const about = {
    intakeId,
    emailHash,
    referralId: change.referral?.referralId ?? null,
    occasion: `r${before.intake.revision + 1}`,
  }
  const rows = change.messages.map((message) => emailOf(message, about, chance.newId(), clock.iso()))
  const changesReferral = before.referral && change.referral && change.referral !== before.referral
  const write = (frees: boolean) =>
    commit([
      intakes.change(before.intake, intake),
      ...(changesReferral && before.referral && change.referral
        ? [referrals.change(before.referral, change.referral)]
        : []),
      ...(frees && before.referral ? [groups.freePlace(before.referral.groupId)] : []),
      ...(taken && change.takes ? [groups.takePlace(change.takes), referrals.add(taken)] : []),
      ...rows.map((row) => emails.add(row)),
      ...alongside,
      ...change.events.map(({ event, codes }) =>
        trail.add({
          schema: 1,
          subjectId: intakeId,
          entryId: chance.newId(),
          at: clock.iso(),
          by: by.is,
          event,
          codes: { ...codes, ...(by.is === 'staff' && { staffId: by.staffId }) },
          consentVersion: intake.consent.textVersion,
        }),
      ),
    ])

  let result = await write(change.freesPlace)
  if (result === 'group-gone') {
    // The group's row is gone or counts no place: the person's way must not end for that.
    log('place-not-freed', { intakeId })
    result = await write(false)
  }
  if (result === 'already-stored' || result === 'group-gone' || result === 'never')
    throw new Error(`A new step was refused: ${result}.`)
  if (result !== 'committed') return result

  await nudge(rows.map(nudgeFor), adapters)
  if (change.looksAgain && !isWaiting) await sooner(looksAgain(intakeId, adapters))
  if (change.freesPlace && before.referral) await sooner(passesOn(before.referral.groupId, adapters))
  return 'done'
}
