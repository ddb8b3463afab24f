import * as z from 'zod/mini'

import { formatSchema } from '../groups/format.ts'
import { sessionSchema } from '../groups/schedule.ts'
import { wishSchema } from '../groups/wish.ts'

/** Where a person sets out from: their ZIP code's middle and zone, or only their state's zone. */
const homeSchema = z.object({
  latitude: z.nullable(z.number()),
  longitude: z.nullable(z.number()),
  timeZone: z.string(),
  usState: z.string(),
})

/** Why a group cannot be offered. Each has a sentence, and each a "would fit if …", in both languages. */
export const ruleSchema = z.enum([
  'not-running',
  'already-tried',
  'other-topic',
  'kept-for-others',
  'other-age',
  'other-language',
  'starts-later',
  'other-format',
  'not-licensed-there',
  'too-far',
  'place-unknown',
  'home-unknown',
  'other-time',
  'no-session-known',
  'wish-not-met',
  'full',
])

/** One rule that a group fails, with the facts its sentence needs. */
const exclusionSchema = z.object({
  rule: ruleSchema,
  miles: z.optional(z.int()),
  wish: z.optional(wishSchema),
})

/**
 * One reason with its points: their sum is the score and their sentences are the explanation. All speak for the group but
 * `scarce`, which takes points away because others need its places more (place-prices.ts).
 */
export const reasonSchema = z.object({
  because: z.enum(['topic', 'more-topics', 'wish', 'time', 'near', 'soon', 'scarce']),
  points: z.int(),
  count: z.optional(z.int()),
  wish: z.optional(wishSchema),
  miles: z.optional(z.int()),
  days: z.optional(z.int()),
  people: z.optional(z.int()),
  places: z.optional(z.int()),
})

/** A group as it was on the day of the choice, with all that a person has to know in order to go. */
export const suggestionSchema = z.object({
  groupId: z.string(),
  groupVersion: z.int(),
  name: z.string(),
  format: formatSchema,
  sessions: z.array(sessionSchema),
  timeZone: z.string(),
  nextSessionAt: z.nullable(z.iso.datetime()),
  venue: z.nullable(z.object({ name: z.nullable(z.string()), address: z.nullable(z.string()) })),
  online: z.nullable(
    z.object({ url: z.nullable(z.string()), phone: z.nullable(z.string()), notes: z.nullable(z.string()) }),
  ),
  url: z.nullable(z.string()),
  notes: z.nullable(z.string()),
  score: z.int(),
  reasons: z.array(reasonSchema),
})

/** Kept as long as the intake, with the facts it was made from, so that it can be explained all that time. */
export const decisionSchema = z.object({
  /** Version of the rules and points. A change to either is a new number. */
  policy: z.int(),
  decidedAt: z.iso.datetime(),
  home: homeSchema,
  groupsConsidered: z.int(),
  /** Which night's prices of places it was made with; null for none. */
  pricesVersion: z._default(z.nullable(z.int()), null),
  /** The group a place was held in. */
  held: z.nullable(suggestionSchema),
  /** True when only the lack of a free place stood between this person and a group. */
  isFull: z.boolean(),
  alternatives: z.array(suggestionSchema),
  openMeetings: z.array(suggestionSchema),
  nearMisses: z.array(
    z.object({ groupId: z.string(), name: z.string(), exclusions: z.array(exclusionSchema) }),
  ),
  /** How many groups each rule kept out. */
  excluded: z.partialRecord(ruleSchema, z.int()),
})

export type Home = z.infer<typeof homeSchema>
export type Rule = z.infer<typeof ruleSchema>
export type Exclusion = z.infer<typeof exclusionSchema>
export type Reason = z.infer<typeof reasonSchema>
/** What speaks for a group: all that people are shown of its reasons. */
export type ForReason = Reason & { because: Exclude<Reason['because'], 'scarce'> }
export type Suggestion = z.infer<typeof suggestionSchema>
export type Decision = z.infer<typeof decisionSchema>

export const speaksFor = (reason: Reason): reason is ForReason => reason.because !== 'scarce'
