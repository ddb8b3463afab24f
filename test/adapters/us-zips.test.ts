import { readFileSync, statSync } from 'node:fs'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { openUsZips } from '../../adapters/us-zips.ts'
import { usZipsText } from '../../bin/us-zips.ts'
import { isTimeZone } from '../../domain/groups/schedule.ts'
import { usStates } from '../../domain/groups/us-state.ts'
import { milesBetween } from '../../domain/matching/distance.ts'

const file = new URL('../../adapters/us-zips.txt', import.meta.url)
const text = readFileSync(file, 'latin1')
const [regions = '', zips = ''] = text.split('\n\n')
const lines = zips.trimEnd().split('\n')
const { find } = openUsZips()

describe('the table of ZIP codes', () => {
  it('is what `npm run us-zips` writes, byte for byte', () => {
    expect(usZipsText() === text).toBe(true)
  })

  it('is sorted, without a repeat, and under a megabyte', () => {
    const codes = lines.map((line) => line.slice(0, 5))

    expect(codes).toEqual([...new Set(codes)].toSorted())
    expect(codes.length).toBeGreaterThan(41_000)
    expect(statSync(file).size).toBeLessThan(1_000_000)
  })

  it('has a state and a zone that exist on every line, and a place in the United States', () => {
    const known = regions.split('\n').map((region) => region.split(' '))

    expect(known.filter(([state]) => !usStates.some((one) => one === state))).toEqual([])
    expect(known.filter(([, zone = '']) => !isTimeZone(zone))).toEqual([])
    const strange = lines.filter((line) => {
      const [, latitude, longitude, region] = line.split(' ').map(Number)
      const isThere = latitude! > -15 && latitude! < 72 && (longitude! < -64 || longitude! > 144)
      return !isThere || known[region!] === undefined
    })
    expect(strange).toEqual([])
  })
})

describe('the place of a ZIP code', () => {
  it.each([
    ['95112', 'CA', 'America/Los_Angeles'],
    ['64110', 'MO', 'America/Chicago'],
    ['00501', 'NY', 'America/New_York'],
    ['99950', 'AK', 'America/Sitka'],
    ['96910', 'GU', 'Pacific/Guam'],
    ['96921', 'GU', 'Pacific/Guam'],
    ['96951', 'MP', 'Pacific/Guam'],
    ['96799', 'AS', 'Pacific/Pago_Pago'],
    ['00901', 'PR', 'America/Puerto_Rico'],
    ['00802', 'VI', 'America/St_Thomas'],
    ['85001', 'AZ', 'America/Phoenix'],
    ['86001', 'AZ', 'America/Phoenix'],
    // The Navajo Nation, and the Hopi inside it.
    ['86515', 'AZ', 'America/Denver'],
    ['86505', 'AZ', 'America/Denver'],
    ['86042', 'AZ', 'America/Phoenix'],
    // Gary and Evansville keep Chicago's time, Vincennes no longer does.
    ['46350', 'IN', 'America/Chicago'],
    ['47708', 'IN', 'America/Chicago'],
    ['47591', 'IN', 'America/Indiana/Vincennes'],
    ['46204', 'IN', 'America/Indiana/Indianapolis'],
    ['42001', 'KY', 'America/Chicago'],
    ['40202', 'KY', 'America/Kentucky/Louisville'],
    ['83501', 'ID', 'America/Los_Angeles'],
    ['83638', 'ID', 'America/Boise'],
    ['97914', 'OR', 'America/Boise'],
    ['97814', 'OR', 'America/Los_Angeles'],
    ['89883', 'NV', 'America/Denver'],
    ['58801', 'ND', 'America/Chicago'],
    ['58601', 'ND', 'America/Denver'],
    ['67735', 'KS', 'America/Denver'],
    ['37402', 'TN', 'America/New_York'],
    ['32501', 'FL', 'America/Chicago'],
    ['79901', 'TX', 'America/Denver'],
    ['04730', 'ME', 'America/New_York'],
    ['49801', 'MI', 'America/Menominee'],
  ])('%s is in %s and keeps the time of %s', (zip, usState, timeZone) => {
    expect(find(zip)).toMatchObject({ usState, timeZone })
  })

  it('is found on a map', () => {
    const cityHall = { latitude: 37.3382, longitude: -121.8863 }
    const { latitude, longitude } = find('95112')!

    expect(milesBetween(cityHall, { latitude: latitude!, longitude: longitude! })).toBeLessThan(2)
  })

  it('is the same for a ZIP+4', () => {
    expect(find('10001-1234')).toEqual(find('10001'))
  })

  it('is that of the nearest number when the code is newer than the table', () => {
    expect(lines.some((line) => line.startsWith('10048'))).toBe(false)
    expect(find('10048')).toMatchObject({ usState: 'NY', timeZone: 'America/New_York' })
  })

  it.each(['00000', '99', 'T6E 4E8', '2139', '', '96940'])('is unknown for %j', (zip) => {
    expect(find(zip)).toBeNull()
  })

  it.each([
    ['09096', 'AE'],
    ['34002', 'AA'],
    ['96349', 'AP'],
  ])('is not on the map for military mail to %s', (zip, usState) => {
    expect(find(zip)).toMatchObject({ usState, latitude: null, longitude: null })
  })

  it('is read from the line of that very code, wherever in the table it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lines), (line) => {
        const [zip = '', latitude, longitude, region] = line.split(' ')
        const [usState, timeZone] = regions.split('\n')[Number(region)]!.split(' ')

        expect(find(zip)).toEqual({
          latitude: Number(latitude),
          longitude: Number(longitude),
          usState,
          timeZone,
        })
      }),
      { numRuns: 500 },
    )
  })
})
