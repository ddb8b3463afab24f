import { limits } from '../../../domain/form/choices.ts'
import type { KeptAnswers } from '../../../domain/form/kept-answers.ts'
import { type QuestionPage, pageOfField } from '../../../domain/form/question-pages.ts'
import { type FormProblem, readIntakeForm } from '../../../domain/form/read-intake-form.ts'
import type { Answers } from '../../../views/form/answers.ts'
import type { Frame } from '../../../views/frame.ts'
import { noCookiePage } from '../../../views/pages/asking-ended.ts'
import { formUnreadable, fromElsewhere, tooLarge } from '../../../views/pages/message.ts'
import { questionPage } from '../../../views/pages/question.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import { readFormBody } from '../form-body.ts'
import { isFromElsewhere } from '../from-elsewhere.ts'
import { type Request, frameOf } from '../http-handler.ts'
import { answersOfPage, withPage } from './answers-of-page.ts'
import { type AskingNeeds, cameFromCheck, keeping, page, withoutAnswers } from './asking.ts'
import { newlyKept, readKept } from './kept-answers.ts'
import { leadOn } from './lead-on.ts'
import { unfinished, wordingFor } from './unfinished.ts'

/** Why a form is not read at all, as a page; null for one that is. */
const refusalOf = (request: Request, frame: Frame): Promise<Answer> | null => {
  if (isFromElsewhere(request)) return pageAnswer(403, fromElsewhere(frame))
  if (request.bodyBytes > limits.bodyBytes) return pageAnswer(413, tooLarge(frame))
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')
    ? null
    : pageAnswer(415, formUnreadable(frame))
}

/** The page once more, with everything that was typed on it. */
const again = (
  frame: Frame,
  { asked, kept, sent, problems, cameFromCheck }: Taken & { problems: readonly FormProblem[] },
) => {
  const answers = withPage(kept.answers, asked, sent)
  return questionPage(frame, { page: asked, wording: wordingFor(answers), answers, problems, cameFromCheck })
}

interface Taken {
  asked: QuestionPage
  /** What was answered before. */
  kept: KeptAnswers
  /** What this page sent. */
  sent: Answers
  cameFromCheck: boolean
}

/** Takes the answers of one page and leads on; they come back as they were typed when one cannot be used. */
export const takeAnswers = async (
  request: Request,
  asked: QuestionPage,
  adapters: AskingNeeds,
): Promise<Answer> => {
  const frame = frameOf(request, adapters)
  const refusal = refusalOf(request, frame)
  if (refusal) return refusal
  const sent = readFormBody(request.body)
  const found = await readKept(request, adapters)
  const other = sent['changeLanguage']?.[0]
  const inOther: Frame = { ...frame, language: other === 'es' ? 'es' : 'en' }
  if (found === 'none' && asked === 'about') return page(noCookiePage(other ? inOther : frame, sent))
  if (typeof found === 'string' && asked !== 'about') return withoutAnswers(frame, found)

  // What the first page asks needs no answer from before, so that its own are never lost.
  const kept = typeof found === 'string' ? newlyKept(adapters) : found
  const taken = { asked, kept, sent, cameFromCheck: cameFromCheck(request) }
  if (other) return keeping(kept, page(again(inOther, { ...taken, problems: [] })), adapters)

  const answered = { ...kept, answers: withPage(kept.answers, asked, answersOfPage(sent, asked)) }
  const read = readIntakeForm(unfinished(answered))
  const problems = 'form' in read ? [] : read.problems.filter(({ field }) => pageOfField(field) === asked)
  return problems.length > 0
    ? keeping(kept, pageAnswer(422, again(frame, { ...taken, problems })), adapters)
    : leadOn(frame, { ...taken, kept: answered }, adapters)
}
