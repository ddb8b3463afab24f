import { closedMinutes } from '../../domain/form/kept-answers.ts'
import type { Language } from '../../domain/person/language.ts'
import { addressOf } from '../../views/frame.ts'
import { type ClosedFacts, closedPage } from '../../views/pages/closed.ts'
import { type Answer, pageAnswer, seeOther } from './answer.ts'
import { cookie, cookieIn, noCookie } from './cookies.ts'
import { type Request, languageOf } from './http-handler.ts'

const isClosed = (request: Request) => cookieIn(request, '__Host-closed') !== undefined

/** Away to another site: the answers are let go of, and for a while Back and the history show nothing of ours. */
export const leave = (leaveTo: string): Answer => ({
  ...seeOther(leaveTo),
  cookies: [noCookie('__Host-answers'), cookie('__Host-closed', 'yes', closedMinutes * 60)],
})

/** For the person who comes back, or who left by mistake. */
export const openAgain = (request: Request): Answer => ({
  ...seeOther(addressOf({ base: request.base, language: languageOf(request) }, '/')),
  cookies: [noCookie('__Host-closed')],
})

const closed = ({ base }: Request, language: Language, facts: ClosedFacts) =>
  pageAnswer(200, closedPage({ base, language }, facts))

/** The answers of a function whose pages a person sees. While these are closed nothing is shown, and nothing is done. */
export const unlessClosed =
  <Needs>(answer: (request: Request, adapters: Needs) => Promise<Answer>) =>
  async (request: Request, adapters: Needs): Promise<Answer> => {
    if (!isClosed(request)) return answer(request, adapters)
    const came = request.route.startsWith('POST ') ? 'not-taken' : null
    return closed(request, languageOf(request), { came })
  }

/**
 * A form that was sent while the pages are closed comes from another tab, by a press on "Send". It is taken if it would
 * be taken otherwise, and whoever looks learns that something arrived, or that it did not, but not what.
 */
export const takenButClosed = async (
  request: Request,
  language: Language,
  answer: Promise<Answer>,
): Promise<Answer> => {
  const { status } = await answer
  return isClosed(request)
    ? closed(request, language, { came: status === 303 ? 'arrived' : 'not-taken' })
    : answer
}
