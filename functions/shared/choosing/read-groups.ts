import type { Readable } from '../../../adapters/rows.ts'
import type { Group } from '../../../domain/groups/group.ts'
import { log } from '../log.ts'

/** Groups that were read. One that cannot be is left out, and said aloud: it must cost nobody their match. */
export const readGroups = async (reading: Promise<Readable<Group>>): Promise<Group[]> => {
  const { rows, unread } = await reading
  if (unread > 0) log('groups-unreadable', { count: unread })
  return rows
}
