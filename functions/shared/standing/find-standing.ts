import type { Adapters } from '../../../adapters/adapters.ts'
import type { Standing } from '../../../domain/way/change.ts'
import type { Intake } from '../../../domain/way/intake.ts'
import { type Referral, holdsPlace } from '../../../domain/way/referral.ts'

type Needs = Pick<Adapters, 'intakes' | 'referrals'>

/** In these someone can have a place: who writes later that they are not safe keeps the one that is held for them. */
const mayHavePlace: ReadonlySet<Intake['state']> = new Set(['referred', 'urgent'])

/** Rows of an earlier version do not name their referral; the index, which may lag by a second, does. */
const heldFor = async (intake: Intake, { referrals }: Needs): Promise<Referral | null> => {
  if (intake.referralId !== null) return referrals.find(intake.referralId)
  if (!mayHavePlace.has(intake.state)) return null
  return (await referrals.ofIntake(intake.intakeId)).find(({ state }) => holdsPlace(state)) ?? null
}

/**
 * Where a person stands now: read whole and consistently, so that what is decided from it can be written or refused. Null
 * for someone who was erased, although what their last letters are written from may still be there.
 */
export const findStanding = async (intakeId: string, adapters: Needs): Promise<Standing | null> => {
  const intake = await adapters.intakes.find(intakeId)
  if (intake === null || intake.state === 'erased') return null
  return { intake, referral: await heldFor(intake, adapters), group: null }
}

/** The same with the group whose place is held: who leads it is told, when the person says yes. */
export const findStandingWithGroup = async (
  intakeId: string,
  adapters: Needs & Pick<Adapters, 'groups'>,
): Promise<Standing | null> => {
  const standing = await findStanding(intakeId, adapters)
  if (!standing?.referral) return standing
  return { ...standing, group: await adapters.groups.find(standing.referral.groupId) }
}
