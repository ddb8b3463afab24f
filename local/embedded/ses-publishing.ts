import { setTimeout as sleep } from 'node:timers/promises'

import type { SesEvent } from './ses-events.ts'
import type { Kept } from './ses-mailbox.ts'

const longestWaitMs = 5000

/** Hands each event over until it is taken, the events of one mail in order, as SNS would. */
export const startPublishing = (
  take: ((event: SesEvent) => Promise<void>) | undefined,
  save: (entry: Kept) => Promise<void>,
) => {
  const stopping = new AbortController()
  const under = new Set<Promise<void>>()

  const offer = async (event: SesEvent) => {
    for (let wait = 50; !stopping.signal.aborted; wait = Math.min(wait * 2, longestWaitMs)) {
      try {
        await take?.(event)
        return true
      } catch {
        await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
    return false
  }

  const publishAll = async (entry: Kept) => {
    while (entry.unpublished[0] && (await offer(entry.unpublished[0]))) {
      entry.unpublished.shift()
      if (entry.unpublished.length === 0) await save(entry)
    }
  }

  return {
    isUnderWay: () => under.size > 0,
    publish: (entry: Kept) => {
      const mine = publishAll(entry).finally(() => under.delete(mine))
      under.add(mine)
    },
    stop: async () => {
      stopping.abort()
      await Promise.allSettled(under)
    },
  }
}
