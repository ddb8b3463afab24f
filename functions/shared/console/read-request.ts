import type { TrailEntry } from '../../../domain/records/trail.ts'
import { seenOf } from '../../../domain/staff/seen.ts'
import type { Role } from '../../../domain/staff/staff.ts'
import { possibleSteps } from '../../../domain/way/steps/staff-decides.ts'
import type { RequestFacts } from '../../../views/staff/request/request-facts.ts'
import { findStanding } from '../standing/find-standing.ts'
import type { ConsoleNeeds } from './console-needs.ts'

/** Everything of one request that its page shows, whatever has just been done with it. */
export type ReadRequest = Omit<RequestFacts, 'done' | 'returned' | 'meanwhile'>

/** Whoever of staff has left a mark on a request, by name; those whom we do not know (any more) stay ids. */
const namesOf = async (staffIds: readonly string[], { staff }: Pick<ConsoleNeeds, 'staff'>) => {
  const found = await Promise.all([...new Set(staffIds)].map((staffId) => staff.find(staffId)))
  return new Map(found.flatMap((one) => (one ? [[one.staffId, one.name] as const] : [])))
}

const staffIn = (trail: readonly TrailEntry[]) => trail.flatMap(({ codes: { staffId } }) => staffId ?? [])

export const readRequest = async (
  intakeId: string,
  role: Role,
  adapters: ConsoleNeeds,
): Promise<ReadRequest | null> => {
  const { clock, emails, moment, office, referrals, trail } = adapters
  const standing = await findStanding(intakeId, adapters)
  if (standing === null) return null
  const [all, sent, entries] = await Promise.all([
    referrals.ofIntake(intakeId),
    emails.about(intakeId),
    trail.of(intakeId),
  ])
  const { intake, referral } = standing
  // The index may lag; the one that matters now was read from the table.
  const others = all.filter(({ referralId }) => referralId !== referral?.referralId)
  const marks = [
    ...staffIn(entries.rows),
    ...[...intake.notes, ...intake.attempts].map(({ staffId }) => staffId),
  ]
  return {
    intake,
    referral,
    referrals: referral ? [...others, referral] : others,
    emails: sent,
    trail: entries.rows,
    unread: entries.unread,
    names: await namesOf(marks, adapters),
    possible: possibleSteps(standing, role, moment()),
    seen: seenOf(standing),
    now: clock.iso(),
    timeZone: office.timeZone,
  }
}
