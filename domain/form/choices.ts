import { partsOfWeek } from '../groups/schedule.ts'

/* What a form lets people choose from, and how much they may type: for whoever shows it or keeps it, and does not read it. */

export const limits = {
  nameLetters: 60,
  noteLetters: 600,
  /** RFC 5321 §4.5.3.1: a path of 256 octets, less its two brackets. */
  emailLetters: 254,
  /** Nothing a person types comes near this; API Gateway would take 10 MB. */
  bodyBytes: 16 * 1024,
} as const

export const whoFor = ['me', 'someone-else', 'my-client'] as const
export const ages = ['under-13', '13-17', '18-24', '25-64', '65-plus'] as const
export const times = [...partsOfWeek, 'not-sure'] as const
export const travelMiles = [2, 5, 10, 25, 50] as const
