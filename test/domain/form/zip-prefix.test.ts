import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { isKnownZipPrefix, normalZip } from '../../../domain/form/zip-prefix.ts'

const table = readFileSync(new URL('../../../adapters/us-zips.txt', import.meta.url), 'latin1')
const inTable = new Set(table.match(/^\d{3}(?=\d\d )/gm))
const military = [
  '340',
  '090',
  '091',
  '092',
  '093',
  '094',
  '095',
  '096',
  '097',
  '098',
  '962',
  '963',
  '964',
  '965',
  '966',
]

describe('the first digits of a ZIP code', () => {
  it('are known exactly when a post office or military mail has them', () => {
    const all = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'))

    const known = all.filter((prefix) => isKnownZipPrefix(`${prefix}01`))

    expect(known).toEqual([...inTable, ...military].toSorted())
  })

  it.each(['00000', '00100', '1234', 'abcde', '', '123456', '9511２'])('are not known in %j', (typed) => {
    expect(isKnownZipPrefix(typed)).toBe(false)
  })

  it.each([
    ['95112', '95112'],
    ['10001-1234', '10001'],
    ['100011234', '10001'],
    [' 10001 1234 ', '10001'],
    ['2139', null],
    ['T6E 4E8', null],
  ])('are read from %j', (typed, zip) => {
    expect(normalZip(typed)).toBe(zip)
  })
})
