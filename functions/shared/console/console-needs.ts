import type { Adapters } from '../../../adapters/adapters.ts'

/** What the console's pages touch. They write down who looked, and nothing else. */
export type ConsoleNeeds = Pick<
  Adapters,
  | 'chance'
  | 'clock'
  | 'commit'
  | 'directory'
  | 'emails'
  | 'inbox'
  | 'intakes'
  | 'moment'
  | 'office'
  | 'organisation'
  | 'placePrices'
  | 'prices'
  | 'referrals'
  | 'staff'
  | 'trail'
  | 'zips'
>
