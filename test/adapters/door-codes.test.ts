import { describe, expect, it } from 'vitest'

import { doorCodes } from '../../adapters/door-codes.ts'

const referralId = '019ab123-4567-7abc-8def-00000000000a'
const issuedAt = '2026-11-23T17:00:00.000Z'
const first = { 1: 'a key that only the tests use, long enough' }
const rotated = { ...first, 2: 'the next key that only the tests use, too' }

const codesBy = (ring: object) => doorCodes(async () => JSON.stringify(ring))

describe('a code for the door', () => {
  it('is six digits, other ones for each referral and each time it is asked for', async () => {
    const codes = codesBy(first)
    const code = await codes.codeOf(referralId, issuedAt)

    expect(code).toMatch(/^\d{6}$/)
    expect(await codes.codeOf(referralId, issuedAt)).toBe(code)
    expect(await codes.codeOf(referralId, '2026-11-23T17:00:00.001Z')).not.toBe(code)
    expect(await codes.codeOf(referralId.replace('a', 'b'), issuedAt)).not.toBe(code)
  })

  it('still opens when the keys were rotated after it was sent', async () => {
    const sent = await codesBy(first).codeOf(referralId, issuedAt)
    const after = codesBy(rotated)

    expect(await after.isCode(sent, referralId, issuedAt)).toBe(true)
    expect(await after.codeOf(referralId, issuedAt)).not.toBe(sent)
    expect(await after.isCode(await after.codeOf(referralId, issuedAt), referralId, issuedAt)).toBe(true)
  })

  it('is nothing else that could be typed', async () => {
    const codes = codesBy(first)
    const code = await codes.codeOf(referralId, issuedAt)
    const next = String((Number(code) + 1) % 1_000_000).padStart(6, '0')

    for (const typed of [next, '', code.slice(1), `${code}0`, 'abcdef', '１２３４５６'])
      expect(await codes.isCode(typed, referralId, issuedAt)).toBe(false)
    expect(await codes.isCode(code, referralId, '2026-11-23T17:00:01.000Z')).toBe(false)
  })
})
