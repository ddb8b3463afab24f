import { type FacilitatorSays, facilitatorMay } from '../../../domain/way/facilitator-says.ts'
import { comingSessions, sessionsToPick } from '../../../domain/way/first-session.ts'
import { referralCardOf } from '../../../domain/way/referral-card.ts'
import type { Referral } from '../../../domain/way/referral.ts'
import { type CardProblem, facilitatorCardPage } from '../../../views/pages/facilitator-card.ts'
import { type EndedBecause, facilitatorEndedPage } from '../../../views/pages/facilitator-ended.ts'
import { facilitatorEnded, linkClosed } from '../../../views/pages/message.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import {
  type FacilitatorNeeds,
  type OpenReferred,
  type Visit,
  facilitatorTrail,
  findReferred,
} from './referred.ts'

/** What a leader said and we noted, or could not. */
type Noted = FacilitatorSays['is'] | 'not-possible'

interface Shown {
  pass: string
  noted?: Noted
  problem?: CardProblem
}

/** The card itself. Whoever calls has written down that it is seen. */
export const cardAnswer = (
  { frame, sent }: Visit,
  { referral, standing }: OpenReferred,
  { pass, noted, problem }: Shown,
  { clock, moment, part2Notice }: FacilitatorNeeds,
): Promise<Answer> => {
  const card = referralCardOf(standing.intake, referral)
  // Nobody comes here without consent; if ever somebody did, this is where it ends.
  if (card === null) return pageAnswer(200, facilitatorEnded(frame))
  return pageAnswer(
    problem ? 422 : 200,
    facilitatorCardPage(frame, {
      card,
      group: referral.suggestion,
      state: referral.state,
      firstSessionAt: referral.firstSessionAt,
      may: facilitatorMay(standing, moment()),
      sessions: comingSessions(referral.suggestion, clock.instant(), sessionsToPick),
      pass,
      // What ends a referral has a page of its own.
      noted: noted && noted !== 'declined' && noted !== 'no-longer-comes' ? noted : null,
      problem: problem ?? null,
      answers: problem ? sent : {},
      part2Notice,
    }),
  )
}

const endedBecause = ({ ended }: Referral, noted: Noted | undefined): EndedBecause => {
  if (noted === 'declined' || noted === 'no-longer-comes') return noted
  return ended === null || ended.by === 'machine' ? 'staff' : ended.by
}

/** Shows the card as things stand now, once the trail says so; or that this referral has ended, and through whom. */
export const showCard = async (visit: Visit, shown: Shown, adapters: FacilitatorNeeds): Promise<Answer> => {
  const referred = await findReferred(visit.referralId, adapters)
  if (referred === null) return pageAnswer(404, linkClosed(visit.frame))
  const { referral, isOpen, standing } = referred
  if (!isOpen)
    return pageAnswer(
      200,
      facilitatorEndedPage(visit.frame, {
        reference: standing.intake.reference,
        because: endedBecause(referral, shown.noted),
      }),
    )
  await adapters.commit([facilitatorTrail(referral, 'facilitator-card-seen', adapters)])
  return cardAnswer(visit, referred, shown, adapters)
}
