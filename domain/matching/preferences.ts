import { Temporal } from 'temporal-polyfill'

import type { Format } from '../groups/format.ts'
import type { Group } from '../groups/group.ts'
import type { Session } from '../groups/schedule.ts'
import { saysWhat } from '../groups/topic.ts'
import type { Strength, Wish } from '../groups/wish.ts'
import type { Reason } from './decision.ts'
import { type Asking, milesTo, offersWish, sessionsThatFit, startFor } from './eligibility.ts'

/**
 * What each thing in a group's favour is worth. Whole points, so that the sentences add up to the score and any two
 * engines agree. What the person asked for weighs most; being near and soon decides between groups that both suit.
 */
export const points = {
  topic: 400,
  moreTopics: 80,
  wish: 120,
  time: 120,
  nearest: 160,
  soonest: 80,
  thisWeek: 40,
} as const

/** What being this near is worth to someone who can travel so far: most at the door, nothing just past the end of it. */
export const nearPoints = (miles: number, travelMiles: number) =>
  Math.max(0, Math.round(points.nearest * (1 - miles / (travelMiles + 1))))

/** What it is worth that the first session is this many whole days away. */
export const soonPoints = (days: number) => (days < 3 ? points.soonest : days < 7 ? points.thisWeek : 0)

/** The sessions worth telling this person of, the one they could come to first at the front. */
export const sessionsFor = (
  group: Group,
  format: Format,
  asking: Asking,
): { session: Session; start: Temporal.ZonedDateTime }[] => {
  const fitting = sessionsThatFit(group, format, asking)
  return (fitting.length > 0 ? fitting : group.sessions)
    .map((session) => ({ session, start: startFor(session, group, format, asking) }))
    .toSorted((one, other) => Temporal.ZonedDateTime.compare(one.start, other.start))
}

/** What speaks for a group that this person may be offered. */
export const reasonsFor = (group: Group, format: Format, asking: Asking): Reason[] => {
  const { request, home, now } = asking
  const reasons: Reason[] = [{ because: 'topic', points: points.topic }]

  const topics = request.topics.filter((topic) => saysWhat(topic) && group.topics.includes(topic)).length
  if (topics > 1)
    reasons.push({ because: 'more-topics', points: points.moreTopics * (topics - 1), count: topics - 1 })

  for (const [wish] of Object.entries(request.wishes) as [Wish, Strength][])
    if (offersWish(group, wish, request.otherLanguage) || group.keptFor.some((kept) => kept === wish))
      reasons.push({ because: 'wish', points: points.wish, wish })

  if (!request.times.includes('not-sure') && sessionsThatFit(group, format, asking).length > 0)
    reasons.push({ because: 'time', points: points.time })

  const miles = format === 'in-person' ? milesTo(group, home) : null
  if (miles !== null) {
    const near = nearPoints(miles, request.travelMiles)
    if (near > 0) reasons.push({ because: 'near', points: near, miles: Math.ceil(miles) })
  }

  const [first] = sessionsFor(group, format, asking)
  if (first) {
    const days = Math.floor(now.until(first.start.toInstant()).total('hours') / 24)
    const soon = soonPoints(days)
    if (soon > 0) reasons.push({ because: 'soon', points: soon, days })
  }
  return reasons
}
