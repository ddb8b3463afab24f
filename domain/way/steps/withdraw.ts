import { onlyTasks } from '../../staff/tasks.ts'
import { type Moment, isoOf } from '../../time/moment.ts'
import { type Change, type Standing, endReferral, unchanged, withEvent } from '../change.ts'
import { stopFollowUp } from '../follow-up.ts'
import { mayMove } from '../intake-moves.ts'

/**
 * "I don't need this any more": a place that is held goes on, and nobody has anything to do with this person from now on.
 * What they told us is kept as long as that of anyone whose request has ended.
 */
export const withdraw = (standing: Standing, by: 'person' | 'staff', moment: Moment): Change | null => {
  const { intake, referral } = standing
  if (!mayMove(by, intake.state, 'withdrawn')) return null
  const because = referral?.state === 'attended' ? 'no-longer-comes' : 'person-says-no'
  const ended = endReferral(unchanged(standing), 'withdraw', because, by, moment)
  return withEvent(
    {
      ...ended,
      intake: {
        ...onlyTasks(ended.intake),
        state: 'withdrawn',
        needsStaffBecause: null,
        waiting: null,
        followUp: stopFollowUp(ended.intake.followUp, 'request-ended'),
        sentAgain: [],
        closed: intake.closed ?? { because: 'person-says-no', at: isoOf(moment.now) },
      },
    },
    'withdrawn',
  )
}
