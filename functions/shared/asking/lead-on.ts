import { ages } from '../../../domain/form/choices.ts'
import type { KeptAnswers } from '../../../domain/form/kept-answers.ts'
import { type QuestionPage, pageToFollow } from '../../../domain/form/question-pages.ts'
import { tooYoung } from '../../../domain/form/too-young.ts'
import { safetyAnswers } from '../../../domain/person/safety.ts'
import { isUnsafe } from '../../../domain/person/safety.ts'
import { helpPath, pathFrom, youngPath } from '../../../views/asking-paths.ts'
import { type Frame, addressOf } from '../../../views/frame.ts'
import { type Answer, seeOther } from '../answer.ts'
import { type AskingNeeds, hrefOf, keeping, lettingGo } from './asking.ts'
import { unfinished } from './unfinished.ts'

interface Answered {
  asked: QuestionPage
  /** All answers, with those of this page. */
  kept: KeptAnswers
  cameFromCheck: boolean
}

/** Where answers that can be used lead: past the help lines, or to others who can help a child. */
export const leadOn = (
  frame: Frame,
  { asked, kept, cameFromCheck }: Answered,
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
