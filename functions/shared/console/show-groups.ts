import { seenOf } from '../../../domain/staff/seen.ts'
import { possibleSteps } from '../../../domain/way/steps/staff-decides.ts'
import { groupsPage } from '../../../views/staff/groups.ts'
import type { Returned } from '../../../views/staff/request/request-facts.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import type { Request } from '../http-handler.ts'
import { log } from '../log.ts'
import type { SignedInStaff } from '../staff/as-staff.ts'
import { staffFrameOf } from '../staff/staff-frame.ts'
import { findStanding } from '../standing/find-standing.ts'
import type { Subject } from './about-request.ts'
import type { ConsoleNeeds } from './console-needs.ts'
import { rankFor } from './group-choice.ts'
import { answerMissing, notePageSeen } from './show-request.ts'

interface Shown {
  status?: 200 | 409 | 422
  returned?: Returned | null
  /** The name of a group that was picked and has no place any more. */
  taken?: string | null
}

/** Every group that staff can pick for someone now, best first, each with its reasons. */
export const showGroups = async (
  member: SignedInStaff,
  request: Request,
  { intakeId, reference }: Subject,
  adapters: ConsoleNeeds,
  { status = 200, returned = null, taken = null }: Shown = {},
): Promise<Answer> => {
  const { clock, directory, moment } = adapters
  await notePageSeen(intakeId, member, 'groups', adapters)
  const standing = await findStanding(intakeId, adapters)
  if (standing === null) return answerMissing(member, request, reference, adapters)
  const { rows, unread } = await directory.freshGroups()
  if (unread > 0) log('groups-unreadable', { count: unread })
  return pageAnswer(
    status,
    groupsPage(staffFrameOf(request, adapters, member), {
      ...(await rankFor(standing.intake, standing.referral?.groupId ?? null, rows, adapters)),
      intake: standing.intake,
      free: new Map(rows.map(({ groupId, capacity, placesTaken }) => [groupId, capacity - placesTaken])),
      isPossible: possibleSteps(standing, member.role, moment()).has('other-group'),
      seen: seenOf(standing),
      now: clock.iso(),
      unread,
      returned,
      taken,
    }),
  )
}
