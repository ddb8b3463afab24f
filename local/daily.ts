import { type FunctionName, type Trigger, triggers } from '../functions/triggers.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** The last time up to `nowMs` at which this hour of UTC began. */
const lastBegan = (hourUtc: number, nowMs: number) => {
  const today = Math.floor(nowMs / dayMs) * dayMs + hourUtc * hourMs
  return today <= nowMs ? today : today - dayMs
}

/**
 * Which functions their daily hour has come for since this was last asked. The first time all of them: a machine that is
 * switched on by day alone would never see an hour of the night.
 */
export const dailyClock = (now: () => number, all: Readonly<Record<string, Trigger>> = triggers) => {
  let askedAt = -Infinity
  return (): FunctionName[] => {
    const since = askedAt
    askedAt = now()
    return Object.entries(all).flatMap(([name, { dailyAtHourUtc }]) =>
      dailyAtHourUtc !== undefined && lastBegan(dailyAtHourUtc, askedAt) > since
        ? // Object.entries forgets the names of `triggers`.
          [name as FunctionName]
        : [],
    )
  }
}
