import type { Setting } from '../adapters/config.ts'
import type { TableName } from '../adapters/tables.ts'
import type { QueueName } from '../functions/triggers.ts'
import type { Choices } from './choices.ts'
import type { EmailSending } from './email-sending.ts'
import type { Keys } from './keys.ts'
import type { PackedGroups } from './packed-groups.ts'
import type { StaffSignIn } from './staff-sign-in.ts'

interface Parts {
  choices: Choices
  keys: Keys
  tables: Record<TableName, { tableName: string }>
  packedGroups: PackedGroups
  queues: Record<QueueName, { queue: { queueUrl: string } }>
  email: EmailSending
  staffSignIn: StaffSignIn
}

/** Every setting that any function may ask for; the type check finds a forgotten one, also an optional one. */
export const environmentOf = ({
  choices,
  keys,
  tables,
  packedGroups,
  queues,
  email,
  staffSignIn,
}: Parts): Record<Setting, string> => ({
  INTAKES_TABLE: tables.intakes.tableName,
  REFERRALS_TABLE: tables.referrals.tableName,
  GROUPS_TABLE: tables.groups.tableName,
  EMAILS_TABLE: tables.emails.tableName,
  TRAIL_TABLE: tables.trail.tableName,
  TOMBSTONES_TABLE: tables.tombstones.tableName,
  FEEDS_TABLE: tables.feeds.tableName,
  STAFF_TABLE: tables.staff.tableName,
  PACKED_GROUPS: packedGroups.address,
  INTAKES_QUEUE_URL: queues.intakes.queue.queueUrl,
  EMAILS_QUEUE_URL: queues.emails.queue.queueUrl,
  IDENTIFIER_KEY_NAME: keys.identifierKey.name,
  LINK_KEYS_NAME: keys.linkKeys.name,
  SITE_ADDRESS_NAME: keys.siteAddress.name,
  STAFF_SIGN_IN_NAME: staffSignIn.parameter.name,
  CONFIGURATION_SET: email.configurationSets.person,
  STAFF_CONFIGURATION_SET: email.configurationSets.staff,
  SENDER_ADDRESS: choices.SenderAddress,
  STAFF_ADDRESS: choices.StaffAddress,
  ORGANISATION_NAME: choices.OrganisationName,
  DISCREET_NAME: choices.DiscreetName,
  HELP_PHONE: choices.HelpPhone,
  STAFF_TIME_ZONE: choices.StaffTimeZone,
  CLOSED_DAYS: choices.ClosedDays,
  SUPERVISOR_ADDRESS: choices.SupervisorAddress,
  FOLLOW_UP_DAYS: choices.FollowUpDays,
  MINORS: choices.MinorsMode,
  PART_2_NOTICE: choices.Part2Notice,
  LEAVE_TO: choices.LeaveTo,
})
