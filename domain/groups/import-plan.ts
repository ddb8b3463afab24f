import { type Group, type GroupFacts, freePlaces } from './group.ts'

interface Incoming {
  externalId: string
  facts: GroupFacts
  /** Null when the directory does not say: what staff have set then stands. */
  status: 'active' | 'paused' | null
}

interface Change {
  before: Group
  after: Group
}

/** What an import would do. Nothing of it is done when it is refused. */
export interface ImportPlan {
  added: Group[]
  changed: Change[]
  unchanged: Group[]
  /** Named again after having been gone. They keep their id and the places that are taken. */
  returned: Change[]
  /** No longer named: they stay in the records as gone, so that people who were referred there can still be told. */
  removed: Change[]
  /** Named in a row that could not be read, and left as they are. */
  kept: Group[]
  refused: string | null
}

/** Fewer groups than this can all change at once without anything being wrong. */
const fewestToDoubt = 10

/** Ids of other directories can hold anything; what goes into an id of ours must stand in an address. */
const groupIdOf = (feedId: string, externalId: string) => `${feedId}/${encodeURIComponent(externalId)}`

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One text for equal facts, whatever order a database gives their names back in. */
const canonical = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) =>
    isPlainObject(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** The facts a group can be matched or excluded by. A place held on older ones is refused; a new note or link is not. */
const matchedOn = ({ status, venue, ...group }: Group) => ({
  status,
  topics: group.topics,
  ledBy: group.ledBy,
  keptFor: group.keptFor,
  offers: group.offers,
  languages: group.languages,
  minimumAge: group.minimumAge,
  maximumAge: group.maximumAge,
  formats: group.formats,
  timeZone: group.timeZone,
  sessions: group.sessions,
  startsOn: group.startsOn,
  position: venue && [venue.latitude, venue.longitude],
  enrolment: group.enrolment,
  capacity: group.capacity,
  costCents: group.costCents,
  licensedStates: group.licensedStates,
})

const withVersion = (before: Group, after: Group): Group =>
  canonical(matchedOn(before)) === canonical(matchedOn(after))
    ? after
    : { ...after, version: before.version + 1 }

const isSame = (before: Group, after: Group) =>
  canonical({ ...before, verifiedAt: '' }) === canonical({ ...after, verifiedAt: '' })

/** Never believes a directory that has suddenly lost most of its groups: it is far more often the download that failed. */
const refusal = (current: Group[], incoming: number, removed: number, allowShrink: boolean) => {
  if (incoming === 0) return 'There is no group in this file, so nothing was changed.'
  const known = current.filter(({ status }) => status !== 'gone').length
  if (allowShrink || known < fewestToDoubt || removed * 2 <= known) return null
  return (
    `This file leaves out ${removed} of the ${known} groups we have from it, which looks like half a download, ` +
    'so nothing was changed. If they have really ended, import it again with --allow-shrink.'
  )
}

/**
 * Compares what a directory says with what we have of it. Places taken are never touched: they belong to the people
 * who hold them.
 */
export const planImport = ({
  current,
  incoming,
  unread = [],
  feedId,
  now,
  allowShrink = false,
}: {
  current: Group[]
  incoming: Incoming[]
  /** Ids of rows that are there but could not be read. */
  unread?: string[]
  feedId: string
  now: string
  allowShrink?: boolean
}): ImportPlan => {
  const known = new Map(current.map((group) => [group.groupId, group]))
  const named = new Set<string>()
  const plan: Omit<ImportPlan, 'refused'> = {
    added: [],
    changed: [],
    unchanged: [],
    returned: [],
    removed: [],
    kept: [],
  }

  for (const { externalId, facts, status } of incoming) {
    const groupId = groupIdOf(feedId, externalId)
    named.add(groupId)
    const before = known.get(groupId)
    const standing = before === undefined || before.status === 'gone' ? 'active' : before.status
    const told = { ...facts, status: status ?? standing, verifiedAt: now }
    if (before === undefined) {
      plan.added.push({ ...told, schema: 1, groupId, feedId, externalId, placesTaken: 0, version: 1 })
      continue
    }
    const after = withVersion(before, { ...before, ...told })
    if (before.status === 'gone') plan.returned.push({ before, after })
    else if (isSame(before, after)) plan.unchanged.push(before)
    else plan.changed.push({ before, after })
  }

  const unreadIds = new Set(unread.map((externalId) => groupIdOf(feedId, externalId)))
  for (const before of current) {
    if (named.has(before.groupId) || before.status === 'gone') continue
    if (unreadIds.has(before.groupId)) plan.kept.push(before)
    else plan.removed.push({ before, after: withVersion(before, { ...before, status: 'gone' }) })
  }

  return { ...plan, refused: refusal(current, incoming.length, plan.removed.length, allowShrink) }
}

/** Groups that have, after an import, a place that nobody who waits has been looked at for. */
export const groupsWithPlaces = ({ added, changed, returned }: ImportPlan): string[] =>
  [...added, ...changed.map(({ after }) => after), ...returned.map(({ after }) => after)]
    .filter((group) => group.status === 'active' && group.enrolment === 'places' && freePlaces(group) > 0)
    .map(({ groupId }) => groupId)
