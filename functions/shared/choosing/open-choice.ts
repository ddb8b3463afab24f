import type { Adapters } from '../../../adapters/adapters.ts'
import type { Decision } from '../../../domain/matching/decision.ts'
import type { Asking } from '../../../domain/matching/eligibility.ts'
import { currentPrices } from '../current-prices.ts'
import { log } from '../log.ts'
import { chooseFromPacked } from './choose-from-packed.ts'
import { chooseFromTable } from './choose-from-table.ts'

type Needs = Pick<Adapters, 'directory' | 'groupSnapshot' | 'groupsByKey' | 'placePrices'>

/** What would send a person to wait or to staff has to be asked of the table: groups may have come since they were packed. */
const isNothing = ({ held, isFull, openMeetings }: Decision) =>
  held === null && (isFull || openMeetings.length === 0)

/**
 * Chooses for one person, again after each refusal. From the packed groups, and from the table where there are none to be
 * used or they have nothing for this person. Without packed groups choosing is slower, and as good; it is said aloud.
 */
export const openChoice = async ({ directory, groupSnapshot, groupsByKey, placePrices }: Needs) => {
  const snapshot = await groupSnapshot.current((code) => log('packed-groups-lost', { code }))
  const prices = await currentPrices({ placePrices })
  let packed = snapshot && chooseFromPacked(snapshot, { groupsByKey }, prices)
  let table = packed ? null : chooseFromTable({ directory }, prices, false)

  return {
    async choose(asking: Asking): Promise<Decision> {
      const decision = packed && (await packed.choose(asking))
      if (decision && !isNothing(decision)) return decision
      packed = null
      table ??= chooseFromTable({ directory }, prices, decision?.isFull ?? false)
      return table.choose(asking)
    },
    async refused(groupId: string): Promise<void> {
      if (packed) packed.refused(groupId)
      else await table?.refused(groupId)
    },
  }
}
