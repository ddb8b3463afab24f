import * as z from 'zod/mini'

import { formatSchema } from './format.ts'
import { programmeNames } from './programme.ts'
import { sessionSchema, timeZoneSchema } from './schedule.ts'
import { topicSchema } from './topic.ts'
import { usStateSchema } from './us-state.ts'
import { keptForSchema, wishSchema } from './wish.ts'

const shortText = z.string().check(z.minLength(1), z.maxLength(255))

const venueSchema = z.object({
  name: z.nullable(z.string()),
  address: z.nullable(z.string()),
  /** Null when the directory gives no place on the map: such a group is never offered for meeting in person. */
  latitude: z.nullable(z.number().check(z.gte(-90), z.lte(90))),
  longitude: z.nullable(z.number().check(z.gte(-180), z.lte(180))),
})

const onlineSchema = z.object({
  url: z.nullable(z.url()),
  phone: z.nullable(z.string()),
  notes: z.nullable(z.string()),
})

/** What a directory or an organisation tells us about a group: every fact that matching or people read. */
export const groupFactsSchema = z.object({
  name: shortText,
  programme: z.nullable(z.enum(programmeNames)),
  topics: z.array(topicSchema).check(z.minLength(1)),
  ledBy: z.enum(['therapist', 'peer']),
  /** Who the group is kept for. Empty: everyone the topics fit. */
  keptFor: z.array(keptForSchema),
  /** What it offers, in the words that people wish in. `spanish` and `other-language` are told by `languages`. */
  offers: z.array(wishSchema),
  /** ISO 639-1 codes of the languages spoken. */
  languages: z.array(z.string().check(z.regex(/^[a-z]{2}$/))).check(z.minLength(1)),
  minimumAge: z.nullable(z.int().check(z.gte(0), z.lte(120))),
  maximumAge: z.nullable(z.int().check(z.gte(0), z.lte(120))),
  formats: z.array(formatSchema),
  timeZone: timeZoneSchema,
  sessions: z.array(sessionSchema),
  /** The day of the first session of a group that starts together; null for one that runs all year. */
  startsOn: z.nullable(z.iso.date()),
  venue: z.nullable(venueSchema),
  online: z.nullable(onlineSchema),
  /** `open`: anyone walks in, nobody is told. `places`: there is a number of places and one is held for a person. */
  enrolment: z.enum(['open', 'places']),
  capacity: z.int().check(z.gte(0), z.lte(10_000)),
  /** US cents a session; null when the directory does not say. */
  costCents: z.nullable(z.int().check(z.gte(0))),
  /** States in which a therapist-led group may meet online: licences end at the state line. Null: no such limit. */
  licensedStates: z.nullable(z.array(usStateSchema)),
  notes: z.nullable(z.string()),
  url: z.nullable(z.url()),
  facilitator: z.nullable(z.object({ name: shortText, email: z.nullable(z.email()) })),
})

/**
 * A group as we keep it. `version` changes only when a fact that matching reads changes, so that a place held on old
 * facts is refused; `placesTaken` is counted by the transactions that hold and free places, never by an import.
 */
export const groupSchema = z.extend(groupFactsSchema, {
  schema: z.literal(1),
  groupId: z.string(),
  /** Which directory it came from, and its name there. */
  feedId: z.string(),
  externalId: z.string(),
  status: z.enum(['active', 'paused', 'gone']),
  placesTaken: z.int(),
  version: z.int(),
  /** When a directory or a person last said that these facts are right. */
  verifiedAt: z.iso.datetime(),
})

export type GroupFacts = z.infer<typeof groupFactsSchema>
export type Group = z.infer<typeof groupSchema>

export const freePlaces = ({ capacity, placesTaken }: Group) => Math.max(0, capacity - placesTaken)
