import type { Environment } from '../adapters/config.ts'
import { localTables } from './create-tables.ts'

/**
 * What an organisation would choose at deployment. All of it is invented; 555-01xx numbers are kept for fiction. The
 * sender tells as little as the discreet name does: both show in a mailbox that others may read.
 */
const choices = {
  CONFIGURATION_SET: 'open-circle',
  STAFF_CONFIGURATION_SET: 'open-circle-to-staff',
  SENDER_ADDRESS: 'notes@rc.example.org',
  STAFF_ADDRESS: 'intake@riverside.example.org',
  ORGANISATION_NAME: 'Riverside Circle',
  DISCREET_NAME: 'Riverside RC',
  HELP_PHONE: '1-800-555-0199',
  STAFF_TIME_ZONE: 'America/Los_Angeles',
  CLOSED_DAYS: '',
  SUPERVISOR_ADDRESS: 'lead@riverside.example.org',
  FOLLOW_UP_DAYS: '-1,3,7,30,90',
  MINORS: 'signpost',
  PART_2_NOTICE: 'off',
  LEAVE_TO: 'https://www.weather.gov/',
} as const satisfies Partial<Environment>

/** The one bucket on one machine. */
export const packedGroupsBucket = 'open-circle-packed-groups'

/** Names under which the local Parameter Store holds what the stack would have put there. */
export const parameterNames = {
  IDENTIFIER_KEY_NAME: '/aws/reference/secretsmanager/open-circle-identifier-key',
  LINK_KEYS_NAME: '/aws/reference/secretsmanager/open-circle-link-keys',
  SITE_ADDRESS_NAME: '/open-circle/site-address',
  STAFF_SIGN_IN_NAME: '/aws/reference/secretsmanager/open-circle-staff-sign-in',
} as const

/** The settings of every function on one machine. */
export const localSettings = (
  queueUrls: { intakes: string; emails: string },
  given: Partial<Environment> = {},
): Environment => ({
  INTAKES_TABLE: localTables.intakes,
  REFERRALS_TABLE: localTables.referrals,
  GROUPS_TABLE: localTables.groups,
  EMAILS_TABLE: localTables.emails,
  TRAIL_TABLE: localTables.trail,
  TOMBSTONES_TABLE: localTables.tombstones,
  FEEDS_TABLE: localTables.feeds,
  STAFF_TABLE: localTables.staff,
  PACKED_GROUPS: `${packedGroupsBucket}/groups`,
  INTAKES_QUEUE_URL: queueUrls.intakes,
  EMAILS_QUEUE_URL: queueUrls.emails,
  ...parameterNames,
  ...choices,
  ...given,
})
