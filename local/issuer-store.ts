import type { Adapter, AdapterPayload } from 'oidc-provider'

/** Where the issuer keeps sessions, grants and codes: in memory, for one run. Each kind has a store of its own. */
export const issuerStore = () => {
  const kinds = new Map<string, Map<string, AdapterPayload>>()

  return (kind: string): Adapter => {
    const kept = kinds.get(kind) ?? new Map<string, AdapterPayload>()
    kinds.set(kind, kept)
    const findBy = async (name: 'uid' | 'userCode', value: string) =>
      [...kept.values()].find((payload) => payload[name] === value)

    return {
      upsert: async (id, payload) => void kept.set(id, payload),
      find: async (id) => kept.get(id),
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (userCode) => findBy('userCode', userCode),
      async consume(id) {
        const payload = kept.get(id)
        // When it was used does not matter here; that it was, does: a code is good for one exchange.
        if (payload) payload.consumed = true
      },
      destroy: async (id) => void kept.delete(id),
      async revokeByGrantId(grantId) {
        for (const [id, payload] of kept) if (payload.grantId === grantId) kept.delete(id)
      },
    }
  }
}
