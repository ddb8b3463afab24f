import { createHmac, timingSafeEqual } from 'node:crypto'

import { parse, stringify } from 'uuid'

import { readKeys } from './keys.ts'

/**
 * What a link is good for. A link of one purpose never opens another. It names an intake, or for `offer`, `offer-pass`,
 * `facilitator` and `facilitator-pass` a referral.
 */
export type LinkPurpose =
  | 'sent'
  | 'sent-urgent'
  | 'status'
  | 'status-pass'
  | 'offer'
  | 'offer-pass'
  | 'check-in'
  | 'stop'
  | 'facilitator'
  | 'facilitator-pass'

export type LinkReading = { id: string; expiresAtMs: number } | 'expired' | 'forged'

/** 128 bits: nobody guesses them, and the link still fits on two lines of a mail. */
const macBytes = 16

const macOf = (secret: string, purpose: LinkPurpose, payload: Uint8Array) =>
  createHmac('sha256', secret).update(`${purpose}\0`).update(payload).digest().subarray(0, macBytes)

/**
 * Signs private links and reads them back. A token is the number of its key, then the id and the moment it
 * ends (seconds), then the signature. Whoever holds a link can show it; nothing about the person stands in it.
 */
export const linkSigner = (readRing: () => Promise<string>, now: () => number) => ({
  /** The same id, purpose and end always give the same link, as long as the key is the same. */
  async sign(purpose: LinkPurpose, id: string, expiresAtMs: number): Promise<string> {
    const [{ number, secret }] = readKeys(await readRing())
    const payload = Buffer.alloc(20)
    payload.set(parse(id), 0)
    payload.writeUInt32BE(Math.floor(expiresAtMs / 1000), 16)
    return `${number}.${payload.toString('base64url')}.${macOf(secret, purpose, payload).toString('base64url')}`
  },

  async read(purpose: LinkPurpose, token: string): Promise<LinkReading> {
    const parts = /^(\d{1,4})\.([\w-]{27})\.([\w-]{22})$/.exec(token)
    const key = readKeys(await readRing()).find(({ number }) => number === parts?.[1])
    if (!parts?.[2] || !parts[3] || !key) return 'forged'
    const payload = Buffer.from(parts[2], 'base64url')
    if (!timingSafeEqual(macOf(key.secret, purpose, payload), Buffer.from(parts[3], 'base64url')))
      return 'forged'
    const expiresAtMs = payload.readUInt32BE(16) * 1000
    return expiresAtMs <= now() ? 'expired' : { id: stringify(payload.subarray(0, 16)), expiresAtMs }
  },
})
