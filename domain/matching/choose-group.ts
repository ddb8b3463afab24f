import { Temporal } from 'temporal-polyfill'

import type { Format } from '../groups/format.ts'
import type { Group } from '../groups/group.ts'
import { type PlacePrices, priceOf } from '../placing/place-prices.ts'
import type { Decision, Exclusion, Reason, Suggestion } from './decision.ts'
import { type Asking, eligibilityOf, isFull } from './eligibility.ts'
import { reasonsFor, sessionsFor } from './preferences.ts'

/** Goes up when a rule or a point changes; kept with every decision. */
const matchingPolicy = 3

export const howMany = { alternatives: 2, openMeetings: 5, nearMisses: 3 } as const

/** Rules a person could let go of. What is not theirs to change (another topic, a licence) makes no near miss. */
export const couldGive: ReadonlySet<string> = new Set([
  'other-format',
  'too-far',
  'other-time',
  'wish-not-met',
])

/** A group that this person could join, with what speaks for it. */
export interface Ranked {
  group: Group
  suggestion: Suggestion
}

/** What a place costs those who need it more stands among the reasons, so that their sum stays the score. */
const costOf = ({ groupId, enrolment }: Group, prices: PlacePrices | null): Reason[] => {
  const price = enrolment === 'places' ? priceOf(prices, groupId) : null
  if (price === null) return []
  const { points, people, places } = price
  return [{ because: 'scarce', points: -points, people, places }]
}

export const suggest = (
  group: Group,
  format: Format,
  asking: Asking,
  prices: PlacePrices | null = null,
): Ranked => {
  const reasons = [...reasonsFor(group, format, asking), ...costOf(group, prices)]
  const sessions = sessionsFor(group, format, asking)
  const [first] = sessions
  return {
    group,
    suggestion: {
      groupId: group.groupId,
      groupVersion: group.version,
      name: group.name,
      format,
      sessions: sessions.map(({ session }) => session),
      timeZone: group.timeZone,
      nextSessionAt: first ? first.start.toInstant().toString() : null,
      venue:
        format === 'in-person' && group.venue
          ? { name: group.venue.name, address: group.venue.address }
          : null,
      online: format === 'in-person' ? null : group.online,
      url: group.url,
      notes: group.notes,
      score: reasons.reduce((sum, reason) => sum + reason.points, 0),
      reasons,
    },
  }
}

const startsAt = ({ suggestion }: Ranked) => suggestion.nextSessionAt ?? '9999'
const milesOf = ({ suggestion }: Ranked) =>
  suggestion.reasons.find(({ because }) => because === 'near')?.miles ?? Infinity

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** Most points first; then the soonest session, the nearest, the id: the same facts always give the same order. */
export const bestFirst = (one: Ranked, other: Ranked) =>
  other.suggestion.score - one.suggestion.score ||
  byText(startsAt(one), startsAt(other)) ||
  (milesOf(one) === milesOf(other) ? 0 : milesOf(one) - milesOf(other)) ||
  byText(one.group.groupId, other.group.groupId)

const days = 24 * 3_600_000

/** Open meetings are told of for the coming week. */
export const openWithinMs = 7 * days

/** Twice as far as someone said they can travel is worth a thought; across the country is not. */
export const isWithinThought = ({ miles }: Exclusion, { request }: Asking) =>
  miles === undefined || miles <= 2 * request.travelMiles

/** A directory lists each meeting of a week by itself; one of a name is enough of that group, the best one. */
const oneOfEachName = <Named>(list: readonly Named[], nameOf: (one: Named) => string): Named[] => {
  const seen = new Set<string>()
  return list.filter((one) => {
    const name = nameOf(one).toLowerCase()
    return !seen.has(name) && seen.add(name)
  })
}

const isWithinAWeek = ({ suggestion }: Ranked, now: Temporal.Instant) =>
  suggestion.nextSessionAt !== null &&
  Temporal.Instant.from(suggestion.nextSessionAt).epochMilliseconds - now.epochMilliseconds <= openWithinMs

export interface Sorted {
  places: Ranked[]
  full: Ranked[]
  open: Ranked[]
  near: { group: Group; exclusions: Exclusion[] }[]
  excluded: Partial<Record<Exclusion['rule'], number>>
}

/** The whole directory, sorted by what each group is for this person. */
export const sortGroups = (
  directory: readonly Group[],
  asking: Asking,
  prices: PlacePrices | null = null,
): Sorted => {
  const sorted: Sorted = { places: [], full: [], open: [], near: [], excluded: {} }
  const count = (rule: Exclusion['rule']) => (sorted.excluded[rule] = (sorted.excluded[rule] ?? 0) + 1)
  for (const group of directory) {
    const eligibility = eligibilityOf(group, asking)
    if ('exclusions' in eligibility) {
      for (const { rule } of eligibility.exclusions) count(rule)
      if (eligibility.exclusions.every((one) => couldGive.has(one.rule) && isWithinThought(one, asking)))
        sorted.near.push({ group, exclusions: eligibility.exclusions })
      continue
    }
    const ranked = suggest(group, eligibility.format, asking, prices)
    if (group.enrolment === 'open') sorted.open.push(ranked)
    else if (isFull(group)) {
      count('full')
      sorted.full.push(ranked)
    } else sorted.places.push(ranked)
  }
  return sorted
}

/** What a decision is made from beside the groups that it names. */
interface Considered {
  asking: Asking
  prices: PlacePrices | null
  groupsConsidered: number
}

/** The decision that follows from groups sorted for one person, whether by all of the directory or by the best of it. */
export const decide = (
  { places, full, open, near, excluded }: Sorted,
  { asking, prices, groupsConsidered }: Considered,
): Decision => {
  const suggestions = places.toSorted(bestFirst).map(({ suggestion }) => suggestion)
  const fewestFirst = near.toSorted(
    (one, other) =>
      one.exclusions.length - other.exclusions.length || byText(one.group.groupId, other.group.groupId),
  )
  return {
    policy: matchingPolicy,
    decidedAt: asking.now.toString({ smallestUnit: 'millisecond' }),
    home: asking.home,
    groupsConsidered,
    pricesVersion: prices?.version ?? null,
    held: suggestions[0] ?? null,
    isFull: suggestions.length === 0 && full.length > 0,
    alternatives: suggestions.slice(1, 1 + howMany.alternatives),
    openMeetings: oneOfEachName(
      open.filter((ranked) => isWithinAWeek(ranked, asking.now)).toSorted(bestFirst),
      ({ suggestion }) => suggestion.name,
    )
      .slice(0, howMany.openMeetings)
      .map(({ suggestion }) => suggestion),
    nearMisses: oneOfEachName(fewestFirst, ({ group }) => group.name)
      .slice(0, howMany.nearMisses)
      .map(({ group, exclusions }) => ({ groupId: group.groupId, name: group.name, exclusions })),
    excluded,
  }
}

/**
 * Chooses for one person: a place to hold if there is one, two alternatives, up to five open meetings of the coming week
 * that need nobody's leave, and what would fit if the person could give way on something. Pure: the same person, groups,
 * prices and moment give the same decision. It never reads the note, never uses a trait the person did not ask for, and
 * never holds a place back: a price moves a group down the list, and never off it.
 */
export const chooseGroup = (
  asking: Asking,
  directory: readonly Group[],
  prices: PlacePrices | null = null,
): Decision =>
  decide(sortGroups(directory, asking, prices), { asking, prices, groupsConsidered: directory.length })
