import { type Moment, isoOf } from '../../time/moment.ts'
import { type Change, type Standing, personHears, unchanged, withEvent, withStaffTask } from '../change.ts'
import { waitingFrom } from '../outcome.ts'
import { lookAgainEveryMinutes, newsEveryDays } from '../promises.ts'

/** What the sweeper does for someone who waits: lets the machine look again, and once a month lets them know. */
export const waitingIsDue = (standing: Standing, moment: Moment): Change | null => {
  const { intake } = standing
  if (intake.state !== 'waiting') return null
  const { now } = moment
  // Rows of an earlier version wait without clocks of their own.
  const waiting = intake.waiting ?? { ...waitingFrom(now), lookAt: isoOf(now) }
  const looks = waiting.lookAt <= isoOf(now)
  const tells = waiting.newsAt <= isoOf(now)
  if (!looks && !tells) return null
  const change: Change = {
    ...unchanged(standing),
    intake: {
      ...intake,
      waiting: {
        since: waiting.since,
        lookAt: looks ? isoOf(now.add({ minutes: lookAgainEveryMinutes })) : waiting.lookAt,
        newsAt: tells ? isoOf(now.add({ hours: 24 * newsEveryDays })) : waiting.newsAt,
      },
    },
    looksAgain: looks,
  }
  return tells
    ? withStaffTask(personHears(change, 'still-looking', moment), 'find-another-way', moment)
    : change
}

/** Nothing fits someone who waits, with or without a free place: waiting would not help, so staff find another way. */
export const nothingFits = (standing: Standing, moment: Moment): Change => {
  const change: Change = {
    ...unchanged(standing),
    intake: { ...standing.intake, state: 'needs-staff', needsStaffBecause: 'no-group-fits', waiting: null },
  }
  return withEvent(withStaffTask(change, 'find-another-way', moment), 'given-to-staff', {
    because: 'no-group-fits',
  })
}
