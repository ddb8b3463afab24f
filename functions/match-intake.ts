import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  directory,
  emailQueue,
  emails,
  groupSnapshot,
  groups,
  groupsByKey,
  intakeQueue,
  intakes,
  moment,
  office,
  placePrices,
  referrals,
  tombstones,
  trail,
  zips,
} from '../adapters/parts.ts'
import type { Decision, Home } from '../domain/matching/decision.ts'
import { type Asking, isFull } from '../domain/matching/eligibility.ts'
import { inWaitingOrder } from '../domain/placing/waiting-order.ts'
import { isoOf } from '../domain/time/moment.ts'
import { type IntakeMessage, intakeMessageSchema } from '../domain/way/intake-message.ts'
import { mayMove } from '../domain/way/intake-moves.ts'
import type { Intake, SubmittedIntake } from '../domain/way/intake.ts'
import { mayBeMatched } from '../domain/way/outcome.ts'
import { lookAgainEveryMinutes } from '../domain/way/promises.ts'
import { nothingFits } from '../domain/way/steps/waiting.ts'
import { openChoice } from './shared/choosing/open-choice.ts'
import { readGroups } from './shared/choosing/read-groups.ts'
import { homeOf } from './shared/home-of.ts'
import { factsOf, log } from './shared/log.ts'
import { queueHandler } from './shared/queue-handler.ts'
import { recordSentAgain } from './shared/record-sent-again.ts'
import { writeChange } from './shared/standing/write-change.ts'
import { storeChoice } from './shared/store-choice.ts'
import { untilUnchanged } from './shared/until-unchanged.ts'

/** More candidates than this cannot be full one after the other without a bug. */
const maxRounds = 50

const needs = {
  chance,
  clock,
  commit,
  directory,
  emailQueue,
  emails,
  groupSnapshot,
  groups,
  groupsByKey,
  intakeQueue,
  intakes,
  moment,
  office,
  placePrices,
  referrals,
  tombstones,
  trail,
  zips,
}
type Needs = Made<typeof needs>

type Stored = 'done' | 'place-taken' | 'changed-meanwhile'

/** Chooses and stores, until a choice holds: a group that refused a place is not asked for ever. */
const place = async (
  intake: SubmittedIntake,
  home: Home,
  excluding: readonly string[],
  store: (decision: Decision) => Promise<Stored>,
  adapters: Needs,
): Promise<Stored> => {
  const { request, language } = intake
  const choice = await openChoice(adapters)
  for (let round = 0; round < maxRounds; round += 1) {
    const now = adapters.clock.instant()
    const decision = await choice.choose({ request, language, home, now, excluding })
    const result = await store(decision)
    if (result !== 'place-taken') return result
    await choice.refused(decision.held?.groupId ?? '')
  }
  throw new Error('No choice held: every place was taken while it was being chosen.')
}

/** AWS, or the way to it, failed in a way that passes. A request that AWS finds wrong would be wrong again. */
const isPassing = (failure: unknown) =>
  failure instanceof Error &&
  '$metadata' in failure &&
  !(
    '$fault' in failure &&
    failure.$fault === 'client' &&
    !/Throttl|Throughput|Limit|Transaction/.test(failure.name)
  )

const matchSubmitted = async (intake: SubmittedIntake, adapters: Needs) => {
  const store = async (decision: Decision | null): Promise<Stored> => {
    const result = await storeChoice({ intake, decision, before: null }, adapters)
    if (result === 'already-stored') {
      await recordSentAgain(intake, adapters)
      log('sent-again', { intakeId: intake.intakeId })
    }
    if (result === 'erased') log('came-after-erasure', { intakeId: intake.intakeId })
    return result === 'place-taken' ? result : 'done'
  }
  const home = homeOf(intake, adapters)
  if (home === null || !mayBeMatched(intake)) return void (await store(null))
  try {
    await place(intake, home, [], store, adapters)
  } catch (failure) {
    // When AWS was away the message comes back and is tried again. Anything else would go wrong again, and a bug of ours
    // must not cost a person: staff place them, and an alarm tells the engineers.
    if (isPassing(failure)) throw failure
    log('intake-could-not-be-matched', { intakeId: intake.intakeId, ...factsOf(failure) })
    await store(null)
  }
}

/** Looks again for someone who waits. Where nothing fits them any more, full or not, staff find another way. */
const matchAgain = (intakeId: string, excluding: readonly string[], adapters: Needs) =>
  untilUnchanged(async () => {
    const before = await adapters.intakes.find(intakeId)
    // Since the message was sent, staff may have placed this person, or they may be gone; or they wrote once more, and
    // staff have to read that before anything is done on the first answers.
    if (!before || !mayMove('machine', before.state, 'referred') || before.sentAgain.length > 0) return 'done'
    const standing = { intake: before, referral: null, group: null }
    const giveToStaff = () =>
      writeChange(standing, nothingFits(standing, adapters.moment()), { is: 'machine' }, adapters)
    const store = async (decision: Decision): Promise<Stored> => {
      if (decision.held === null) return decision.isFull ? 'done' : giveToStaff()
      const result = await storeChoice({ intake: before, decision, before }, adapters)
      return result === 'place-taken' || result === 'changed-meanwhile' ? result : 'done'
    }
    const home = homeOf(before, adapters)
    const tried = [...before.tried, ...excluding]
    const result = home === null ? await giveToStaff() : await place(before, home, tried, store, adapters)
    return result === 'changed-meanwhile' ? result : 'done'
  })

const askingOf = (intake: Intake, { zips, clock }: Needs): Asking[] => {
  const home = homeOf(intake, { zips })
  const { request, language, tried } = intake
  return home ? [{ request, language, home, now: clock.instant(), excluding: tried }] : []
}

/** A group has a place: those who wait are placed one after the other, in their order, until it is full again. */
const placeWaiting = async (groupId: string, adapters: Needs) => {
  const { clock, directory, groups, intakes } = adapters
  const all = await readGroups(directory.freshGroups())
  const group = all.find((one) => one.groupId === groupId)
  if (!group || isFull(group)) return
  const lookedAtBy = isoOf(clock.instant().add({ minutes: lookAgainEveryMinutes }))
  const { rows } = await intakes.waiting(lookedAtBy)
  const waiting = rows.flatMap((intake) =>
    askingOf(intake, adapters).map((asking) => ({
      intakeId: intake.intakeId,
      since: intake.waiting?.since ?? intake.receivedAt,
      asking,
    })),
  )
  for (const intakeId of inWaitingOrder(group, waiting, all)) {
    await matchAgain(intakeId, [], adapters)
    const now = await groups.find(groupId)
    if (now === null || isFull(now)) return
  }
}

/** One message: a form that was sent, or the order to look again for someone who waits. */
export const matchIntake = async (message: IntakeMessage, adapters: Needs) => {
  switch (message.kind) {
    case 'submitted':
      return matchSubmitted(message.intake, adapters)
    case 'again':
      return matchAgain(message.intakeId, message.excluding, adapters)
    case 'place-freed':
      return placeWaiting(message.groupId, adapters)
  }
}

export const handler = queueHandler(intakeMessageSchema, needs, matchIntake)
