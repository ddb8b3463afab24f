import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isLive, pageAfterSignIn } from '../../../domain/staff/session.ts'
import type { Staff } from '../../../domain/staff/staff.ts'

const at = (time: string) => `2026-11-23T${time}Z`
const now = Date.parse(at('17:00:00'))

const aSession = (given = {}) => ({
  staffId: 'ada-brook',
  signedInAt: at('16:00:00'),
  seenAt: at('16:55:00'),
  ...given,
})
const someone = (sessionsValidFrom = '1970-01-01T00:00:00.000Z'): Staff => ({
  schema: 1,
  staffId: 'ada-brook',
  name: 'Ada Brook',
  role: 'coordinator',
  signedInAt: at('16:00:00'),
  sessionsValidFrom,
})

describe('a session of staff', () => {
  it('lets its holder in', () => {
    expect(isLive(aSession(), someone(), now)).toBe(true)
  })

  it.each([
    ['half an hour after the last page', { seenAt: at('16:30:00') }, someone()],
    ['eight hours after signing in', { signedInAt: at('09:00:00') }, someone()],
    ['when everything was ended after it began', {}, someone(at('16:00:00.001'))],
  ])('is over %s', (_, given, staff) => {
    expect(isLive(aSession(given), staff, now)).toBe(false)
  })

  it.each([
    ['a moment before half an hour', { seenAt: at('16:30:00.001') }, someone()],
    ['a moment before eight hours', { signedInAt: at('09:00:00.001') }, someone()],
    ['when everything was ended just before it began', {}, someone(at('16:00:00'))],
  ])('goes on %s', (_, given, staff) => {
    expect(isLive(aSession(given), staff, now)).toBe(true)
  })
})

describe('the page after signing in', () => {
  it.each(['/staff', '/staff/intakes/7KQ-4M2-XR5', '/staff/inbox?owner=staff&page=2', '/staff?page=2'])(
    'is the one that was asked for: %s',
    (wanted) => {
      expect(pageAfterSignIn(wanted)).toBe(wanted)
    },
  )

  it('is always one of the console on this site', () => {
    const hostile = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom('/', '\\', '..', '%2e', '.', '@', 'staff', 'sign-in', '?', '#', '\t', 'x', '%5c'),
        )
        .map((parts) => `/staff${parts.join('')}`),
    )
    fc.assert(
      fc.property(hostile, (wanted) => {
        const { origin, pathname } = new URL(pageAfterSignIn(wanted), 'https://circle.example.org')
        expect(origin).toBe('https://circle.example.org')
        expect(pathname).toMatch(/^\/staff(\/|$)/)
      }),
      { numRuns: 500 },
    )
  })
})
