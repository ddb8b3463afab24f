import type { Adapters } from '../../../adapters/adapters.ts'
import type { LetterNeeds } from '../letters/letter-needs.ts'
import type { ErasureNeeds } from '../standing/write-erasure.ts'

/** What the console's pages and decisions touch; letters are only written, to be looked at before they go. */
export type ConsoleNeeds = ErasureNeeds &
  LetterNeeds &
  Pick<
    Adapters,
    | 'directory'
    | 'identifiers'
    | 'inbox'
    | 'moment'
    | 'organisation'
    | 'placePrices'
    | 'prices'
    | 'staff'
    | 'zips'
  >
