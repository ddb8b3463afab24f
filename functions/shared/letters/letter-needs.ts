import type { Adapters } from '../../../adapters/adapters.ts'
import type { Addressee } from '../../../domain/addressee.ts'

export type LetterNeeds = Pick<
  Adapters,
  'clock' | 'office' | 'organisation' | 'discreetName' | 'site' | 'links' | 'inbox' | 'staffAddress'
>

export type Reachable = Extract<Addressee, { is: 'person' | 'staff' | 'facilitator' }>
