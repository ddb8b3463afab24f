import type { Setting } from '../adapters/config.ts'
import type { TableName } from '../adapters/tables.ts'

/**
 * The map of the product: each function, what it does, what wakes it, and the settings it is given. Pure data: reading
 * it loads no handler. The stack deploys from it and the local run serves from it, so the two cannot drift apart.
 */
export interface Trigger {
  /** One sentence for whoever meets the function in a list. */
  does: string
  /** Method and path below the API's root. */
  routes?: readonly `${'GET' | 'POST'} /${string}`[]
  queue?: 'intakes' | 'emails' | 'ses-events'
  /** Messages in one batch, and how many batches may run at once (AWS: 2 at least). */
  batchSize?: number
  maximumConcurrency?: number
  everyMinutes?: number
  /** Soon after rows of this table were changed, by the stream of the table: to make it sooner, beside a clock. */
  changesOf?: TableName
  /** Once a day, at this full hour of UTC. Summer time moves it by an hour, which nobody minds at night. */
  dailyAtHourUtc?: number
  timeoutSeconds: number
  memoryMb: number
  settings: readonly Setting[]
}

const organisation = ['ORGANISATION_NAME', 'HELP_PHONE'] as const
const links = ['IDENTIFIER_KEY_NAME', 'LINK_KEYS_NAME', 'SITE_ADDRESS_NAME'] as const
const office = ['STAFF_TIME_ZONE', 'CLOSED_DAYS'] as const
/** What decides when the next step of a person's way is due. */
const calendar = [...office, 'FOLLOW_UP_DAYS'] as const

