import { type Moment, isoOf } from '../time/moment.ts'
import type { Change, Standing } from './change.ts'
import { followUpLookAt } from './follow-up.ts'
import { lookAtOf } from './next-action.ts'
import { facilitatorIsDue } from './steps/attendance.ts'
import { checkInIsDue } from './steps/check-in.ts'
import { offerIsDue } from './steps/offer.ts'
import { staffAreLate } from './steps/overdue.ts'
import { waitingIsDue } from './steps/waiting.ts'

type Due = (standing: Standing, moment: Moment) => Change | null

const referralIsDue: Due = (standing, moment) => {
  const next = standing.referral?.next
  const lookAt = next ? lookAtOf(next) : null
  if (lookAt === null || lookAt > isoOf(moment.now)) return null
  return offerIsDue(standing, moment) ?? facilitatorIsDue(standing, moment)
}

const followUpIsDue: Due = (standing, moment) => {
  const { followUp } = standing.intake
  const lookAt = followUp && followUpLookAt(followUp)
  return lookAt !== null && lookAt <= isoOf(moment.now) ? checkInIsDue(standing, moment) : null
}

/**
 * Who is asked comes before who is reminded: an offer that has ended needs nobody's reminder. Someone whose offer ends now
 * has not waited yet, so waiting comes first.
 */
const clocks: readonly Due[] = [waitingIsDue, referralIsDue, followUpIsDue, staffAreLate]

const and = (one: Change, other: Change): Change => ({
  ...other,
  freesPlace: one.freesPlace || other.freesPlace,
  messages: [...one.messages, ...other.messages],
  events: [...one.events, ...other.events],
  looksAgain: one.looksAgain || other.looksAgain,
})

/** Everything that has come due for one person, as one change; null when nothing has. */
export const whatIsDue = (standing: Standing, moment: Moment): Change | null =>
  clocks.reduce<Change | null>((before, clock) => {
    const change = clock(
      before ? { ...standing, intake: before.intake, referral: before.referral } : standing,
      moment,
    )
    return before && change ? and(before, change) : (change ?? before)
  }, null)
