import { dayMs, minuteMs, offsetAt, zoneClock } from './zone-clock.ts'

/** Zones whose clocks change together, told by the first of them: so much later is it on its wall than on the zone's own. */
export interface FamilyPlace {
  family: number
  aheadMinutes: number
}

/** Far enough on to meet any change of the clocks that is made each year. */
const monthsCompared = 12

/**
 * Zones that keep the same distance all year, as most of the US do, are one family: their groups can stand in one order.
 * A search asks again whether they still do; where this is wrong it takes longer, and finds the same.
 */
export const zoneFamilies = (
  zones: readonly string[],
  around: number,
): { places: FamilyPlace[]; firsts: string[] } => {
  const firsts: string[] = []
  const known = new Map<string, number>()
  const offsetsOf = (zone: string) =>
    Array.from({ length: monthsCompared }, (_, month) => {
      const moment = around + month * 30 * dayMs
      return offsetAt(zoneClock(zone, moment), moment) / minuteMs
    })
  const places = zones.map((zone) => {
    const offsets = offsetsOf(zone)
    const [now = 0] = offsets
    const shape = offsets.map((offset) => offset - now).join()
    const family = known.get(shape) ?? firsts.push(zone) - 1
    known.set(shape, family)
    return { family, aheadMinutes: 0, now }
  })
  const offsetOfFirst = firsts.map((zone) => offsetsOf(zone)[0] ?? 0)
  return {
    firsts,
    places: places.map(({ family, now }) => ({ family, aheadMinutes: (offsetOfFirst[family] ?? 0) - now })),
  }
}
