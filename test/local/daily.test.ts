import { describe, expect, it } from 'vitest'

import type { Trigger } from '../../functions/triggers.ts'
import { dailyClock } from '../../local/daily.ts'

const trigger = (given: Partial<Trigger>): Trigger => ({
  does: '',
  timeoutSeconds: 1,
  memoryMb: 1,
  settings: [],
  ...given,
})

const all = { minutely: trigger({ everyMinutes: 1 }), nightly: trigger({ dailyAtHourUtc: 9 }) }

/** Which functions wake at each of these moments, asked one after the other. */
const woken = (...moments: string[]) => {
  let at = ''
  const due = dailyClock(() => Date.parse(at), all)
  return moments.map((moment) => {
    at = moment
    return due()
  })
}

describe('what wakes once a day on one machine', () => {
  it('wakes at the start, for a machine that is off at night', () => {
    expect(woken('2026-11-23T17:00:00Z')).toEqual([['nightly']])
  })

  it('wakes once when its hour has come, and not again before the next day', () => {
    expect(
      woken(
        '2026-11-23T08:59:00Z',
        '2026-11-23T09:00:00Z',
        '2026-11-23T09:01:00Z',
        '2026-11-24T08:59:00Z',
        '2026-11-24T09:00:30Z',
      ),
    ).toEqual([['nightly'], ['nightly'], [], [], ['nightly']])
  })

  it('wakes on each day that the clock is moved over, however the strides fall', () => {
    const strides = ['00', '06', '12', '18', '24', '30', '36', '42'].map((hours) =>
      new Date(Date.parse('2026-11-23T00:00:00Z') + Number(hours) * 3_600_000).toISOString(),
    )

    expect(woken(...strides).map(({ length }) => length)).toEqual([1, 0, 1, 0, 0, 0, 1, 0])
  })
})
