import * as z from 'zod/mini'

/** What a person would like support with, and what a group is for. Plain words, never a diagnosis. */
export const topics = [
  'worry',
  'low-mood',
  'trauma',
  'grief',
  'drinking',
  'drugs',
  'habits',
  'food',
  'loved-one',
  'something-else',
  'not-sure',
] as const

export const topicSchema = z.enum(topics)

export type Topic = z.infer<typeof topicSchema>

/** The answers that name nothing a group could be matched on: a member of staff asks instead. */
export const saysWhat = (topic: Topic) => topic !== 'something-else' && topic !== 'not-sure'
