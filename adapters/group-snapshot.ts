import { type Snapshot, openSnapshot } from '../domain/matching/snapshot/open.ts'
import type { ObjectStore } from './object-store.ts'

/** Why there is no snapshot to be used. */
export type WithoutSnapshot =
  | 'missing'
  | 'old'
  | 'unreachable'
  | Extract<ReturnType<typeof openSnapshot>, { unreadable: unknown }>['unreadable']

/** It is looked for anew after this long: a small question, as long as nothing has changed. */
const freshForMs = 30_000

/** Packed every 15 minutes, whether anything changed or not: what is older than this shows that nobody packs any more. */
const oldAfterMs = 45 * 60_000

interface Known {
  etag: string
  found: ReturnType<typeof openSnapshot>
}

/**
 * The packed groups, as each running function knows them. There is no failure: whoever chooses a group reads the table
 * instead, and says so by `tellWithout`, once each time that it was looked for.
 */
export const groupSnapshot = (store: Pick<ObjectStore, 'get'>, at: string, now: () => number) => {
  let known: Known | null = null
  let failure: 'unreachable' | null = null
  /** Counted from the end of a look: where S3 takes longer than half a minute, not everyone waits for it. */
  let lookedAt = -Infinity
  let looking: Promise<void> | null = null

  /** While S3 is away, what is known stays known: how old it may become is not said here. */
  const look = async () => {
    try {
      const got = await store.get(at, known?.etag)
      if (got !== 'unchanged') known = got && { etag: got.etag, found: openSnapshot(got.bytes) }
      failure = null
    } catch {
      failure = 'unreachable'
    }
    lookedAt = now()
    looking = null
  }

  const judged = (): Snapshot | WithoutSnapshot => {
    if (known === null) return failure ?? 'missing'
    if ('unreadable' in known.found) return known.found.unreadable
    return now() - Date.parse(known.found.about.packedAt) > oldAfterMs ? 'old' : known.found
  }

  return {
    async current(tellWithout: (because: WithoutSnapshot) => void): Promise<Snapshot | null> {
      const isTime = looking === null && (now() - lookedAt > freshForMs || now() < lookedAt)
      if (isTime) looking = look()
      await looking
      const answer = judged()
      if (typeof answer !== 'string') return answer
      if (isTime) tellWithout(answer)
      return null
    },
  }
}
