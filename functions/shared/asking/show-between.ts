import { type QuestionPage, pageToFollow } from '../../../domain/form/question-pages.ts'
import { safetyAnswers } from '../../../domain/person/safety.ts'
import { keepGoingPage, youngPage } from '../../../views/pages/keep-going.ts'
import { type Answer, seeOther } from '../answer.ts'
import { type Request, frameOf } from '../http-handler.ts'
import { type AskingNeeds, cameFromCheck, hrefOf, keeping, page, withoutAnswers } from './asking.ts'
import { readKept } from './kept-answers.ts'
import { unfinished, wordingFor } from './unfinished.ts'

/** What stands between the page that someone answered and the next one: where the form goes on, and back. */
const wayOn = async (request: Request, after: QuestionPage, adapters: AskingNeeds) => {
  const frame = frameOf(request, adapters)
  const kept = await readKept(request, adapters)
  if (typeof kept === 'string') return { frame, answer: await withoutAnswers(frame, kept) }
  const came = { cameFromCheck: cameFromCheck(request) }
  const next = pageToFollow(after, unfinished(kept), came.cameFromCheck)
  return { frame, kept, way: { wording: wordingFor(kept.answers), next, ...came } }
}

/** The help lines, for whoever said that they are not safe; nobody else has anything to do here. */
export const showHelp = async (request: Request, adapters: AskingNeeds): Promise<Answer> => {
  const { frame, answer, kept, way } = await wayOn(request, 'safety', adapters)
  if (answer) return answer
  const safety = safetyAnswers.find((one) => one === kept.answers['safety']?.[0])
  if (safety === undefined) return seeOther(hrefOf(frame, 'safety'))
  return keeping({ ...kept, helpSeen: true }, page(keepGoingPage(frame, { ...way, safety })), adapters)
}

export const showYoung = async (request: Request, adapters: AskingNeeds): Promise<Answer> => {
  const { frame, answer, kept, way } = await wayOn(request, 'about', adapters)
  return answer ?? keeping(kept, page(youngPage(frame, way)), adapters)
}
