/**
 * What may be logged. Alarms and the dashboard count some of these names (lib/logged.ts). Each message of a form that was
 * `accepted` ends in exactly one of `stored`, `sent-again` and `came-after-erasure`: the two sides must agree.
 */
type LogEvent =
  | 'accepted'
  | 'stored'
  | 'sent-again'
  | 'came-after-erasure'
  | 'matched-again'
  | 'email-sent'
  | 'swept'
  | 'sending-quota'
  | 'expired'
  | 'email-failed'
  | 'staff-address-bounced'
  | 'intake-could-not-be-matched'
  | 'groups-unreadable'
  | 'packed-groups-lost'
  | 'directory-published'
  | 'place-not-freed'
  | 'without-place-prices'
  | 'place-prices-lost'
  | 'place-prices-set'
  | 'request-failed'
  | 'message-failed'
  | 'sign-in-refused'
  | 'issuer-away'
  | 'reconcile-found'
  | 'reconciled'

const errors: ReadonlySet<LogEvent> = new Set([
  'email-failed',
  'staff-address-bounced',
  'intake-could-not-be-matched',
  'groups-unreadable',
  'packed-groups-lost',
  'place-prices-lost',
  'place-not-freed',
  'request-failed',
  'message-failed',
  'issuer-away',
  'reconcile-found',
])

/** Ids, codes and counts are all that a log line can hold: there is no field for words a person wrote. */
interface LogFacts {
  intakeId?: string
  referralId?: string
  groupId?: string
  emailId?: string
  code?: string
  count?: number
  lateSeconds?: number
  percent?: number
  counts?: Readonly<Record<string, number>>
  /** Where in our code: frames of a stack, without its message. */
  at?: string[]
}

export const log = (event: LogEvent, facts: LogFacts = {}) => {
  const level = errors.has(event) ? 'error' : 'info'
  process.stdout.write(`${JSON.stringify({ level, event, ...facts })}\n`)
}

const framesOf = (stack = '') =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim())

/** The kind of an error and where it was thrown. Never its message: that may quote what a person wrote. */
export const factsOf = (failure: unknown): LogFacts =>
  failure instanceof Error ? { code: failure.name, at: framesOf(failure.stack) } : { code: 'unknown' }
