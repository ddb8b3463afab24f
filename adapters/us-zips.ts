import { readFileSync } from 'node:fs'

import { normalZip } from '../domain/form/zip-prefix.ts'
import type { UsState } from '../domain/groups/us-state.ts'

/** What a ZIP code tells of where a person or a venue is. */
export interface ZipPlace {
  /** Null for military mail, which has no place on the map: such a person can only be offered meetings online. */
  latitude: number | null
  longitude: number | null
  timeZone: string
  usState: UsState | 'AA' | 'AE' | 'AP'
}

/** Military mail, by the region it goes to, with the zone that most of those posts keep. */
const military: { prefixes: RegExp; usState: ZipPlace['usState']; timeZone: string }[] = [
  { prefixes: /^340/, usState: 'AA', timeZone: 'America/New_York' },
  { prefixes: /^09[0-8]/, usState: 'AE', timeZone: 'Europe/Berlin' },
  { prefixes: /^96[2-6]/, usState: 'AP', timeZone: 'Asia/Tokyo' },
]

const table = () => {
  const text = readFileSync(new URL('./us-zips.txt', import.meta.url), 'latin1')
  const [regions = '', zips = ''] = text.split('\n\n')
  return { regions: regions.split('\n'), zips }
}

const lineStart = (zips: string, position: number) => zips.lastIndexOf('\n', position - 1) + 1

/** Where the first line with this ZIP code or a later one begins. The lines are sorted, so nothing else is read. */
const firstFrom = (zips: string, zip: string) => {
  let low = 0
  let high = zips.length
  while (low < high) {
    const start = lineStart(zips, Math.floor((low + high) / 2))
    const end = zips.indexOf('\n', start) + 1 || zips.length
    if (zips.slice(start, start + 5) < zip) low = end
    else high = start
  }
  return low
}

/**
 * New ZIP codes appear every month, and each is cut out of a neighbour: one that we do not know is where the nearest
 * number with the same first three digits is. Not so in 969, where numbers next to each other are oceans apart.
 */
const nearestStart = (zips: string, zip: string) => {
  const after = firstFrom(zips, zip)
  if (zips.startsWith(zip, after)) return after
  const inPrefix = [after, lineStart(zips, after - 1)].filter(
    (start) => zip.slice(0, 3) !== '969' && zips.startsWith(zip.slice(0, 3), start),
  )
  const away = (start: number) => Math.abs(Number(zips.slice(start, start + 5)) - Number(zip))
  return inPrefix.toSorted((a, b) => away(a) - away(b))[0]
}

/** The places of US ZIP codes, offline. The table is read when the first one is asked for. */
export const openUsZips = () => {
  let opened: ReturnType<typeof table> | undefined

  const find = (text: string): ZipPlace | null => {
    const zip = normalZip(text)
    if (zip === null) return null
    const post = military.find(({ prefixes }) => prefixes.test(zip))
    if (post) return { latitude: null, longitude: null, timeZone: post.timeZone, usState: post.usState }

    opened ??= table()
    const start = nearestStart(opened.zips, zip)
    if (start === undefined) return null
    const [, latitude, longitude, region] = opened.zips
      .slice(start, opened.zips.indexOf('\n', start))
      .split(' ')
    const [usState, timeZone] = (opened.regions[Number(region)] ?? '').split(' ')
    // The table is ours, written by bin/us-zips.ts from the list of states; a test reads every line.
    return {
      latitude: Number(latitude),
      longitude: Number(longitude),
      timeZone: timeZone!,
      usState: usState as UsState,
    }
  }

  return { find }
}
