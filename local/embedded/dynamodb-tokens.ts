import { createHash } from 'node:crypto'

import { AwsError } from './aws-error.ts'
import type { Changes } from './dynamodb-draft.ts'
import type { Engine } from './dynamodb-engine.ts'
import { startingWith, tokenPrefix } from './dynamodb-keys.ts'

/** How long DynamoDB remembers a ClientRequestToken. */
const rememberedMs = 10 * 60 * 1000

type Use = { fingerprint: string; at: number }

const fingerprintOf = (request: string) => createHash('sha256').update(request).digest('base64url')

/** A transaction sent again with its token is not done again, nor after a crash: tokens are written with the rows. */
export const openTokens = async (engine: Engine, now: () => number) => {
  const kept: Array<[string, Use]> = []
  for await (const [key, use] of engine.store.db.iterator(startingWith(tokenPrefix)))
    kept.push([key, use as Use])
  /** Oldest first, so that forgetting looks only at what it forgets. */
  const uses = new Map(kept.toSorted(([, a], [, b]) => a.at - b.at))

  engine.watch((changes) => {
    for (const [key, use] of changes) {
      if (!key.startsWith(tokenPrefix)) continue
      uses.delete(key)
      if (use) uses.set(key, use as Use)
    }
  })

  return {
    isRepeat: (token: string, request: string) => {
      const use = uses.get(tokenPrefix + token)
      if (!use || now() - use.at > rememberedMs) return false
      if (use.fingerprint === fingerprintOf(request)) return true
      throw new AwsError(
        'IdempotentParameterMismatchException',
        'The request uses the same client token as a previous, but non-identical request.',
      )
    },
    remember: (token: string, request: string, changes: Changes) => {
      for (const [key, { at }] of uses) {
        if (now() - at <= rememberedMs) break
        changes.set(key, undefined)
      }
      changes.set(tokenPrefix + token, { fingerprint: fingerprintOf(request), at: now() })
    },
  }
}
