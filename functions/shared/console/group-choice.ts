import type { Adapters } from '../../../adapters/adapters.ts'
import type { Group } from '../../../domain/groups/group.ts'
import type { Asking } from '../../../domain/matching/eligibility.ts'
import { rankGroups } from '../../../domain/matching/rank-groups.ts'
import type { Intake } from '../../../domain/way/intake.ts'
import { currentPrices } from '../current-prices.ts'
import { homeOf } from '../home-of.ts'

export type RankNeeds = Pick<Adapters, 'clock' | 'office' | 'placePrices' | 'zips'>

/**
 * What groups are ranked from for this person. Their home is where their ZIP code is as it stands now, for it may have
 * changed since the machine looked. Someone of whom we know neither ZIP code nor state is compared by the office's clock.
 */
const askingOf = (intake: Intake, { clock, office, zips }: Omit<RankNeeds, 'placePrices'>): Asking => {
  const { request, language, tried, decision } = intake
  const nowhere = { latitude: null, longitude: null, timeZone: office.timeZone, usState: '' }
  const home = homeOf(intake, { zips }) ?? decision?.home ?? nowhere
  return { request, language, home, now: clock.instant(), excluding: tried }
}

/** What staff can pick from among these groups, in the machine's own order; not the one whose place is held already. */
export const rankFor = async (
  intake: Intake,
  heldIn: string | null,
  groups: readonly Group[],
  adapters: RankNeeds,
) => {
  const asking = askingOf(intake, adapters)
  const ranking = rankGroups(
    asking,
    groups.filter(({ groupId }) => groupId !== heldIn),
    await currentPrices(adapters),
  )
  return { ...ranking, homeTimeZone: asking.home.timeZone }
}
