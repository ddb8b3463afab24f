import { type PlacePrices, areFresh } from '../domain/prices/place-prices.ts'

/** What can be said of prices that are not there to be used; `none` is how every stack begins. */
export type WithoutPrices = 'none' | 'old' | 'unreadable'

export type Known = { prices: PlacePrices } | { prices: null; because: WithoutPrices }

/** They change once a night, so a function that keeps them this long is never far behind. */
const keptForMs = 10 * 60_000

const judged = (prices: PlacePrices | null, now: number): Known => {
  if (prices === null) return { prices, because: 'none' }
  return areFresh(prices, now) ? { prices } : { prices: null, because: 'old' }
}

/**
 * The prices of places that count now, kept a while by each running function. There is no failure: whoever chooses a group
 * goes on without prices, and says so by `tellWithout`, once each time they are read.
 */
export const placePrices = (read: () => Promise<PlacePrices | null>, now: () => number) => {
  let known: { at: number; found: Promise<Known> } | null = null

  const look = async (): Promise<Known> => {
    try {
      return judged(await read(), now())
    } catch {
      return { prices: null, because: 'unreadable' }
    }
  }

  return {
    async current(tellWithout: (because: WithoutPrices) => void): Promise<PlacePrices | null> {
      if (known === null || now() - known.at > keptForMs || now() < known.at) {
        known = { at: now(), found: look() }
        const found = await known.found
        if (found.prices === null) tellWithout(found.because)
      }
      return (await known.found).prices
    },
  }
}
