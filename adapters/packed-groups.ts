import type { Group } from '../domain/groups/group.ts'
import { pack } from '../domain/matching/snapshot/pack.ts'
import type { ObjectStore } from './object-store.ts'

/** Beside the packing stands when the reading of its groups began. */
const readAtNote = 'read-at'

/** So many others cannot have been packing in the same moment. */
const mostTries = 5

/**
 * Packs the groups and puts them where matchers look for them. `readAt` is when their reading began: a packing never takes
 * the place of one whose groups were read later, whichever of the two took longer.
 */
export const packedGroups = (store: Pick<ObjectStore, 'head' | 'put'>, at: string) => ({
  async publish(groups: readonly Group[], readAt: string): Promise<'published' | 'newer-is-there'> {
    const bytes = pack(groups, readAt)
    for (let tries = 0; tries < mostTries; tries += 1) {
      const there = await store.head(at)
      if (there && (there.notes[readAtNote] ?? '') > readAt) return 'newer-is-there'
      const given = { bytes, notes: { [readAtNote]: readAt }, inPlaceOf: there?.etag ?? null }
      if (await store.put(at, given)) return 'published'
    }
    throw new Error('The packed groups could not be put: something else was there each time.')
  },
})
