/**
 * Every table, its key and its indexes. The stack and the local run both build from this; keys and indexes are final,
 * because adding one later is an operator's migration (CloudFormation changes one index per table per update).
 */
export interface TableKey {
  partition: string
  sort?: string
}

interface TableShape extends TableKey {
  indexes: Record<string, TableKey>
  /** The attribute, in seconds since 1970, after which DynamoDB removes a row by itself. */
  expiresBy?: string
}

const next = {
  /** What must this owner do, soonest first? */
  inbox: { partition: 'inboxOwner', sort: 'inboxDueAt' },
  /** What has the sweeper to look at? Spread over `dueShards` partitions; the key leaves when nothing is due. */
  due: { partition: 'dueShard', sort: 'sweepAt' },
} as const

export const tables = {
  intakes: {
    partition: 'intakeId',
    indexes: {
      ...next,
      byReference: { partition: 'reference' },
      possibleDuplicatesByEmail: { partition: 'emailHash', sort: 'receivedAt' },
      possibleDuplicatesByPhone: { partition: 'phoneHash', sort: 'receivedAt' },
    },
  },
  referrals: {
    partition: 'referralId',
    indexes: {
      ...next,
      byIntake: { partition: 'intakeId', sort: 'referralId' },
      byGroup: { partition: 'groupId', sort: 'referralId' },
    },
  },
  groups: { partition: 'groupId', indexes: { byFeed: { partition: 'feedId', sort: 'externalId' } } },
  emails: {
    partition: 'subjectId',
    sort: 'occurrence',
    indexes: { due: { partition: 'dueShard', sort: 'nextTryAt' }, byEmailId: { partition: 'emailId' } },
    expiresBy: 'expiresAt',
  },
  trail: { partition: 'subjectId', sort: 'entryId', indexes: {} },
  staff: { partition: 'staffId', indexes: {} },
  tombstones: { partition: 'intakeId', indexes: {}, expiresBy: 'expiresAt' },
  feeds: { partition: 'feedId', indexes: {} },
} as const satisfies Record<string, TableShape>

export type TableName = keyof typeof tables

/** Partitions of each `due` index: one partition alone takes 1,000 writes a second. */
export const dueShards = ['0', '1', '2', '3'] as const
