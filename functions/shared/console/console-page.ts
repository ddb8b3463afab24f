import { readReference } from '../../../domain/way/reference.ts'
import { pageMissing } from '../../../views/staff/message.ts'
import { type Answer, pageAnswer, seeOther } from '../answer.ts'
import type { Request } from '../http-handler.ts'
import type { SignedInStaff } from '../staff/as-staff.ts'
import { staffFrameOf } from '../staff/staff-frame.ts'
import type { ConsoleNeeds } from './console-needs.ts'
import { decide } from './decide.ts'
import { showGroups } from './show-groups.ts'
import { showInbox } from './show-inbox.ts'
import { showPrices } from './show-prices.ts'
import { answerMissing, showRequest } from './show-request.ts'

type Page = typeof showRequest | typeof showGroups | typeof decide

/** What each address about one request does. */
const pageFor = (method: string | undefined, part: string | undefined): Page | null => {
  if (part === undefined) return method === 'POST' ? decide : showRequest
  return part === '/groups' && method === 'GET' ? showGroups : null
}

/** Finds a request by what someone typed: its one right spelling is where it stands. */
const findByReference = (
  member: SignedInStaff,
  request: Request,
  typed: string,
  adapters: ConsoleNeeds,
): Promise<Answer> | Answer => {
  const reference = readReference(typed)
  return reference
    ? seeOther(`${request.base}/staff/intakes/${reference}`)
    : showInbox(member, request, adapters, typed)
}

/** The pages about people, for whoever is signed in; the same for every role. */
export const consolePage = async (
  member: SignedInStaff,
  request: Request,
  adapters: ConsoleNeeds,
): Promise<Answer> => {
  const [method] = request.route.split(' ')
  if (method === 'GET' && request.path === '/staff') return showInbox(member, request, adapters)
  if (method === 'GET' && request.path === '/staff/prices') return showPrices(member, request, adapters)
  if (method === 'GET' && request.path === '/staff/intakes')
    return findByReference(member, request, request.query['reference'] ?? '', adapters)

  const [, typed = '', part] = /^\/staff\/intakes\/([^/]+)(\/.*)?$/.exec(request.path) ?? []
  const page = pageFor(method, part)
  const reference = readReference(typed)
  if (!page || !reference) return pageAnswer(404, pageMissing(staffFrameOf(request, adapters, member)))
  const intake = await adapters.intakes.findByReference(reference)
  return intake && intake.state !== 'erased'
    ? page(member, request, intake, adapters)
    : answerMissing(member, request, reference, adapters)
}
