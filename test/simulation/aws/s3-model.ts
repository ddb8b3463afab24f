import type { FoundObject } from '../../../adapters/object-store.ts'
import type { Group } from '../../../domain/groups/group.ts'
import { pack } from '../../../domain/matching/snapshot/pack.ts'
import type { Chance } from '../chance.ts'
import type { Trouble } from './trouble.ts'

/** What the clock packs again, whatever happened (functions/triggers.ts). */
const packedEveryMs = 15 * 60_000

interface Given {
  now: () => number
  chance: Chance
  trouble: () => Trouble
  groups: () => readonly Group[]
}

/**
 * The one object of S3: the packed groups, as somebody finds them who asks. They may be from a moment ago or from before
 * anything that happened since; nobody may have packed them for hours, or ever; and there may be something else.
 */
export const s3Model = ({ now, chance, trouble, groups }: Given) => {
  let packed: (FoundObject & { atMs: number }) | null = null
  let made = 0

  const renew = () => {
    const ageMs = packed === null ? Infinity : now() - packed.atMs
    const isDue = ageMs > packedEveryMs || chance.happens(0.3)
    if (!isDue || chance.happens(trouble().notPacked)) return
    const bytes = pack(groups(), new Date(now()).toISOString())
    if (chance.happens(trouble().badlyPacked)) bytes.fill(0, chance.between(0, bytes.length))
    made += 1
    packed = { atMs: now(), bytes, etag: `"${made}"` }
  }

  return {
    get: (unless: string | undefined): FoundObject | 'unchanged' | null => {
      renew()
      return packed && packed.etag === unless ? 'unchanged' : packed
    },
  }
}
