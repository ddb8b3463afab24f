import { isFieldAsked } from '../../../domain/form/asked-fields.ts'
import type { IntakeForm } from '../../../domain/form/intake-form.ts'
import type { KeptAnswers } from '../../../domain/form/kept-answers.ts'
import { fieldsOfPage, firstUnanswered, questionPages } from '../../../domain/form/question-pages.ts'
import { readIntakeForm } from '../../../domain/form/read-intake-form.ts'
import type { Answers } from '../../../views/form/answers.ts'
import type { Frame } from '../../../views/frame.ts'
import { checkPage } from '../../../views/pages/check.ts'
import { type Answer, seeOther } from '../answer.ts'
import { type Request, frameOf } from '../http-handler.ts'
import { namesOf } from './answers-of-page.ts'
import { type AskingNeeds, hrefOf, keeping, page, withoutAnswers } from './asking.ts'
import { readKept } from './kept-answers.ts'
import { unfinished, wordingFor } from './unfinished.ts'

/** Shows every answer once more, or the first page that is not answered yet. */
export const showCheck = async (request: Request, adapters: AskingNeeds): Promise<Answer> => {
  const frame = frameOf(request, adapters)
  const kept = await readKept(request, adapters)
  if (typeof kept === 'string') return withoutAnswers(frame, kept)
  const read = readIntakeForm(unfinished(kept))
  if ('problems' in read)
    return seeOther(hrefOf(frame, firstUnanswered(unfinished(kept)) ?? 'about', { cameFromCheck: false }))
  const wording = wordingFor(kept.answers)
  const { form } = read
  return keeping(kept, page(checkPage(frame, { form, wording, sent: sentFrom(kept, form, frame) })), adapters)
}

/** What "Send" sends: what is shown, and not what was typed before the person changed their mind. */
const sentFrom = (kept: KeptAnswers, form: IntakeForm, { language }: Frame): Answers => {
  const asked = questionPages
    .flatMap((page) => fieldsOfPage[page])
    .filter((field) => isFieldAsked(field, form))
    .flatMap(namesOf)
    .flatMap((name) => (kept.answers[name] ? [[name, kept.answers[name]] as const] : []))
  return {
    submissionId: [kept.submissionId],
    language: [language],
    wording: [wordingFor(kept.answers)],
    ...(kept.helpSeen && { helpSeen: ['yes'] }),
    ...Object.fromEntries(asked),
  }
}
