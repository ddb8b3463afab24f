import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { steadyClock } from '../../../../domain/matching/snapshot/steady-clock.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const begin = Date.parse('2026-02-20T00:30:00Z')
const end = Date.parse('2026-11-20T00:30:00Z')

/** When the clocks of a zone change, and by how much. */
const changesOf = (zone: string) => {
  const changes: { at: number; byMs: number }[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(begin - 2 * dayMs).toZonedDateTimeISO(zone)
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds > end + 10 * dayMs) return changes
    const byMs = Math.abs(next.offsetNanoseconds - at.offsetNanoseconds) / 1e6
    changes.push({ at: next.epochMilliseconds, byMs })
    at = next
  }
}

describe.each(['America/New_York', 'America/Phoenix', 'Australia/Lord_Howe'])('the clock of %s', (zone) => {
  const changes = changesOf(zone)
  const hours = Array.from({ length: (end - begin) / hourMs }, (_, hour) => begin + hour * hourMs)

  it('is the one on the wall, hour by hour from winter to winter', () => {
    const wrong = hours.filter((now) => {
      const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
      return steadyClock(zone, now).offsetMs !== offsetNanoseconds / 1e6
    })

    expect(wrong).toEqual([])
  })

  it('moves by as much as it will in nine days, or did in the last', () => {
    const wrong = hours.filter((now) => {
      const around = changes.filter(({ at }) => at > now - dayMs && at <= now + 9 * dayMs)
      return steadyClock(zone, now).slackMs !== Math.max(0, ...around.map(({ byMs }) => byMs))
    })

    expect(wrong).toEqual([])
  })
})
