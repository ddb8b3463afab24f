import { createHash } from 'node:crypto'

import type { Group } from '../../domain/groups/group.ts'
import { type ImportPlan, planImport } from '../../domain/groups/import-plan.ts'
import type { Feed, FeedStore } from '../feed-store.ts'
import type { GroupStore } from '../group-store.ts'
import type { DirectoryReading } from './reading.ts'

/** Enough to be quick, and far below what one on-demand table takes at once. */
const writesAtOnce = 16

/** A directory that is read every night says each night that its groups are right; once a day is enough to write down. */
const freshForHours = 20

const inParallel = async <Item>(items: Item[], work: (item: Item) => Promise<void>) => {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: writesAtOnce }, worker))
}

const hoursBetween = (earlier: string, later: string) => (Date.parse(later) - Date.parse(earlier)) / 3_600_000

/** Writes what the plan says; the names of groups that someone else changed at the same moment come back, unwritten. */
const carryOut = async (plan: ImportPlan, groups: GroupStore, now: string) => {
  const stale: string[] = []
  const write = async (after: Group, before?: Group) => {
    const isDone = before ? groups.change(after, { expectedVersion: before.version }) : groups.add(after)
    if (!(await isDone)) stale.push(after.name)
  }
  const verified = plan.unchanged.filter(({ verifiedAt }) => hoursBetween(verifiedAt, now) >= freshForHours)
  await inParallel(plan.added, (group) => write(group))
  await inParallel([...plan.changed, ...plan.returned, ...plan.removed], ({ before, after }) =>
    write(after, before),
  )
  await inParallel(verified, (group) => write({ ...group, verifiedAt: now }, group))
  return stale
}

/** Takes what was read of a directory into our own records, or only says what that would do. */
export const importDirectory = async ({
  groups,
  feeds,
  reading,
  file,
  feed,
  now,
  isDryRun = false,
  allowShrink = false,
}: {
  groups: GroupStore
  feeds: FeedStore
  reading: DirectoryReading
  file: Uint8Array
  feed: Pick<Feed, 'feedId' | 'format' | 'programme' | 'timeZone'>
  now: string
  isDryRun?: boolean
  allowShrink?: boolean
}) => {
  const plan = planImport({
    current: await groups.ofFeed(feed.feedId),
    incoming: reading.groups,
    unread: reading.skipped.flatMap(({ externalId }) => externalId ?? []),
    feedId: feed.feedId,
    now,
    allowShrink,
  })
  if (isDryRun || plan.refused !== null) return { plan, stale: [] }

  const stale = await carryOut(plan, groups, now)
  const { added, changed, unchanged, returned, removed } = plan
  await feeds.put({
    schema: 1,
    ...feed,
    lastImportedAt: now,
    lastCounts: {
      added: added.length,
      changed: changed.length,
      unchanged: unchanged.length,
      returned: returned.length,
      removed: removed.length,
      skipped: reading.skipped.length,
    },
    fileHash: createHash('sha256').update(file).digest('hex'),
  })
  return { plan, stale }
}
