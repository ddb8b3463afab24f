import type { Temporal } from 'temporal-polyfill'

import type { Suggestion } from './decision.ts'
import { isoOf } from './moment.ts'
import { nextStart } from './schedule.ts'

/** The next times a group meets, soonest first: those from which someone's first session is picked. */
export const comingSessions = (
  { sessions, timeZone }: Pick<Suggestion, 'sessions' | 'timeZone'>,
  now: Temporal.Instant,
  count: number,
): string[] => {
  const coming = new Set<string>()
  for (const session of sessions) {
    let start = nextStart(session, timeZone, now)
    for (let week = 0; week < count; week += 1) {
      coming.add(isoOf(start.toInstant()))
      start = nextStart(session, timeZone, start.toInstant())
    }
  }
  return [...coming].toSorted().slice(0, count)
}
