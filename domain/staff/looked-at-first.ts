import type { Change, Standing } from '../way/change.ts'
import type { IntakeState } from '../way/intake.ts'

/** The letters of a change that leave the house: what staff write to themselves needs no second look. */
export const lettersToOthers = ({ messages }: Pick<Change, 'messages'>) =>
  messages.filter(({ to }) => to === 'person' || to === 'facilitator')

const ends: ReadonlySet<IntakeState> = new Set(['closed', 'withdrawn', 'erased'])

/** What cannot be taken back is looked at first: a letter that goes out, a place that is given up, a request that ends. */
export const isLookedAtFirst = (before: Standing, change: Change) =>
  lettersToOthers(change).length > 0 ||
  change.freesPlace ||
  (ends.has(change.intake.state) && before.intake.state !== change.intake.state)
