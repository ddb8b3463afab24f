import type { Adapters } from '../../../adapters/adapters.ts'
import type { Change, Standing } from '../../../domain/way/change.ts'
import { type Actor, type ChangeNeeds, writeChange } from './write-change.ts'

export type ErasureNeeds = ChangeNeeds & Pick<Adapters, 'tombstones'>

/** Writes an erasure and its tombstone in one transaction: from then on no late message brings the person back. */
export const writeErasure = (before: Standing, change: Change, by: Actor, adapters: ErasureNeeds) =>
  writeChange(before, change, by, adapters, [
    adapters.tombstones.bury(before.intake.intakeId, adapters.clock.iso()),
  ])
