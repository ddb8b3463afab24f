import { type KeptAnswers, isTimeOver, keptAnswersSchema } from '../../../domain/form/kept-answers.ts'
import { cookie, cookieIn, sentMark } from '../cookies.ts'
import type { Request } from '../http-handler.ts'
import type { AskingNeeds } from './asking.ts'

type Needs = Pick<AskingNeeds, 'clock' | 'seals'>

/** Why there are no answers: none were given, they were sent, their time is over, or the cookie is none of ours. */
type Gone = 'none' | 'sent' | 'time-over' | 'not-here'

export const readKept = async (request: Request, { clock, seals }: Needs): Promise<KeptAnswers | Gone> => {
  const sealed = cookieIn(request, '__Host-answers')
  if (!sealed) return 'none'
  if (sealed === sentMark) return 'sent'
  const kept = await seals.open('answers', sealed, keptAnswersSchema)
  if (kept === null) return 'not-here'
  return isTimeOver(kept, clock.now()) ? 'time-over' : kept
}

export const newlyKept = ({ chance, clock }: Pick<AskingNeeds, 'chance' | 'clock'>): KeptAnswers => ({
  schema: 1,
  submissionId: chance.newId(),
  seenAt: clock.iso(),
  helpSeen: false,
  answers: {},
})

/** It has no end of its own in the browser, which lets go of it when it is closed: what is sealed in it decides. */
export const keptCookie = async (kept: KeptAnswers, { clock, seals }: Needs) =>
  cookie('__Host-answers', await seals.seal('answers', { ...kept, seenAt: clock.iso() }))
