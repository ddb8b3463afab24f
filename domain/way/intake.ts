import * as z from 'zod/mini'

import { ages, times, whoFor } from '../form/choices.ts'
import { formatSchema } from '../groups/format.ts'
import { weekdaySchema } from '../groups/schedule.ts'
import { saysWhat, topicSchema } from '../groups/topic.ts'
import { usStateSchema, zoneOfState } from '../groups/us-state.ts'
import { strengthSchema, wishSchema } from '../groups/wish.ts'
import { decisionSchema } from '../matching/decision.ts'
import { consentSchema, takenBackSchema } from '../person/consent.ts'
import { languageSchema } from '../person/language.ts'
import { safeContactSchema } from '../person/safe-contact.ts'
import { safetyAnswers } from '../person/safety.ts'
import { followUpSchema } from './follow-up.ts'
import { nextActionSchema } from './next-action.ts'

/** What a person asked for. */
const requestSchema = z.object({
  who: z.enum(whoFor),
  age: z.enum(ages),
  safety: z.enum(safetyAnswers),
  topics: z.array(topicSchema),
  meet: z.array(formatSchema),
  zip: z.nullable(z.string()),
  usState: z.nullable(usStateSchema),
  travelMiles: z.int(),
  times: z.array(z.enum(times)),
  days: z.array(weekdaySchema),
  timesStrength: strengthSchema,
  wishes: z.partialRecord(wishSchema, strengthSchema),
  otherLanguage: z.nullable(z.string()),
  name: z.string(),
  note: z.nullable(z.string()),
  /** Who filled the form in for the person. Never sent anything about them. */
  helper: z.nullable(z.object({ name: z.string(), phone: z.string() })),
})

/** An intake as it travels from the form to the matcher. */
export const submittedIntakeSchema = z.object({
  intakeId: z.uuid(),
  reference: z.string(),
  receivedAt: z.iso.datetime(),
  language: languageSchema,
  request: requestSchema,
  safeContact: safeContactSchema,
  consent: consentSchema,
  /** Keyed hashes of the address and the number: they find possible duplicates and count mails, and tell nothing. */
  emailHash: z.nullable(z.string()),
  phoneHash: z.nullable(z.string()),
  /** Tells a repeat of the same form from a form that was sent again with other answers. */
  answersHash: z.string(),
  /** A field that people cannot see was filled in. Staff decide: it is never dropped. */
  mayBeAutomated: z.boolean(),
})

export const intakeStates = [
  'received',
  'urgent',
  'needs-staff',
  'waiting',
  'suggested',
  'referred',
  'closed',
  'withdrawn',
  'erased',
] as const

const intakeStateSchema = z.enum(intakeStates)

/** Why a member of staff has to place this person. */
const needsStaffBecauseSchema = z.enum([
  'under-18',
  'does-not-say-what-for',
  'no-group-fits',
  'may-be-automated',
  'could-not-be-matched',
  'was-not-safe',
])

/** Why a request came to its end. `attended` is what all of this is for; the others are told apart to be counted. */
export const closeReasons = [
  'attended',
  'suggestions-only',
  'went-quiet',
  'person-says-no',
  'could-not-contact',
  'helped-elsewhere',
  'not-for-us',
] as const

/** How long someone has waited, and the clocks that run while they do. */
const waitingSchema = z.object({
  since: z.iso.datetime(),
  /** When the machine looks for a place again. */
  lookAt: z.iso.datetime(),
  /** When the person hears from us, even if there is no news. */
  newsAt: z.iso.datetime(),
})

/** How staff try to reach someone. */
export const contactChannels = ['call', 'text', 'email'] as const

/** One try of staff to reach the person. */
const attemptSchema = z.object({
  at: z.iso.datetime(),
  staffId: z.string(),
  channel: z.enum(contactChannels),
})

const orNull = <T extends z.core.$ZodType>(schema: T) => z._default(z.nullable(schema), null)
const orNone = <T extends z.core.$ZodType>(schema: T) => z._default(z.array(schema), [])

/** An intake as it is kept. What has a default was not there in rows of earlier versions. */
export const intakeSchema = z.extend(submittedIntakeSchema, {
  schema: z.literal(1),
  state: intakeStateSchema,
  needsStaffBecause: z.nullable(needsStaffBecauseSchema),
  /** What has to happen next with the person; what has to happen with a held place stands on its referral. */
  next: z.nullable(nextActionSchema),
  /** What staff have to do beside that: nothing is forgotten because something heavier came. */
  alsoNext: orNone(nextActionSchema),
  decision: z.nullable(decisionSchema),
  /** The referral that holds a place for this person now. */
  referralId: orNull(z.uuid()),
  /** Groups that were tried, or said no: they are not chosen again. */
  tried: orNone(z.string()),
  waiting: orNull(waitingSchema),
  followUp: orNull(followUpSchema),
  /** Tries of staff since the person was last reached. */
  attempts: orNone(attemptSchema),
  notes: orNone(z.object({ at: z.iso.datetime(), staffId: z.string(), text: z.string() })),
  /** How the request first ended; someone may still take it back after that. */
  closed: orNull(z.object({ because: z.enum(closeReasons), at: z.iso.datetime() })),
  /** `consent` is what stands; these stood once. */
  consentsTakenBack: orNone(takenBackSchema),
  /** Of an erased person only this is left, until the last letters are out: since when, and when to look again. */
  erasing: orNull(z.object({ at: z.iso.datetime(), lookAt: z.iso.datetime() })),
  /** The same form sent again with other answers; the first ones stand until staff have read these. */
  sentAgain: z.array(
    z.object({
      receivedAt: z.iso.datetime(),
      answersHash: z.string(),
      request: requestSchema,
      safeContact: safeContactSchema,
    }),
  ),
  /** Tries at the short code of the status page that failed since one last succeeded. */
  codeMisses: z.int(),
  /** Goes up with every write, so that two writers cannot both believe they were first. */
  revision: z.int(),
})

export type Request = z.infer<typeof requestSchema>
export type SubmittedIntake = z.infer<typeof submittedIntakeSchema>
export type Intake = z.infer<typeof intakeSchema>
export type IntakeState = z.infer<typeof intakeStateSchema>
export type NeedsStaffBecause = z.infer<typeof needsStaffBecauseSchema>
export type CloseReason = (typeof closeReasons)[number]
export type Channel = z.infer<typeof attemptSchema>['channel']

/** They took their request back, or are erased: they are left alone. */
export const hasLeft = ({ state }: Pick<Intake, 'state'>) => state === 'withdrawn' || state === 'erased'

/** The clock on the person's own wall, as far as we know it. */
export const homeTimeZone = (
  { decision, request }: Pick<Intake, 'decision' | 'request'>,
  otherwise: string,
) => decision?.home.timeZone ?? (request.usState === null ? otherwise : zoneOfState[request.usState])

const isMinor = ({ age }: Pick<Request, 'age'>) => age === 'under-13' || age === '13-17'

/** Why the machine must leave this person to staff before it looks at any group; null when it may look. */
export const needsStaffFirst = (intake: SubmittedIntake): NeedsStaffBecause | null => {
  if (isMinor(intake.request)) return 'under-18'
  if (intake.mayBeAutomated) return 'may-be-automated'
  return intake.request.topics.some(saysWhat) ? null : 'does-not-say-what-for'
}
