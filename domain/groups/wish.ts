import * as z from 'zod/mini'

/** Groups kept for some people. A person's own wish for one is all we ever know of them: we ask for no traits. */
export const keptForWishes = ['women', 'men', 'lgbtq', 'veterans', 'people-of-color'] as const

/** What kind of group would feel right. */
export const kindWishes = [
  ...keptForWishes,
  'twelve-step',
  'faith',
  'not-faith',
  'peer-led',
  'therapist-led',
  'free',
] as const

/** What would help a person take part. */
export const accessWishes = [
  'spanish',
  'other-language',
  'asl',
  'captions',
  'step-free',
  'quiet',
  'child-care',
  'rides',
] as const

export const wishes = [...kindWishes, ...accessWishes] as const

export const keptForSchema = z.enum(keptForWishes)
export const wishSchema = z.enum(wishes)

/** `must`: a group without it is no use to this person. `nice`: it counts in a group's favour. */
export const strengthSchema = z.enum(['must', 'nice'])

export type KeptFor = z.infer<typeof keptForSchema>
export type Wish = z.infer<typeof wishSchema>
export type Strength = z.infer<typeof strengthSchema>

/** Languages a person can ask for beside English and Spanish (ISO 639-1; the most spoken at home in the US after these two). */
export const otherLanguages = [
  'ar',
  'zh',
  'fr',
  'de',
  'ht',
  'hi',
  'ko',
  'pl',
  'pt',
  'ru',
  'tl',
  'vi',
] as const
