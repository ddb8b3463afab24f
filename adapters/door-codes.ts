import { createHmac, timingSafeEqual } from 'node:crypto'

import { readKeys } from './keys.ts'

const digits = 6

const codeBy = (secret: string, referralId: string, issuedAt: string) => {
  const mac = createHmac('sha256', secret).update(`door-code\0${referralId}\0${issuedAt}`).digest()
  return String(mac.readUIntBE(0, 6) % 10 ** digits).padStart(digits, '0')
}

/**
 * The one-time codes that group leaders get by e-mail. They follow from a referral and the moment one was asked for, so
 * no code is kept anywhere, and the e-mail can be written when it is sent.
 */
export const doorCodes = (readRing: () => Promise<string>) => ({
  async codeOf(referralId: string, issuedAt: string): Promise<string> {
    const [{ secret }] = readKeys(await readRing())
    return codeBy(secret, referralId, issuedAt)
  },

  /** By every key of the ring: one that is new since the e-mail was written must not lock anyone out. */
  async isCode(typed: string, referralId: string, issuedAt: string): Promise<boolean> {
    if (!/^\d{6}$/.test(typed)) return false
    const keys = readKeys(await readRing())
    return keys
      .map(({ secret }) =>
        timingSafeEqual(Buffer.from(typed), Buffer.from(codeBy(secret, referralId, issuedAt))),
      )
      .includes(true)
  },
})
