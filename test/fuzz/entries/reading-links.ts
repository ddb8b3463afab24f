import { equal, ok } from 'node:assert/strict'

import fc from 'fast-check'

import { type LinkPurpose, linkSigner } from '../../../adapters/link-signer.ts'
import { entry } from '../entry.ts'
import { brokenText, oddText } from '../odd.ts'

const now = Date.parse('2026-11-23T17:00:00Z')
const hour = 3_600_000
const id = '019ab123-4567-7abc-8def-0123456789ab'
const ring = JSON.stringify({
  1: 'an older key that only the tests use, long',
  2: 'a newer key that only the tests use, long',
})
const links = linkSigner(
  () => Promise.resolve(ring),
  () => now,
)
const elsewhere = linkSigner(
  () => Promise.resolve(JSON.stringify({ 2: 'a key of somebody else, who made up a ring' })),
  () => now,
)

const purposes: readonly LinkPurpose[] = [
  'sent',
  'sent-urgent',
  'status',
  'status-pass',
  'offer',
  'offer-pass',
  'check-in',
  'stop',
  'facilitator',
  'facilitator-pass',
]

interface Link {
  purpose: LinkPurpose
  token: string
}

/** Private links, read for each purpose: none opens but one of ours, for this purpose, in time. */
export const readingLinks = async () => {
  const opening = new Map<string, LinkPurpose>()
  const others: string[] = []
  for (const purpose of purposes) {
    opening.set(await links.sign(purpose, id, now + hour), purpose)
    others.push(await links.sign(purpose, id, now - hour), await elsewhere.sign(purpose, id, now + hour))
  }
  const right = fc.constantFrom(...opening.keys())
  const tokens = fc.oneof(
    { weight: 2, arbitrary: right },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
    { weight: 6, arbitrary: brokenText(right) },
    { weight: 2, arbitrary: oddText },
  )
  return entry<Link>({
    share: 40,
    first: purposes.flatMap((purpose) =>
      [...opening.keys(), ...others, ''].map((token) => ({ purpose, token })),
    ),
    inputs: fc.record({ purpose: fc.constantFrom(...purposes), token: tokens }),
    mustReach: purposes.flatMap((purpose) => ['open', 'expired', 'forged'].map((is) => `${purpose} ${is}`)),
    async give({ purpose, token }) {
      const read = await links.read(purpose, token)
      equal(typeof read === 'object', opening.get(token) === purpose)
      if (typeof read === 'object') equal(read.id, id)
      if (read === 'expired') ok(others.includes(token))
      return [`${purpose} ${typeof read === 'string' ? read : 'open'}`]
    },
  })
}
