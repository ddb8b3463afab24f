import { type FacilitatorSays, facilitatorStep, isSaidAlready } from '../../../domain/way/facilitator-says.ts'
import { type SessionProblem, firstSessionAt } from '../../../domain/way/first-session.ts'
import { type Referral, groupDeclineReasons } from '../../../domain/way/referral.ts'
import type { Answers } from '../../../views/form/answers.ts'
import { typed } from '../../../views/form/answers.ts'
import type { CardProblem } from '../../../views/pages/facilitator-card.ts'
import { writeChange } from '../standing/write-change.ts'
import { untilUnchanged } from '../until-unchanged.ts'
import { type FacilitatorNeeds, findReferred } from './referred.ts'

/** What the card says of each thing that can be wrong with a first session; one at a time. */
const problemOn: Record<SessionProblem['field'], (found: SessionProblem) => CardProblem> = {
  session: () => 'required',
  date: ({ problem }) =>
    problem === 'past' ? 'passed' : problem === 'too-far-ahead' ? 'too-late' : 'date-format',
  time: () => 'time-format',
}

/** What a leader pressed on the card: something said, something to put right, or nothing but a wish to look again. */
export const readSaid = (
  sent: Answers,
  { suggestion }: Referral,
  { clock }: Pick<FacilitatorNeeds, 'clock'>,
): { said: FacilitatorSays } | { problem: CardProblem } | null => {
  const action = typed(sent, 'action')
  switch (action) {
    case 'came':
    case 'missed':
    case 'no-longer-comes':
      return { said: { is: action } }
    case 'declined': {
      const because = groupDeclineReasons.find((reason) => reason === typed(sent, 'because'))
      return because ? { said: { is: 'declined', because } } : { problem: 'because' }
    }
    case 'first-session': {
      const session = typed(sent, 'session')
      const asked = { session, date: typed(sent, 'otherDate'), time: typed(sent, 'otherTime') }
      const read = firstSessionAt(asked, suggestion, clock.instant())
      if ('at' in read) return { said: { is: 'first-session', at: read.at } }
      return { problem: read.problems[0] ? problemOn[read.problems[0].field](read.problems[0]) : 'required' }
    }
    default:
      return null
  }
}

/** Takes the step that a leader asks for, if it is still possible; what is so already is done as well. */
export const takeStep = async (
  referralId: string,
  said: FacilitatorSays,
  adapters: FacilitatorNeeds,
): Promise<'done' | 'not-possible'> => {
  let outcome: 'done' | 'not-possible' = 'not-possible'
  await untilUnchanged(async () => {
    const referred = await findReferred(referralId, adapters)
    if (referred === null) return 'done'
    const { referral, standing, isOpen } = referred
    if (isSaidAlready(referral, said)) {
      outcome = 'done'
      return 'done'
    }
    const change = isOpen ? facilitatorStep(standing, said, adapters.moment()) : null
    if (change === null) return 'done'
    const result = await writeChange(standing, change, { is: 'facilitator' }, adapters)
    if (result !== 'done') return 'changed-meanwhile'
    outcome = 'done'
    return 'done'
  })
  return outcome
}
