import { statusPage } from '../../../views/pages/status.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import type { Request } from '../http-handler.ts'
import type { CodeCheck } from '../person/check-code.ts'
import { type StatusNeeds, type StatusView, openStatus, stageFacts, statusClosed } from './open-status.ts'

/** The page that whoever holds the link may see, with what was wrong with a code. */
export const statusAnswer = (
  status: number,
  view: StatusView,
  check: CodeCheck | null,
  adapters: Pick<StatusNeeds, 'clock' | 'office'>,
) =>
  pageAnswer(
    status,
    statusPage(view.frame, {
      ...stageFacts(view, adapters),
      codeProblem: check?.is === 'missing' || check?.is === 'wrong' ? check.is : null,
      triesLeft: check?.is === 'wrong' ? check.triesLeft : null,
    }),
  )

/** What whoever holds the link may see: the stage and the next date. Opening it changes nothing. */
export const showStatus = async (request: Request, adapters: StatusNeeds): Promise<Answer> => {
  const view = await openStatus(request, adapters)
  return view ? statusAnswer(200, view, null, adapters) : statusClosed(request, adapters)
}
