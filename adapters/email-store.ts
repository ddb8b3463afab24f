import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb'

import type { EmailNudge } from '../domain/letters/email-nudge.ts'
import { type Email, emailSchema, leaseMinutes } from '../domain/letters/email.ts'
import { emailRowDays } from '../domain/person/retention.ts'
import { addressWrites } from './address-writes.ts'
import type { Write } from './commit.ts'
import { dueRows } from './due.ts'
import { everyRow } from './every-row.ts'
import { type Readable, fromItem, readEach, secondsAfter, toItem } from './rows.ts'
import { shardOf } from './shard.ts'
import { sortKeys } from './sort-keys.ts'

/** States in which the sweeper still has something to do; the others leave its index. */
const isUnsettled = ({ state }: Email) => state === 'pending' || state === 'sending'

export const emailRow = (email: Email) =>
  toItem({
    ...email,
    dueShard: isUnsettled(email) ? shardOf(email.subjectId) : undefined,
    expiresAt: secondsAfter(email.dueAt, emailRowDays),
  })

const keyOf = ({ subjectId, occurrence }: Pick<Email, 'subjectId' | 'occurrence'>) => ({
  subjectId: { S: subjectId },
  occurrence: { S: occurrence },
})

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()
const text = (value: string): AttributeValue => ({ S: value })

export const emailStore = (dynamodb: DynamoDBClient, table: string) => ({
  async find(key: Pick<Email, 'subjectId' | 'occurrence'>): Promise<Email | null> {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
    )
    return Item ? fromItem(emailSchema, Item) : null
  },

  /** The e-mail that SES reports on by the id we tagged it with. */
  async findById(emailId: string): Promise<Email | null> {
    const { Items } = await dynamodb.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'byEmailId',
        KeyConditionExpression: 'emailId = :emailId',
        ExpressionAttributeValues: { ':emailId': text(emailId) },
      }),
    )
    const found = Items?.[0]
    // The index may lag behind a claim; what is true now stands in the table.
    return found ? this.find(fromItem(emailSchema, found)) : null
  },

  /** Every e-mail about one intake. */
  async about(subjectId: string): Promise<Email[]> {
    const pages = paginateQuery(
      { client: dynamodb },
      {
        TableName: table,
        KeyConditionExpression: 'subjectId = :subjectId',
        ExpressionAttributeValues: { ':subjectId': text(subjectId) },
      },
    )
    const about: Email[] = []
    for await (const { Items = [] } of pages) about.push(...Items.map((item) => fromItem(emailSchema, item)))
    return about
  },

  /** The keys of every e-mail about one intake, whether or not its row can be read. */
  async keysAbout(subjectId: string): Promise<Pick<Email, 'subjectId' | 'occurrence'>[]> {
    const keys = await sortKeys(dynamodb, table, ['subjectId', subjectId], 'occurrence')
    return keys.map((occurrence) => ({ subjectId, occurrence }))
  },

  /** For someone who is erased. */
  remove: (key: Pick<Email, 'subjectId' | 'occurrence'>): Write<'never'> => ({
    refusedAs: 'never',
    item: { Delete: { TableName: table, Key: keyOf(key) } },
  }),

  add: (email: Email): Write<'already-stored'> => ({
    refusedAs: 'already-stored',
    item: {
      Put: {
        TableName: table,
        Item: emailRow(email),
        ConditionExpression: 'attribute_not_exists(subjectId)',
      },
    },
  }),

  /**
   * Takes an e-mail for one try, if it is still as the nudge saw it: pending, or being sent under a lease that is over.
   * A lease that is over means that we never learned what became of that try, and it is counted.
   */
  claim: (
    { attempts, state, ...key }: EmailNudge,
    claimId: string,
    nowMs: number,
  ): Write<'not-to-claim'> => ({
    refusedAs: 'not-to-claim',
    item: {
      Update: {
        TableName: table,
        Key: keyOf(key),
        UpdateExpression:
          'SET #state = :sending, claimId = :claimId, leaseUntil = :leaseUntil, nextTryAt = :leaseUntil, attempts = :next, isCounted = :counted ADD unknownOutcomes :unknown',
        ConditionExpression:
          state === 'sending'
            ? 'attempts = :attempts AND #state = :sending AND leaseUntil < :now'
            : 'attempts = :attempts AND #state = :pending',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ...(state === 'sending' ? { ':now': text(iso(nowMs)) } : { ':pending': text('pending') }),
          ':sending': text('sending'),
          ':claimId': text(claimId),
          ':leaseUntil': text(iso(nowMs + leaseMinutes * 60_000)),
          ':attempts': { N: String(attempts) },
          ':next': { N: String(attempts + 1) },
          ':counted': { BOOL: true },
          ':unknown': { N: state === 'sending' ? '1' : '0' },
        },
      },
    },
  }),

  /**
   * Gives a claim back: this try is known not to have reached SES. Needs no more of the row than its key. For another
   * address, whose limits have not heard of it yet, it counts anew.
   */
  putBack: (
    key: Pick<Email, 'subjectId' | 'occurrence'>,
    claimId: string,
    nextTryAt: string,
    addressHash?: string | null,
  ): Write<'email-moved'> => ({
    refusedAs: 'email-moved',
    item: {
      Update: {
        TableName: table,
        Key: keyOf(key),
        UpdateExpression: `SET #state = :pending, nextTryAt = :nextTryAt, claimId = :none, leaseUntil = :none${addressHash === undefined ? '' : ', addressHash = :addressHash, isCounted = :counted'}`,
        ConditionExpression: '#state = :sending AND claimId = :claimId',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':pending': text('pending'),
          ':sending': text('sending'),
          ':claimId': text(claimId),
          ':nextTryAt': text(nextTryAt),
          ':none': { NULL: true },
          ...(addressHash === undefined
            ? {}
            : {
                ':addressHash': addressHash === null ? { NULL: true } : text(addressHash),
                ':counted': { BOOL: false },
              }),
        },
      },
    },
  }),

  ...addressWrites(table),

  /** Replaces `before` by `after` while it is in the same state under the same claim. */
  change: (before: Email, after: Email): Write<'email-moved'> => ({
    refusedAs: 'email-moved',
    item: {
      Put: {
        TableName: table,
        Item: emailRow(after),
        ConditionExpression: '#state = :state AND attempts = :attempts',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':state': text(before.state),
          ':attempts': { N: String(before.attempts) },
        },
      },
    },
  }),

  /** Without the counters of addresses, which have no id. */
  every: () =>
    everyRow(dynamodb, table, (item) => fromItem(emailSchema, item), {
      isRow: ({ emailId }) => emailId !== undefined,
    }),

  async due(now: string): Promise<Readable<Email>> {
    return readEach(await dueRows(dynamodb, table, 'nextTryAt', now), (item) => fromItem(emailSchema, item))
  },
})