export const triggers = {
  'serve-form': {
    does: 'Shows the pages that need to know nothing, closes the site for whoever leaves it, and opens it again.',
    routes: [
      'GET /',
      'GET /es',
      'GET /all',
      'GET /es/all',
      'GET /now',
      'GET /es/now',
      'GET /before-you-start',
      'GET /es/before-you-start',
      'GET /privacy',
      'GET /es/privacy',
      'GET /accessibility',
      'GET /es/accessibility',
      'GET /not-for',
      'GET /es/not-for',
      'GET /under-13',
      'GET /es/under-13',
      'GET /under-18',
      'GET /es/under-18',
      'GET /stopped',
      'GET /es/stopped',
      'GET /exit',
      'GET /open',
      'GET /script/{name}',
      'GET /{proxy+}',
    ],
    timeoutSeconds: 10,
    memoryMb: 512,
    settings: [...organisation, 'LEAVE_TO'],
  },
  'ask-questions': {
    does: 'Asks page by page, and shows all answers before they are sent: the browser keeps them, and nothing else does.',
    routes: [
      'GET /questions/{page}',
      'POST /questions/{page}',
      'GET /es/questions/{page}',
      'POST /es/questions/{page}',
      'GET /check',
      'GET /es/check',
    ],
    timeoutSeconds: 10,
    memoryMb: 512,
    settings: [...organisation, 'LINK_KEYS_NAME', 'MINORS'],
  },
  'submit-intake': {
    does: 'Checks a form and accepts it: accepted means that the queue has it.',
    routes: ['POST /intakes'],
    timeoutSeconds: 15,
    memoryMb: 512,
    settings: [...organisation, ...links, ...office, 'INTAKES_QUEUE_URL', 'MINORS'],
  },
  'answer-link': {
    does: 'Opens what a private link leads to, and takes what the person answers there.',
    routes: [
      'GET /sent/{token}',
      'GET /status/{token}',
      'POST /status/{token}',
      'GET /offer/{token}',
      'POST /offer/{token}',
      'GET /check-in/{token}',
      'POST /check-in/{token}',
      'GET /stop/{token}',
      'POST /stop/{token}',
    ],
    timeoutSeconds: 15,
    memoryMb: 512,
    settings: [
      ...organisation,
      ...links,
      ...calendar,
      'INTAKES_TABLE',
      'REFERRALS_TABLE',
      'GROUPS_TABLE',
      'EMAILS_TABLE',
      'TRAIL_TABLE',
      'TOMBSTONES_TABLE',
      'INTAKES_QUEUE_URL',
      'EMAILS_QUEUE_URL',
    ],
  },
  'answer-facilitator': {
    does: 'Shows a group leader with a code whom we refer to them, and takes their answer.',
    routes: ['GET /facilitator/{token}', 'POST /facilitator/{token}'],
    timeoutSeconds: 15,
    memoryMb: 512,
    settings: [
      ...organisation,
      ...calendar,
      'LINK_KEYS_NAME',
      'PART_2_NOTICE',
      'INTAKES_TABLE',
      'REFERRALS_TABLE',
      'GROUPS_TABLE',
      'EMAILS_TABLE',
      'TRAIL_TABLE',
      'INTAKES_QUEUE_URL',
      'EMAILS_QUEUE_URL',
    ],
  },
  'sign-in-staff': {
    does: 'Signs staff in and out, and knows nothing of anyone who asked for help.',
    routes: [
      'GET /staff/sign-in',
      'GET /staff/signed-in',
      'GET /staff/sign-out',
      'POST /staff/sign-out',
      'GET /staff/sign-out-everywhere',
      'POST /staff/sign-out-everywhere',
    ],
    timeoutSeconds: 28,
    memoryMb: 512,
    settings: [
      ...organisation,
      'LINK_KEYS_NAME',
      'SITE_ADDRESS_NAME',
      'STAFF_SIGN_IN_NAME',
      'STAFF_TABLE',
      'TRAIL_TABLE',
    ],
  },
  'serve-console': {
    does: 'Shows staff what waits for them, and a form that was not taken. It writes down who looked, and nothing else.',
    routes: [
      'GET /staff',
      'GET /staff/again',
      'GET /staff/prices',
      'GET /staff/intakes',
      'GET /staff/intakes/{reference}',
      'GET /staff/intakes/{reference}/groups',
      'GET /staff/intakes/{reference}/again',
      'POST /staff/intakes/{reference}/again',
      'GET /staff/{proxy+}',
      'POST /staff/{proxy+}',
    ],
    timeoutSeconds: 28,
    memoryMb: 1024,
    settings: [
      ...organisation,
      ...calendar,
      'LINK_KEYS_NAME',
      'SITE_ADDRESS_NAME',
      'INTAKES_TABLE',
      'REFERRALS_TABLE',
      'GROUPS_TABLE',
      'EMAILS_TABLE',
      'TRAIL_TABLE',
      'STAFF_TABLE',
      'FEEDS_TABLE',
    ],
  },
  'preview-decision': {
    does: 'Shows staff the letters of a decision, and what else follows, before it is done. It writes nothing at all.',
    routes: ['GET /staff/intakes/{reference}/preview', 'POST /staff/intakes/{reference}/preview'],
    timeoutSeconds: 15,
    memoryMb: 512,
    settings: [
      ...organisation,
      ...calendar,
      'LINK_KEYS_NAME',
      'SITE_ADDRESS_NAME',
      'DISCREET_NAME',
      'INTAKES_TABLE',
      'REFERRALS_TABLE',
      'GROUPS_TABLE',
      'STAFF_TABLE',
      'FEEDS_TABLE',
    ],
  },
  'decide-intake': {
    does: 'Does what staff decided, in one transaction; what cannot be done goes on to where it is shown why.',
    routes: ['POST /staff/intakes/{reference}'],
    timeoutSeconds: 28,
    memoryMb: 512,
    settings: [
      ...organisation,
      ...links,
      ...calendar,
      'INTAKES_TABLE',
      'REFERRALS_TABLE',
      'GROUPS_TABLE',
      'EMAILS_TABLE',
      'TRAIL_TABLE',
      'TOMBSTONES_TABLE',
      'STAFF_TABLE',
      'FEEDS_TABLE',
      'INTAKES_QUEUE_URL',
      'EMAILS_QUEUE_URL',
    ],
  },
  'match-intake': {
    does: 'Chooses a group, holds a place and writes down everything that follows, in one transaction.',
    queue: 'intakes',
    batchSize: 10,
    maximumConcurrency: 5,
    timeoutSeconds: 60,
    memoryMb: 1024,
    settings: [
      ...calendar,
      'INTAKES_TABLE',
      'REFERRALS_TABLE',
      'GROUPS_TABLE',
      'EMAILS_TABLE',
      'TRAIL_TABLE',
      'TOMBSTONES_TABLE',
      'FEEDS_TABLE',
      'PACKED_GROUPS',
      'EMAILS_QUEUE_URL',
    ],
  },
  'send-email': {
    does: 'Claims an e-mail, writes it from what is true now, sends it and marks it.',
    queue: 'emails',
    batchSize: 5,
    maximumConcurrency: 2,
    timeoutSeconds: 60,
    memoryMb: 512,
    settings: [
      ...organisation,
      ...office,
      'LINK_KEYS_NAME',
      'SITE_ADDRESS_NAME',
      'DISCREET_NAME',
      'SENDER_ADDRESS',
      'STAFF_ADDRESS',
      'SUPERVISOR_ADDRESS',
      'CONFIGURATION_SET',
      'STAFF_CONFIGURATION_SET',
      'INTAKES_TABLE',
      'REFERRALS_TABLE',
      'EMAILS_TABLE',
      'TRAIL_TABLE',
    ],
  },
  'record-delivery': {
    does: 'Writes down what became of an e-mail; a bounce becomes something for staff to do.',
    queue: 'ses-events',
    batchSize: 10,
    maximumConcurrency: 2,
    timeoutSeconds: 60,
    memoryMb: 512,
    settings: [...office, 'INTAKES_TABLE', 'EMAILS_TABLE', 'TRAIL_TABLE'],
  },
  'sweep-due': {
    does: 'Looks every minute for what is due and was not done: queues only make things sooner, this makes them certain.',
    everyMinutes: 1,
    timeoutSeconds: 50,
    memoryMb: 512,
    settings: [
      ...calendar,
      'INTAKES_TABLE',
      'REFERRALS_TABLE',
      'GROUPS_TABLE',
      'EMAILS_TABLE',
      'TRAIL_TABLE',
      'INTAKES_QUEUE_URL',
      'EMAILS_QUEUE_URL',
    ],
  },
  'publish-directory': {
    does: 'Packs what is searched of all groups into one piece, for the matcher to choose from without reading the table.',
    changesOf: 'groups',
    everyMinutes: 15,
    timeoutSeconds: 300,
    memoryMb: 1769,
    settings: ['GROUPS_TABLE', 'PACKED_GROUPS'],
  },
  reconcile: {
    does: 'Looks each night whether the records agree and nobody is forgotten. It says so, and mends nothing.',
    dailyAtHourUtc: 9,
    timeoutSeconds: 600,
    memoryMb: 1024,
    settings: ['INTAKES_TABLE', 'REFERRALS_TABLE', 'GROUPS_TABLE', 'EMAILS_TABLE'],
  },
  'set-place-prices': {
    does: 'Counts each night what a place in each group costs those who need it more, for the matcher to weigh.',
    dailyAtHourUtc: 10,
    timeoutSeconds: 900,
    memoryMb: 1769,
    settings: ['INTAKES_TABLE', 'REFERRALS_TABLE', 'GROUPS_TABLE', 'FEEDS_TABLE'],
  },
  'erase-expired': {
    does: 'Erases each night what has been kept as long as we promise, by the flow that erases whoever asks for it.',
    dailyAtHourUtc: 8,
    timeoutSeconds: 600,
    memoryMb: 512,
    settings: [
      ...calendar,
      'INTAKES_TABLE',
      'REFERRALS_TABLE',
      'GROUPS_TABLE',
      'EMAILS_TABLE',
      'TRAIL_TABLE',
      'TOMBSTONES_TABLE',
      'INTAKES_QUEUE_URL',
      'EMAILS_QUEUE_URL',
    ],
  },
} as const satisfies Record<string, Trigger>

export type FunctionName = keyof typeof triggers
export type QueueName = 'intakes' | 'emails' | 'ses-events'
