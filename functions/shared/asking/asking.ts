import type { Adapters } from '../../../adapters/adapters.ts'
import type { KeptAnswers } from '../../../domain/form/kept-answers.ts'
import type { QuestionPage } from '../../../domain/form/question-pages.ts'
import { checkPath, pathOfPage } from '../../../views/asking-paths.ts'
import { type Frame, addressOf } from '../../../views/frame.ts'
import type { Html } from '../../../views/html.ts'
import { alreadySentPage, clearedPage } from '../../../views/pages/asking-ended.ts'
import { type Answer, pageAnswer, seeOther } from '../answer.ts'
import { noCookie } from '../cookies.ts'
import type { Request } from '../http-handler.ts'
import { type readKept, keptCookie } from './kept-answers.ts'

export type AskingNeeds = Pick<Adapters, 'chance' | 'minors' | 'organisation' | 'seals'> & {
  clock: Adapters['watch']
}

/** Whether a page was opened from the check, to change one answer there. */
export const cameFromCheck = ({ query }: Request) => query['from'] === 'check'

export const hrefOf = (frame: Frame, to: QuestionPage | 'check', came = { cameFromCheck: false }) =>
  addressOf(frame, to === 'check' ? checkPath : pathOfPage(to, came))

/** An answer, after which the browser keeps these answers for another hour. */
export const keeping = async (
  kept: KeptAnswers,
  answer: Promise<Answer> | Answer,
  adapters: AskingNeeds,
): Promise<Answer> => ({ ...(await answer), cookies: [await keptCookie(kept, adapters)] })

/** An answer, after which the browser keeps nothing. */
export const lettingGo = async (answer: Promise<Answer> | Answer): Promise<Answer> => ({
  ...(await answer),
  cookies: [noCookie('__Host-answers')],
})

export const page = (html: Html) => pageAnswer(200, html)

/** For a page that needs answers where there are none. */
export const withoutAnswers = (
  frame: Frame,
  gone: Exclude<Awaited<ReturnType<typeof readKept>>, KeptAnswers>,
): Promise<Answer> => {
  if (gone === 'sent') return page(alreadySentPage(frame))
  if (gone === 'none') return Promise.resolve(seeOther(hrefOf(frame, 'about')))
  return lettingGo(page(clearedPage(frame, gone)))
}
