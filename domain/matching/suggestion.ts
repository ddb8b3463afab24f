import { Temporal } from 'temporal-polyfill'

import { nextStart } from '../groups/schedule.ts'
import type { Suggestion } from './decision.ts'

/**
 * A suggestion as it reads at this moment. It was written down on the day of the choice; the session that was next then
 * may be over. One that has yet to begin keeps its day.
 */
export const asOf = (suggestion: Suggestion, now: Temporal.Instant): Suggestion => {
  const { nextSessionAt, sessions, timeZone } = suggestion
  if (nextSessionAt === null || Temporal.Instant.compare(Temporal.Instant.from(nextSessionAt), now) > 0)
    return suggestion
  const starts = sessions
    .map((session) => nextStart(session, timeZone, now).toInstant())
    .toSorted((one, other) => Temporal.Instant.compare(one, other))
  return { ...suggestion, nextSessionAt: starts[0]?.toString() ?? null }
}

/** Minutes of a session when the directory does not say. */
const usualMinutes = 90

export const sessionMinutes = ({ sessions }: Suggestion) => sessions[0]?.durationMinutes ?? usualMinutes
