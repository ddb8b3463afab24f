import * as z from 'zod/mini'

/** A secret as it is kept: keys by number. A new key gets the next number; the highest signs, all of them verify. */
const keyRingSchema = z.record(z.string().check(z.regex(/^\d{1,4}$/)), z.string().check(z.minLength(32)))

export interface Key {
  number: string
  secret: string
}

/** The keys of a ring, newest first. */
export const readKeys = (json: string): [Key, ...Key[]] => {
  const keys = Object.entries(z.parse(keyRingSchema, JSON.parse(json)))
    .map(([number, secret]) => ({ number, secret }))
    .toSorted((one, other) => Number(other.number) - Number(one.number))
  const [newest, ...older] = keys
  if (!newest) throw new Error('A secret holds no key: it needs at least {"1": "…"}.')
  return [newest, ...older]
}
