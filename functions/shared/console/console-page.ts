import { readReference } from '../../../domain/way/reference.ts'
import { pageMissing, signedInAgain } from '../../../views/staff/message.ts'
import { type Answer, pageAnswer, seeOther } from '../answer.ts'
import type { Request } from '../http-handler.ts'
import type { SignedInStaff } from '../staff/as-staff.ts'
import { staffFrameOf } from '../staff/staff-frame.ts'
import { addressOf, findSubject, toItsPage, typedReference } from './about-request.ts'
import type { ConsoleNeeds } from './console-needs.ts'
import { showAgain } from './show-again.ts'
import { showGroups } from './show-groups.ts'
import { showInbox } from './show-inbox.ts'
import { showPrices } from './show-prices.ts'
import { answerMissing, showRequest } from './show-request.ts'
import type { WeighNeeds } from './weigh.ts'

type Needs = ConsoleNeeds & WeighNeeds

const missing = (member: SignedInStaff, request: Request, adapters: Needs) =>
  pageAnswer(404, pageMissing(staffFrameOf(request, adapters, member)))

/** Finds a request by what someone typed: its one right spelling is where it stands. */
const findByReference = (member: SignedInStaff, request: Request, adapters: Needs) => {
  const typed = request.query['reference'] ?? ''
  const reference = readReference(typed)
  return reference ? seeOther(addressOf(request, reference)) : showInbox(member, request, adapters, typed)
}

/** A page about someone; for what is no request, or none any more, the page that says so. */
const about =
  (page: typeof showRequest | typeof showGroups | typeof showAgain) =>
  async (member: SignedInStaff, request: Request, adapters: Needs): Promise<Answer> => {
    const reference = readReference(typedReference(request))
    if (reference === null) return missing(member, request, adapters)
    const subject = await findSubject(request, adapters)
    return subject
      ? page(member, request, subject, adapters)
      : answerMissing(member, request, reference, adapters)
  }

/** The pages of whoever is signed in; the same for every role. */
export const consolePage = async (
  member: SignedInStaff,
  request: Request,
  adapters: Needs,
): Promise<Answer> => {
  switch (request.route) {
    case 'GET /staff':
      return showInbox(member, request, adapters)
    case 'GET /staff/prices':
      return showPrices(member, request, adapters)
    case 'GET /staff/again':
      return pageAnswer(200, signedInAgain(staffFrameOf(request, adapters, member)))
    case 'GET /staff/intakes':
      return findByReference(member, request, adapters)
    case 'GET /staff/intakes/{reference}':
      return about(showRequest)(member, request, adapters)
    case 'GET /staff/intakes/{reference}/groups':
      return about(showGroups)(member, request, adapters)
    case 'POST /staff/intakes/{reference}/again':
      return about(showAgain)(member, request, adapters)
    case 'GET /staff/intakes/{reference}/again':
      // The page of a form that came back, opened anew: there is no form any more.
      return toItsPage(request)
    default:
      return missing(member, request, adapters)
  }
}
