import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { doorCodeOver, nextDoorCode } from '../../../domain/way/door-code.ts'
import type { DoorCode } from '../../../domain/way/referral.ts'

const issuedAt = '2026-11-23T17:00:00.000Z'
const after = (duration: Temporal.DurationLike) => Temporal.Instant.from(issuedAt).add(duration)
const aCode = (given: Partial<DoorCode> = {}): DoorCode => ({
  issuedAt,
  misses: 0,
  sentOn: '2026-11-23',
  sent: 1,
  used: false,
  ...given,
})

describe('a code', () => {
  it('opens for ten minutes, once, and for five tries', () => {
    expect(doorCodeOver(aCode(), after({ minutes: 9, seconds: 59 }))).toBeNull()
    expect(doorCodeOver(aCode(), after({ minutes: 10 }))).toBe('expired')
    expect(doorCodeOver(aCode({ used: true }), after({ seconds: 0 }))).toBe('used')
    expect(doorCodeOver(aCode({ misses: 4 }), after({ seconds: 0 }))).toBeNull()
    expect(doorCodeOver(aCode({ misses: 5 }), after({ seconds: 0 }))).toBe('locked')
    expect(doorCodeOver(null, after({ seconds: 0 }))).toBe('none')
  })

  it('asked for twice in a moment is one, and asked for later is another, with tries of its own', () => {
    expect(nextDoorCode(aCode(), after({ seconds: 29 }), 'UTC')).toBe('sent-this-moment')
    expect(nextDoorCode(aCode(), after({ seconds: 30 }), 'UTC')).toMatchObject({ sent: 2, misses: 0 })
    expect(nextDoorCode(aCode({ misses: 1 }), after({ seconds: 1 }), 'UTC')).toMatchObject({ sent: 2 })
    expect(nextDoorCode(aCode({ used: true }), after({ seconds: 1 }), 'UTC')).toMatchObject({ used: false })
  })

  it('is sent five times a day, by the clock on the group’s own wall', () => {
    const five = aCode({ sent: 5 })

    expect(nextDoorCode(five, after({ hours: 14 }), 'America/Los_Angeles')).toBe('too-many-today')
    expect(nextDoorCode(five, after({ hours: 14 }), 'America/New_York')).toMatchObject({
      sent: 1,
      sentOn: '2026-11-24',
    })
    expect(nextDoorCode(null, after({ seconds: 0 }), 'UTC')).toMatchObject({ sent: 1, sentOn: '2026-11-23' })
  })
})
