import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  directory,
  emailQueue,
  emails,
  groups,
  intakes,
  office,
  referrals,
  tombstones,
  trail,
  zips,
} from '../adapters/parts.ts'
import { chooseGroup } from '../domain/choose-group.ts'
import type { Decision, Home } from '../domain/decision.ts'
import { type Group } from '../domain/group.ts'
import { type IntakeMessage, intakeMessageSchema } from '../domain/intake-message.ts'
import { mayMove } from '../domain/intake-moves.ts'
import type { SubmittedIntake } from '../domain/intake.ts'
import { mayBeMatched } from '../domain/outcome.ts'
import { zoneOfState } from '../domain/us-state.ts'
import { factsOf, log } from './shared/log.ts'
import { queueHandler } from './shared/queue-handler.ts'
import { recordSentAgain } from './shared/record-sent-again.ts'
import { storeChoice } from './shared/store-choice.ts'

/** More candidates than this cannot be full one after the other without a bug. */
const maxRounds = 50

const homeOf = ({ request }: Pick<SubmittedIntake, 'request'>, { zips }: Pick<Needs, 'zips'>): Home => {
  const known = request.zip === null ? null : zips.find(request.zip)
  if (known) return known
  if (request.usState === null) throw new Error('Neither a ZIP code nor a state says where this person is.')
  return { latitude: null, longitude: null, timeZone: zoneOfState[request.usState], usState: request.usState }
}

const withoutPlaces = (groups: readonly Group[], groupId: string) =>
  groups.map((group) => (group.groupId === groupId ? { ...group, placesTaken: group.capacity } : group))

/**
 * Chooses and stores, until a choice holds. A place that is gone by the time it is taken leaves the group full for the
 * next round; before anyone is told that all are full, the groups are read afresh.
 */
const place = async (
  intake: SubmittedIntake,
  excluding: readonly string[],
  store: (decision: Decision) => Promise<'done' | 'place-taken'>,
  adapters: Pick<Needs, 'directory' | 'zips' | 'clock'>,
) => {
  const home = homeOf(intake, adapters)
  let groups: readonly Group[] = await adapters.directory.groups()
  let isFresh = false
  for (let round = 0; round < maxRounds; round += 1) {
    const decision = chooseGroup(
      { request: intake.request, language: intake.language, home, now: adapters.clock.instant(), excluding },
      groups,
    )
    if (decision.held === null && round > 0 && !isFresh) {
      groups = await adapters.directory.freshGroups()
      isFresh = true
      continue
    }
    if ((await store(decision)) === 'done') return
    groups = withoutPlaces(groups, decision.held?.groupId ?? '')
  }
  throw new Error('No choice held: every place was taken while it was being chosen.')
}

const needs = {
  chance,
  clock,
  commit,
  directory,
  emailQueue,
  emails,
  groups,
  intakes,
  office,
  referrals,
  tombstones,
  trail,
  zips,
}
type Needs = Made<typeof needs>

/** The SDK marks what AWS, or the way to it, did wrong. */
const isFromAws = (failure: unknown) => failure instanceof Error && '$metadata' in failure

const matchSubmitted = async (intake: SubmittedIntake, adapters: Needs) => {
  const store = async (decision: Decision | null) => {
    const result = await storeChoice({ intake, decision, before: null }, adapters)
    if (result === 'already-stored') await recordSentAgain(intake, adapters)
    return result === 'place-taken' ? result : 'done'
  }
  if (!mayBeMatched(intake)) return void (await store(null))
  try {
    await place(intake, [], store, adapters)
  } catch (failure) {
    // When AWS was away the message comes back and is tried again. Anything else would go wrong again, and a bug of ours
    // must not cost a person: staff place them, and an alarm tells the engineers.
    if (isFromAws(failure)) throw failure
    log('intake-could-not-be-matched', { intakeId: intake.intakeId, ...factsOf(failure) })
    await store(null)
  }
}

const matchAgain = async (intakeId: string, excluding: readonly string[], adapters: Needs) => {
  const before = await adapters.intakes.find(intakeId)
  // Since the message was sent, staff may have placed this person, or they may be gone.
  if (!before || !mayMove('machine', before.state, 'referred')) return
  const store = async (decision: Decision) => {
    if (decision.held === null) return 'done'
    const result = await storeChoice({ intake: before, decision, before }, adapters)
    return result === 'place-taken' ? result : 'done'
  }
  await place(before, excluding, store, adapters)
}

/** One message: a form that was sent, or the order to look again for someone who waits. */
export const matchIntake = async (message: IntakeMessage, adapters: Needs) =>
  message.kind === 'submitted'
    ? matchSubmitted(message.intake, adapters)
    : matchAgain(message.intakeId, message.excluding, adapters)

export const handler = queueHandler(intakeMessageSchema, needs, matchIntake)
