import type { Adapters } from '../../../adapters/adapters.ts'
import type { SignedIn, StaffFrame } from '../../../views/staff/frame.ts'
import type { Request } from '../http-handler.ts'

/** What a page of the console is set in; without anyone for those that are shown to whoever is not signed in. */
export const staffFrameOf = (
  { base }: Request,
  { organisation }: Pick<Adapters, 'organisation'>,
  staff: SignedIn | null = null,
): StaffFrame => ({ base, organisationName: organisation.name, staff })
