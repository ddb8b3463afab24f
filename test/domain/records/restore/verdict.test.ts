import { describe, expect, it } from 'vitest'

import { type Live, compare } from '../../../../domain/records/restore/verdict.ts'

const comparing = { isNewer: (live: number, restored: number) => live > restored }
const asks = (replace = false, isNamed = false) => ({ replace, isNamed })
const found = (live: Live<number>, asked = asks(), given = {}) =>
  compare(5, live, asked, { ...comparing, ...given })

describe('a row of a back-up', () => {
  it('that is missing comes back without more being asked', () => {
    expect(found({ is: 'absent' })).toEqual({ found: 'missing', stays: null })
  })

  it('that is there as it was changes nothing, whatever is asked', () => {
    expect(found({ is: 'same', row: 5 }, asks(true, true))).toEqual({ found: 'same', stays: 'same' })
  })

  it('that differs comes back only over one that is to be replaced', () => {
    expect(found({ is: 'other', row: 4 })).toEqual({ found: 'different', stays: 'differs' })
    expect(found({ is: 'other', row: 4 }, asks(true))).toEqual({ found: 'different', stays: null })
  })

  it('comes back over what was written since, or cannot be read, only when that was named', () => {
    for (const live of [{ is: 'other', row: 6 }, { is: 'unreadable' }] as const) {
      expect(found(live, asks(true)).stays).not.toBeNull()
      expect(found(live, asks(false, true)).stays).not.toBeNull()
      expect(found(live, asks(true, true)).stays).toBeNull()
    }
  })

  it('never comes back over what must stay, even when that was named', () => {
    expect(found({ is: 'other', row: 6 }, asks(true, true), { newerStays: 'append-only' })).toEqual({
      found: 'newer',
      stays: 'append-only',
    })
  })
})
