import { type PlacePrices, areFresh } from '../domain/placing/place-prices.ts'

/** What can be said of prices that are not there to be used; `none` is how every stack begins. */
export type WithoutPrices = 'none' | 'old' | 'unreadable'

export type Known = { prices: PlacePrices } | { prices: null; because: WithoutPrices }

/** They change once a night, so a function that keeps them this long is never far behind. */
const keptForMs = 10 * 60_000

/** That they could not be read says little about them: they are looked for again this soon. */
const againAfterMs = 30_000

const judged = (prices: PlacePrices | null, now: number): Known => {
  if (prices === null) return { prices, because: 'none' }
  return areFresh(prices, now) ? { prices } : { prices: null, because: 'old' }
}

/**
 * The prices of places that count now, kept a while by each running function. There is no failure: whoever chooses a group
 * goes on without prices, and says so by `tellWithout`, once each time they are read.
 */
export const placePrices = (read: () => Promise<PlacePrices | null>, now: () => number) => {
  let known: { at: number; forMs: number; found: Promise<Known> } | null = null

  const look = async (): Promise<Known> => {
    try {
      return judged(await read(), now())
    } catch {
      return { prices: null, because: 'unreadable' }
    }
  }

  return {
    async current(tellWithout: (because: WithoutPrices) => void): Promise<PlacePrices | null> {
      if (known !== null && now() - known.at <= known.forMs && now() >= known.at)
        return (await known.found).prices
      const looked = { at: now(), forMs: keptForMs, found: look() }
      known = looked
      const found = await looked.found
      if (found.prices !== null) return found.prices
      if (found.because === 'unreadable') looked.forMs = againAfterMs
      tellWithout(found.because)
      return null
    },
  }
}
