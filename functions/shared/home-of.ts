import type { Adapters } from '../../adapters/adapters.ts'
import { zoneOfState } from '../../domain/groups/us-state.ts'
import type { Home } from '../../domain/matching/decision.ts'
import type { SubmittedIntake } from '../../domain/way/intake.ts'

/** Where a person sets out from. Null when neither ZIP code nor state says: a member of staff asks. */
export const homeOf = (
  { request }: Pick<SubmittedIntake, 'request'>,
  { zips }: Pick<Adapters, 'zips'>,
): Home | null => {
  const known = request.zip === null ? null : zips.find(request.zip)
  if (known || request.usState === null) return known
  return { latitude: null, longitude: null, timeZone: zoneOfState[request.usState], usState: request.usState }
}
