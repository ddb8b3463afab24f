import type { Adapters } from '../../../adapters/adapters.ts'
import type { LetterNeeds } from '../letters/letter-needs.ts'
import type { ChangeNeeds } from '../standing/write-change.ts'

/** What the console's pages and decisions touch; letters are only written, to be looked at before they go. */
export type ConsoleNeeds = ChangeNeeds &
  LetterNeeds &
  Pick<Adapters, 'directory' | 'identifiers' | 'inbox' | 'moment' | 'organisation' | 'staff' | 'zips'>
