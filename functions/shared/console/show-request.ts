import type { TrailEntry } from '../../../domain/records/trail.ts'
import { readStepName } from '../../../domain/staff/step.ts'
import { requestMissing } from '../../../views/staff/request/missing.ts'
import { requestPage } from '../../../views/staff/request/page.ts'
import type { RequestFacts } from '../../../views/staff/request/request-facts.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import type { Request } from '../http-handler.ts'
import type { SignedInStaff } from '../staff/as-staff.ts'
import { staffFrameOf } from '../staff/staff-frame.ts'
import type { Subject } from './about-request.ts'
import type { ConsoleNeeds } from './console-needs.ts'
import { readRequest } from './read-request.ts'

/** Whoever opens a page about someone is in the trail before they see it. */
export const notePageSeen = async (
  intakeId: string,
  { staffId }: SignedInStaff,
  page: 'request' | 'groups',
  { trail, clock, chance, commit }: Pick<ConsoleNeeds, 'trail' | 'clock' | 'chance' | 'commit'>,
) => {
  const entry = trail.add({
    schema: 1,
    subjectId: intakeId,
    entryId: chance.newId(),
    at: clock.iso(),
    by: 'staff',
    event: 'page-seen',
    codes: { staffId, page },
    consentVersion: null,
  })
  if ((await commit([entry])) !== 'committed') throw new Error('A page view could not be written down.')
}

export const answerMissing = (
  member: SignedInStaff,
  request: Request,
  reference: string,
  adapters: ConsoleNeeds,
): Promise<Answer> => {
  // The page that someone comes back to who has just erased a request.
  const isErased = readStepName(request.query['done']) === 'erase'
  return pageAnswer(
    isErased ? 200 : 404,
    requestMissing(staffFrameOf(request, adapters, member), { reference, isErased }),
  )
}

/** What someone did, or the machine in their place: not what was sent, seen or brought to mind. */
const isStep = ({ event }: TrailEntry) =>
  !event.startsWith('email-') && !['page-seen', 'overdue', 'reminded', 'details-seen'].includes(event)

/** What a page is shown with beside the request itself: after a form that was not taken, or a decision. */
export interface Shown extends Partial<Pick<RequestFacts, 'done' | 'returned'>> {
  status?: 200 | 409 | 422
  /** Since when others may have been here; null when nothing of theirs stood in the way. */
  since?: string | null
}

/** The page of one request. */
export const showRequest = async (
  member: SignedInStaff,
  request: Request,
  { intakeId, reference }: Subject,
  adapters: ConsoleNeeds,
  { status = 200, since = null, done = readStepName(request.query['done']), returned = null }: Shown = {},
): Promise<Answer> => {
  await notePageSeen(intakeId, member, 'request', adapters)
  const read = await readRequest(intakeId, member.role, adapters)
  if (read === null) return answerMissing(member, request, reference, adapters)
  const meanwhile = since === null ? null : read.trail.filter((entry) => entry.at >= since && isStep(entry))
  return pageAnswer(
    status,
    requestPage(staffFrameOf(request, adapters, member), { ...read, done, returned, meanwhile }),
  )
}
