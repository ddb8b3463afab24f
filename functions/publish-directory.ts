import middy from '@middy/core'

import type { Made } from '../adapters/outside.ts'
import { clock, groups, packedGroups } from '../adapters/parts.ts'
import type { Group } from '../domain/groups/group.ts'
import { connection } from './shared/connection.ts'
import { log } from './shared/log.ts'

const needs = { clock, groups, packedGroups }
type Needs = Made<typeof needs>

/**
 * Packs every group there is, full and paused ones as well, for a place may be freed before the next packing. Runs that
 * meet do no harm: of two packings the one that was read later stays.
 */
export const publishDirectory = async ({ clock, groups, packedGroups }: Needs) => {
  const readAt = clock.iso()
  const all: Group[] = []
  let unread = 0
  for await (const page of groups.every({ isConsistent: true })) {
    all.push(...page.rows)
    unread += page.unread.length
  }
  return { result: await packedGroups.publish(all, readAt), count: all.length, unread }
}

export const handler = middy<unknown, void>().handler(async () => {
  const { result, count, unread } = await publishDirectory(connection(needs))
  // One that cannot be read is left out: it must not keep all others from being found.
  if (unread > 0) log('groups-unreadable', { count: unread })
  log('directory-published', { code: result, count })
})
