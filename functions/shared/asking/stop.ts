import { addressOf } from '../../../views/frame.ts'
import { fromElsewhere } from '../../../views/pages/message.ts'
import { type Answer, pageAnswer, seeOther } from '../answer.ts'
import { isFromElsewhere } from '../from-elsewhere.ts'
import { type Request, frameOf } from '../http-handler.ts'
import { type AskingNeeds, lettingGo } from './asking.ts'

/** Lets go of all answers, whatever they were. */
export const stop = async (request: Request, adapters: AskingNeeds): Promise<Answer> => {
  const frame = frameOf(request, adapters)
  if (isFromElsewhere(request)) return pageAnswer(403, fromElsewhere(frame))
  return lettingGo(seeOther(addressOf(frame, '/stopped')))
}
