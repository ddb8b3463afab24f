import { type QuestionPage, pageToShow } from '../../../domain/form/question-pages.ts'
import { questionPage } from '../../../views/pages/question.ts'
import { askingWords } from '../../../views/words/asking-words.ts'
import { type Answer, seeOther } from '../answer.ts'
import { type Request, frameOf } from '../http-handler.ts'
import { type AskingNeeds, cameFromCheck, hrefOf, keeping, page, withoutAnswers } from './asking.ts'
import { newlyKept, readKept } from './kept-answers.ts'
import { unfinished, wordingFor } from './unfinished.ts'

/** Shows a page of questions, or the first one that has to be answered before it. */
export const showQuestions = async (
  request: Request,
  asked: QuestionPage,
  adapters: AskingNeeds,
): Promise<Answer> => {
  const frame = frameOf(request, adapters)
  const found = await readKept(request, adapters)
  if (typeof found === 'string' && asked !== 'about') return withoutAnswers(frame, found)
  const kept = typeof found === 'string' ? newlyKept(adapters) : found

  const came = { cameFromCheck: cameFromCheck(request) }
  const to = pageToShow(asked, unfinished(kept))
  if (to !== asked) return seeOther(hrefOf(frame, to, came))
  const { answers } = kept
  const facts = { page: asked, wording: wordingFor(answers), answers, ...came }
  const { cleared } = askingWords(frame.language, 'you').asking
  const notice = found === 'time-over' ? { notice: cleared.atFirst } : {}
  return keeping(kept, page(questionPage(frame, { ...facts, ...notice })), adapters)
}
