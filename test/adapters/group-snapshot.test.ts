import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { groupSnapshot } from '../../adapters/group-snapshot.ts'
import { objectStore } from '../../adapters/object-store.ts'
import { startS3 } from '../../local/embedded/s3.ts'
import { objectsStraightTo } from '../../local/straight-to.ts'

describe('the packed groups, while S3 takes its time', () => {
  let s3: Awaited<ReturnType<typeof startS3>>
  beforeAll(async () => {
    s3 = await startS3({ buckets: ['packed'] })
  })
  afterAll(() => s3.stop())

  it('are waited for once, and not again by each who comes after', async () => {
    let now = Date.parse('2026-11-26T12:00:00Z')
    const straight = objectsStraightTo(s3)
    const slow: typeof straight = {
      ...straight,
      send: (request) => {
        now += 31_000
        return straight.send(request)
      },
    }
    const snapshot = groupSnapshot(
      objectStore(async () => {}, slow),
      'packed/groups',
      () => now,
    )
    const told: string[] = []
    for (let person = 0; person < 10; person += 1) await snapshot.current((code) => told.push(code))

    expect(s3.asked()).toEqual(['GET 403'])
    expect(told).toEqual(['missing'])
  })
})
