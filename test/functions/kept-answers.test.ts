import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sealer } from '../../adapters/seals.ts'
import { limits } from '../../domain/form/choices.ts'
import { topics } from '../../domain/groups/topic.ts'
import { wishes } from '../../domain/groups/wish.ts'
import { channels, safeHours } from '../../domain/person/safe-contact.ts'
import { keptCookie, readKept } from '../../functions/shared/asking/kept-answers.ts'
import type { Request } from '../../functions/shared/http-handler.ts'

/** What every browser takes at least: name, value and attributes together (RFC 6265bis, section 5.6). */
const largestCookieBytes = 4096

const needs = {
  clock: { now: () => Date.parse('2026-11-23T17:00:00Z'), iso: () => '2026-11-23T17:00:00.000Z' },
  seals: sealer(async () => JSON.stringify({ 9999: 'a key that only the tests use, long enough' })),
}

/** Letters of all writing, each of as many bytes as the form's limit on letters lets through. */
const text = (letters: number, from: number, to: number) =>
  fc.array(fc.integer({ min: from, max: to }), { minLength: letters, maxLength: letters }).map((points) =>
    String.fromCodePoint(...points)
      .slice(0, letters)
      .toWellFormed(),
  )

const worstText = (letters: number) =>
  fc.oneof(text(letters, 0x0800, 0xd7ff), text(letters, 0x4e00, 0x9fff), text(letters, 0x1f300, 0x1faff))

const ascii = (letters: number) => text(letters, 0x21, 0x7e)

/** Every box ticked and every field full, of the longest answers that the form takes. */
const everything = fc.record({
  note: worstText(limits.noteLetters),
  name: worstText(limits.nameLetters),
  helperName: worstText(limits.nameLetters),
  phone: worstText(30).map((words) => `${words}3125550123`),
  helperPhone: worstText(30).map((words) => `${words}3125550199`),
  email: ascii(limits.emailLetters),
})

const keptOf = ({ note, name, helperName, phone, helperPhone, email }: Record<string, string>) => ({
  schema: 1 as const,
  submissionId: '019ab123-4567-7abc-8def-0123456789ab',
  seenAt: '',
  helpSeen: true,
  answers: {
    who: ['someone-else'],
    helperName: [helperName ?? ''],
    helperPhone: [helperPhone ?? ''],
    helperAgreed: ['yes'],
    age: ['65-plus'],
    safety: ['rather-not-say'],
    topics: [...topics],
    meet: ['video', 'phone', 'in-person'],
    zip: ['95112-12345'],
    noZip: ['yes'],
    usState: ['CA'],
    travelMiles: ['50'],
    times: ['weekday-morning', 'weekday-afternoon', 'weekday-evening', 'weekend', 'not-sure'],
    timesStrength: ['nice'],
    days: ['1', '2', '3', '4', '5', '6', '7'],
    ...Object.fromEntries(wishes.map((wish, at) => [`wish-${wish}`, [at % 3 ? 'must' : 'nice']])),
    otherLanguage: ['vi'],
    name: [name ?? ''],
    contact: [...channels],
    phone: [phone ?? ''],
    voicemail: ['name-and-number-only'],
    safeHours: [...safeHours],
    email: [email ?? ''],
    emailPrivacy: ['shared'],
    note: [note ?? ''],
    consentKeep: ['yes'],
    consentShare: ['ask-first'],
    consentCheckIn: ['yes'],
  },
})

const requestWith = (setCookie: string) =>
  ({ headers: { cookie: setCookie.split(';')[0] } }) as unknown as Request

describe('answers that a browser keeps', () => {
  it('fit into a cookie at their longest, in any writing, and come back as they were', async () => {
    let largest = 0
    await fc.assert(
      fc.asyncProperty(everything, async (typed) => {
        const kept = keptOf(typed)
        const cookie = await keptCookie(kept, needs)
        largest = Math.max(largest, Buffer.byteLength(cookie))

        expect(await readKept(requestWith(cookie), needs)).toEqual({ ...kept, seenAt: needs.clock.iso() })
      }),
      { numRuns: 60 },
    )

    expect(largest).toBeLessThan(largestCookieBytes)
  })

  it('are read by nobody but us, and go over nothing but https, to no other site’s forms', async () => {
    const cookie = await keptCookie(keptOf({ name: 'Robin Vale' }), needs)

    expect(cookie).toMatch(/^__Host-answers=[\w.-]+; HttpOnly; Secure; SameSite=Lax; Path=\/$/)
    for (const part of cookie.split(/[=.;]/))
      expect(Buffer.from(part, 'base64url').toString('latin1')).not.toContain('Robin')
  })
})
