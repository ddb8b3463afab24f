import type { Adapters } from '../../../adapters/adapters.ts'
import type { TrailEvent } from '../../../domain/records/trail.ts'

/** The line that the trail keeps of a member of staff coming or going. */
export const staffTrail = (
  staffId: string,
  event: Extract<TrailEvent, 'signed-in' | 'signed-out' | 'signed-out-everywhere' | 'sign-in-refused'>,
  { trail, clock, chance }: Pick<Adapters, 'trail' | 'clock' | 'chance'>,
  codes: Record<string, string> = {},
) =>
  trail.add({
    schema: 1,
    subjectId: `staff#${staffId}`,
    entryId: chance.newId(),
    at: clock.iso(),
    by: 'staff',
    event,
    codes,
    consentVersion: null,
  })
