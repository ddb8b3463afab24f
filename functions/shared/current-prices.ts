import type { Adapters } from '../../adapters/adapters.ts'
import { log } from './log.ts'

/**
 * The prices of places that count now. Without them people are placed by what suits them alone: that costs nobody their
 * match, and is said aloud. Before the first night there are none, which is nobody's fault.
 */
export const currentPrices = ({ placePrices }: Pick<Adapters, 'placePrices'>) =>
  placePrices.current((code) => log(code === 'none' ? 'without-place-prices' : 'place-prices-lost', { code }))
