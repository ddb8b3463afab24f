import type { Message } from '../../letters/email.ts'
import { type EraseReason, erasedIntake, erasedReferral, hearsOfErasure } from '../../person/erasure.ts'
import type { Moment } from '../../time/moment.ts'
import { type Change, type Standing, endReferral, unchanged, withEvent } from '../change.ts'
import { mayMove } from '../intake-moves.ts'
import type { EndReason, ReferralState } from '../referral.ts'

interface Erasure {
  because: EraseReason | 'kept-long-enough'
  by: 'person' | 'staff' | 'machine'
}

const endOf = (because: Erasure['because'], state: ReferralState | undefined): EndReason => {
  if (because === 'kept-long-enough') return because
  if (because !== 'person-asked') return 'request-ended'
  return state === 'attended' ? 'no-longer-comes' : 'person-says-no'
}

/**
 * Deletes what someone told us, at once: their place goes on, a leader who knew of them hears that there is nothing more
 * to do, and they get one last note where that is safe and they asked for it. What is left is only what these letters are
 * written from; the sweeper deletes that as well when they are out.
 */
export const erase = (standing: Standing, { because, by }: Erasure, moment: Moment): Change | null => {
  const { intake, referral } = standing
  if (!mayMove(by, intake.state, 'erased')) return null
  const ended = endReferral(unchanged(standing), 'withdraw', endOf(because, referral?.state), by, moment)
  const hears = because === 'person-asked' && hearsOfErasure(intake)
  // What stands in their calendar is taken out by the last note itself.
  const isInCalendar = ended.messages.some(({ template }) => template === 'invitation-cancelled')
  const note: Message = { to: 'person', template: 'erased', isAboutReferral: isInCalendar }
  return withEvent(
    {
      ...ended,
      intake: erasedIntake(intake, hears, moment),
      referral: ended.freesPlace && ended.referral ? erasedReferral(ended.referral) : ended.referral,
      messages: [...ended.messages.filter(({ to }) => to !== 'person'), ...(hears ? [note] : [])],
    },
    'erased',
    { because },
  )
}
