import * as z from 'zod/mini'

/**
 * What holding one of a group's places costs those who would need it more, in points of the score. `people` and `places`
 * are the facts behind it: how many the group would suit in the coming weeks, and how many places it will have for them.
 */
const placePriceSchema = z.object({
  points: z.int().check(z.gte(0)),
  people: z.int(),
  places: z.int(),
})

/** The prices of one night. A group that is not named costs nothing. */
export const placePricesSchema = z.object({
  /** Goes up by one each time prices are set; a decision names the one it was made with. */
  version: z.int(),
  setAt: z.iso.datetime(),
  byGroup: z.record(z.string(), placePriceSchema),
})

export type PlacePrice = z.infer<typeof placePriceSchema>
export type PlacePrices = z.infer<typeof placePricesSchema>

/** Prices older than this tell of groups as they were: better none than those. */
const keepForDays = 3

/** Whether these prices may be used at this moment, in milliseconds since 1970. */
export const areFresh = ({ setAt }: PlacePrices, now: number) =>
  now - Date.parse(setAt) <= keepForDays * 86_400_000

/** What a place in this group costs; null when it costs nothing, or nothing is known. */
export const priceOf = (prices: PlacePrices | null, groupId: string): PlacePrice | null => {
  const price = prices?.byGroup[groupId]
  return price && price.points > 0 ? price : null
}
