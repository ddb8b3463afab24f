import { times } from '../../form/choices.ts'
import type { Request } from '../../way/intake.ts'
import { fitsTimes } from '../eligibility.ts'

export const minutesAWeek = 7 * 24 * 60
const hoursAWeek = 7 * 24

/** Stretches of the week in minutes from Monday 00:00: begin, end, begin, end … */
export type Stretches = readonly number[]

/** When a person could come, by the clock they go by. */
export interface FreeHours {
  /** For each hour of the week whether a session may begin in it. */
  hours: Uint8Array
  fits: Stretches
  fitsNot: Stretches
  isAlways: boolean
}

const stretchesOf = (hours: Uint8Array, wanted: number): Stretches => {
  const stretches: number[] = []
  for (let hour = 0; hour < hoursAWeek; hour += 1) {
    if (hours[hour] !== wanted) continue
    const begin = hour * 60
    if (stretches.at(-1) === begin) stretches[stretches.length - 1] = begin + 60
    else stretches.push(begin, begin + 60)
  }
  return stretches
}

const freeHours = (asks: Pick<Request, 'times' | 'days'>): FreeHours => {
  const hours = Uint8Array.from({ length: hoursAWeek }, (_, hour) =>
    Number(fitsTimes({ dayOfWeek: Math.floor(hour / 24) + 1, hour: hour % 24 }, asks)),
  )
  return {
    hours,
    fits: stretchesOf(hours, 1),
    fitsNot: stretchesOf(hours, 0),
    isAlways: hours.every(Boolean),
  }
}

const known = new Map<number, FreeHours>()

/** The same answers give the same hours: there are few, and each is worked out once. A bit for each day and each part of the week. */
export const freeHoursOf = (asks: Pick<Request, 'times' | 'days'>): FreeHours => {
  let key = 0
  for (const day of asks.days) key |= 1 << day
  for (const part of asks.times) key |= 256 << times.indexOf(part)
  const found = known.get(key)
  if (found) return found
  const made = freeHours(asks)
  known.set(key, made)
  return made
}
