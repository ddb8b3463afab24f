import type { TrailEntry, TrailEvent } from '../trail.ts'

/** What happened to a person after the moment of a back-up: nothing, something, or what nobody can tell. */
export type Since = 'nothing' | 'moved' | 'unknown'

/** A back-up, or a table that outlived its stack. */
export interface BackUp {
  /** The moment that its rows are of. */
  asOf: string
  /** By the word of whoever restores: nothing was written after that moment. */
  isLast: boolean
}

/** What was only seen or sent, and left everything where it stood. */
const movesNothing: ReadonlySet<TrailEvent> = new Set([
  'page-seen',
  'details-seen',
  'details-refused',
  'kept-seen',
  'email-sent',
  'email-delivered',
  'facilitator-code-sent',
  'facilitator-code-used',
  'facilitator-code-refused',
  'facilitator-card-seen',
  'restored',
])

/**
 * Every step is written with its line in the trail, in one transaction. So a trail that is whole and ends before the
 * back-up proves that nothing happened since; one that was lost as well proves nothing. What was written in the very moment
 * of a back-up may or may not be in it.
 */
export const sinceBackUp = (trail: readonly TrailEntry[], { asOf, isLast }: BackUp): Since => {
  const steps = trail.filter(({ event }) => !movesNothing.has(event))
  if (steps.some(({ at }) => at >= asOf)) return 'moved'
  const wasLost = trail.some(
    ({ event, codes, at }) => event === 'restored' && codes['table'] === 'trail' && at >= asOf,
  )
  return !isLast && (steps.length === 0 || wasLost) ? 'unknown' : 'nothing'
}
