import * as z from 'zod/mini'

import { isTimeZone } from '../domain/groups/schedule.ts'

const isInOrder = (days: string) => {
  const numbers = days.split(',').map(Number)
  return numbers.every((day, place) => place === 0 || day > (numbers[place - 1] ?? 0))
}

const named = (what: string) => z.string({ error: what }).check(z.minLength(1, { error: what }))

/**
 * Every setting a function can have, each with the sentence that is said when it is missing or wrong. Names of tables,
 * queues and secrets come from the stack; the others are what an organisation chooses at deployment.
 */
const settingsSchema = z.object({
  INTAKES_TABLE: named('the name of the intakes table'),
  REFERRALS_TABLE: named('the name of the referrals table'),
  GROUPS_TABLE: named('the name of the groups table'),
  EMAILS_TABLE: named('the name of the e-mails table'),
  TRAIL_TABLE: named('the name of the trail table'),
  TOMBSTONES_TABLE: named('the name of the tombstones table'),
  FEEDS_TABLE: named('the name of the feeds table'),
  STAFF_TABLE: named('the name of the staff table'),
  PACKED_GROUPS: named('the bucket and key of the packed groups, as bucket/key'),
  INTAKES_QUEUE_URL: named('the address of the intakes queue'),
  EMAILS_QUEUE_URL: named('the address of the emails queue'),
  /** Names of SSM parameters, read at start-up in one call. All but the address are secrets, read through SSM as well. */
  IDENTIFIER_KEY_NAME: named('the parameter that holds the key for references and ids'),
  LINK_KEYS_NAME: named('the parameter that holds the keys for private links'),
  SITE_ADDRESS_NAME: named('the parameter that holds the address of the site'),
  STAFF_SIGN_IN_NAME: named('the parameter that says where staff sign in'),
  CONFIGURATION_SET: named('the SES configuration set that reports what became of an e-mail to a person'),
  /** Apart from the other because it must not suppress: mail to staff is tried even where it came back before. */
  STAFF_CONFIGURATION_SET: named('the SES configuration set that reports what became of an e-mail to staff'),
  SENDER_ADDRESS: z.email({ error: 'the e-mail address that we send from' }),
  STAFF_ADDRESS: z.email({ error: 'the e-mail address of the intake staff' }),
  ORGANISATION_NAME: named('the name of the organisation'),
  /** True, but telling nothing: it stands as the sender in a mailbox that someone else may read. */
  DISCREET_NAME: named('a name for the sender that does not tell what we do'),
  HELP_PHONE: named('the phone number of the organisation, as people read it'),
  STAFF_TIME_ZONE: z
    .string()
    .check(z.refine(isTimeZone, { error: 'the time zone of the staff, such as America/Chicago' })),
  /** Days on which staff are away, as 2026-12-25,2027-01-01; beside Saturdays and Sundays. */
  CLOSED_DAYS: z._default(
    z
      .string()
      .check(
        z.regex(/^(\d{4}-\d{2}-\d{2}(,\d{4}-\d{2}-\d{2})*)?$/, { error: 'days as 2026-12-25,2027-01-01' }),
      ),
    '',
  ),
  /** Whoever answers for the intake staff: hears of what is still not done a working day after staff were reminded. */
  SUPERVISOR_ADDRESS: z._default(
    z.union([z.literal(''), z.email()], {
      error: 'the e-mail address of whoever answers for the intake staff',
    }),
    '',
  ),
  /** When someone is asked how it goes, in days from their first session; -1 is the reminder of the day before. */
  FOLLOW_UP_DAYS: z._default(
    z
      .string()
      .check(
        z.regex(/^-?\d{1,3}(,-?\d{1,3})*$/, { error: 'days as -1,3,7,30,90, in order' }),
        z.refine(isInOrder, { error: 'days as -1,3,7,30,90, in order' }),
      ),
    '-1,3,7,30,90',
  ),
  /** What a person of 13 to 17 meets: other help at once, or a form that staff alone read. */
  MINORS: z._default(z.enum(['signpost', 'accept'], { error: 'signpost or accept' }), 'signpost'),
  /** Whether what a group's leader is shown of a person carries the notice of 42 CFR 2.32: `on` for a Part 2 programme. */
  PART_2_NOTICE: z._default(z.enum(['off', 'on'], { error: 'off or on' }), 'off'),
  /** Where "Leave this site" leads. It is told nothing, and should look like what anyone might be reading. */
  LEAVE_TO: z._default(
    z.string().check(z.regex(/^https?:\/\/[^\s<>"'\\?#]+$/, { error: 'the address of a page to leave to' })),
    'https://www.weather.gov/',
  ),
})

export type Settings = z.infer<typeof settingsSchema>
export type Setting = keyof Settings

/** What the stack and the local run give a function. Typed, so that a forgotten setting fails the type check. */
export type Environment = z.input<typeof settingsSchema>

/** Reads one setting; a missing or wrong one names itself. */
export const readSetting = <Name extends Setting>(
  environment: Readonly<Record<string, string | undefined>>,
  name: Name,
): Settings[Name] => {
  const one = settingsSchema.def.shape[name].safeParse(environment[name])
  // The schema of this name gives the type of this name; indexing by a generic loses that.
  if (one.success) return one.data as Settings[Name]
  throw new Error(
    `The setting ${name} is ${environment[name] ? 'wrong' : 'missing'}: it is ${one.error.issues[0]?.message}.`,
  )
}
