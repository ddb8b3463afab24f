import { Temporal } from 'temporal-polyfill'

import type { Cadence } from '../way/follow-up.ts'
import type { Office } from './working-days.ts'

/** When something happens, and by whose calendar. */
export interface Moment {
  now: Temporal.Instant
  office: Office
  cadence: Cadence
}

export const isoOf = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'millisecond' })

export const instantOf = (iso: string) => Temporal.Instant.from(iso)
