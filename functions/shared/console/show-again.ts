import { readStepName } from '../../../domain/staff/step.ts'
import { typed } from '../../../views/form/answers.ts'
import type { Answer } from '../answer.ts'
import { readFormBody } from '../form-body.ts'
import type { Request } from '../http-handler.ts'
import type { SignedInStaff } from '../staff/as-staff.ts'
import type { Subject } from './about-request.ts'
import type { ConsoleNeeds } from './console-needs.ts'
import { showGroups } from './show-groups.ts'
import { answerMissing, showRequest } from './show-request.ts'
import { type WeighNeeds, weigh } from './weigh.ts'

const isIso = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)

/**
 * A form that was not taken, with everything that was typed, and why: what to put right, what someone else did meanwhile,
 * or that the place is taken. It is a page whatever the form comes to by now, so that no browser is ever sent in circles.
 */
export const showAgain = async (
  member: SignedInStaff,
  request: Request,
  subject: Subject,
  adapters: ConsoleNeeds & WeighNeeds,
): Promise<Answer> => {
  const sent = readFormBody(request.body)
  const step = readStepName(sent['step']?.[0])
  const weighed = await weigh({ member, subject, sent }, adapters)
  const comesBack = step === 'other-group' ? showGroups : showRequest
  switch (weighed.is) {
    case 'gone':
      return answerMissing(member, request, subject.reference, adapters)
    case 'wrong': {
      const returned = { step, sent, problems: weighed.problems }
      return comesBack(member, request, subject, adapters, { status: 422, returned })
    }
    case 'too-late': {
      const shownAt = typed(sent, 'shownAt')
      const since = isIso(shownAt) ? shownAt : adapters.clock.iso()
      const returned = { step, sent, problems: [] }
      return showRequest(member, request, subject, adapters, { status: 409, returned, since, done: null })
    }
    case 'taken':
      return showGroups(member, request, subject, adapters, { status: 409, taken: weighed.group })
    case 'possible':
      // What stood in its way a moment ago does so no longer: whoever sent it presses once more.
      return comesBack(member, request, subject, adapters, {
        status: 409,
        returned: { step, sent, problems: [] },
      })
  }
}
