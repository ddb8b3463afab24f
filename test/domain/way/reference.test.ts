import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readReference, referenceFrom } from '../../../domain/way/reference.ts'

const bits = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })

describe('a reference', () => {
  it('is nine symbols in threes, none of which can be misread', () => {
    fc.assert(
      fc.property(bits, (some) => {
        expect(referenceFrom(some)).toMatch(/^([0-9A-HJKMNP-TV-Z]{3}-?){3}$/)
      }),
    )
  })

  it('is read back from however people type it', () => {
    fc.assert(
      fc.property(bits, (some) => {
        const reference = referenceFrom(some)
        const asTyped = ` ${reference.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`

        expect(readReference(asTyped)).toBe(reference)
      }),
    )
  })

  it('is known to be wrong when one symbol is', () => {
    fc.assert(
      fc.property(
        bits,
        fc.nat(8),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')),
        (some, index, symbol) => {
          const right = referenceFrom(some).replaceAll('-', '')
          const wrong = right.slice(0, index) + symbol + right.slice(index + 1)
          fc.pre(wrong !== right)

          expect(readReference(wrong)).toBeNull()
        },
      ),
    )
  })

  it('is known to be wrong when two neighbours are swapped', () => {
    fc.assert(
      fc.property(bits, fc.nat(6), (some, index) => {
        const right = referenceFrom(some).replaceAll('-', '')
        const swapped = right.slice(0, index) + right[index + 1] + right[index] + right.slice(index + 2)
        fc.pre(swapped !== right)

        expect(readReference(swapped)).toBeNull()
      }),
    )
  })
})
