import { ages, limits, safetyAnswers } from '../../../domain/intake-form.ts'
import { isUnsafe } from '../../../domain/intake.ts'
import type { KeptAnswers } from '../../../domain/kept-answers.ts'
import { type QuestionPage, pageOfField, pageToFollow } from '../../../domain/question-pages.ts'
import { type FormProblem, readIntakeForm } from '../../../domain/read-intake-form.ts'
import { tooYoung } from '../../../domain/too-young.ts'
import { helpPath, pathFrom, youngPath } from '../../../views/asking-paths.ts'
import type { Answers } from '../../../views/form/answers.ts'
import { type Frame, addressOf } from '../../../views/frame.ts'
import { noCookiePage } from '../../../views/pages/asking-ended.ts'
import { formUnreadable, fromElsewhere, tooLarge } from '../../../views/pages/message.ts'
import { questionPage } from '../../../views/pages/question.ts'
import { type Answer, pageAnswer, seeOther } from '../answer.ts'
import { readFormBody } from '../form-body.ts'
import { isFromElsewhere } from '../from-elsewhere.ts'
import { type Request, frameOf } from '../http-handler.ts'
import { answersOfPage, withPage } from './answers-of-page.ts'
import {
  type AskingNeeds,
  cameFromCheck,
  hrefOf,
  keeping,
  lettingGo,
  page,
  withoutAnswers,
} from './asking.ts'
import { newlyKept, readKept } from './kept-answers.ts'
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

/** Where answers that can be used lead: past the help lines, or to others who can help a child. */
const leadOn = (
  frame: Frame,
  { asked, kept, cameFromCheck }: Omit<Taken, 'sent'>,
  adapters: AskingNeeds,
): Promise<Answer> => {
  const to = (path: string) => seeOther(addressOf(frame, path))
  if (asked === 'about') {
    const age = ages.find((one) => one === kept.answers['age']?.[0])
    const young = age && tooYoung({ age }, adapters.minors)
    if (young) return lettingGo(to(young === 'under-13' ? '/under-13' : '/under-18'))
    if (age === '13-17') return keeping(kept, to(pathFrom(youngPath, { cameFromCheck })), adapters)
  }
  if (asked === 'safety') {
    const safety = safetyAnswers.find((one) => one === kept.answers['safety']?.[0])
    if (safety && isUnsafe({ safety }))
      return keeping(kept, to(pathFrom(helpPath, { cameFromCheck })), adapters)
  }
  const next = pageToFollow(asked, unfinished(kept), cameFromCheck)
  return keeping(kept, seeOther(hrefOf(frame, next, { cameFromCheck })), adapters)
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
  if (found === 'none' && asked === 'about') return page(noCookiePage(frame, sent))
  if (typeof found === 'string' && asked !== 'about') return withoutAnswers(frame, found)

  // What the first page asks needs no answer from before, so that its own are never lost.
  const kept = typeof found === 'string' ? newlyKept(adapters) : found
  const taken = { asked, kept, sent, cameFromCheck: cameFromCheck(request) }
  const other = sent['changeLanguage']?.[0]
  if (other) {
    const otherFrame: Frame = { ...frame, language: other === 'es' ? 'es' : 'en' }
    return keeping(kept, page(again(otherFrame, { ...taken, problems: [] })), adapters)
  }
  const answered = { ...kept, answers: withPage(kept.answers, asked, answersOfPage(sent, asked)) }
  const read = readIntakeForm(unfinished(answered))
  const problems = 'form' in read ? [] : read.problems.filter(({ field }) => pageOfField(field) === asked)
  return problems.length > 0
    ? keeping(kept, pageAnswer(422, again(frame, { ...taken, problems })), adapters)
    : leadOn(frame, { ...taken, kept: answered }, adapters)
}
