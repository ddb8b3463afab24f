import { doorCodeOver } from '../../../domain/way/door-code.ts'
import type { DoorProblem } from '../../../views/pages/facilitator-door.ts'
import type { Answer } from '../answer.ts'
import { passEnd } from '../private-links.ts'
import { untilUnchanged } from '../until-unchanged.ts'
import { showDoor } from './door.ts'
import {
  type FacilitatorNeeds,
  type OpenReferred,
  type Visit,
  facilitatorTrail,
  findReferred,
} from './referred.ts'
import { cardAnswer } from './show-card.ts'

type Tried = { opened: OpenReferred } | { refused: DoorProblem | null }

/** Every wrong try is counted before it is answered; the right one is used up in the transaction that opens the card. */
const tryCode = async (referralId: string, typed: string, adapters: FacilitatorNeeds): Promise<Tried> => {
  const { clock, commit, doorCodes, referrals } = adapters
  let tried: Tried = { refused: null }
  await untilUnchanged(async () => {
    const referred = await findReferred(referralId, adapters)
    if (!referred?.isOpen) return 'done'
    const { referral } = referred
    const { doorCode } = referral
    const over = doorCodeOver(doorCode, clock.instant())
    if (over !== null || doorCode === null) {
      tried = { refused: over }
      return 'done'
    }
    const isRight = await doorCodes.isCode(typed, referralId, doorCode.issuedAt)
    const after = isRight ? { ...doorCode, used: true } : { ...doorCode, misses: doorCode.misses + 1 }
    const result = await commit([
      referrals.change(referral, { ...referral, doorCode: after }),
      facilitatorTrail(referral, isRight ? 'facilitator-code-used' : 'facilitator-code-refused', adapters),
      ...(isRight ? [facilitatorTrail(referral, 'facilitator-card-seen', adapters)] : []),
    ])
    if (result !== 'committed') return 'changed-meanwhile'
    tried = isRight ? { opened: referred } : { refused: doorCodeOver(after, clock.instant()) ?? 'wrong' }
    return 'done'
  })
  return tried
}

/** The link and the code together open the card, for half an hour. */
export const openCard = async (visit: Visit, adapters: FacilitatorNeeds): Promise<Answer> => {
  const typed = (visit.sent['code']?.[0] ?? '').replace(/\D/g, '')
  if (typed.length !== 6) return showDoor(visit, adapters, 'missing')
  const tried = await tryCode(visit.referralId, typed, adapters)
  if ('refused' in tried) return showDoor(visit, adapters, tried.refused)
  const pass = await adapters.links.sign('facilitator-pass', visit.referralId, passEnd(adapters.clock.now()))
  return cardAnswer(visit, tried.opened, { pass }, adapters)
}
