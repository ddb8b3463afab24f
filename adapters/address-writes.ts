import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import { addressGapHours } from '../domain/letters/email.ts'
import { refusedAddressDays } from '../domain/person/retention.ts'
import type { Write } from './commit.ts'
import { secondsAfter } from './rows.ts'

const hour = 3_600_000
const iso = (milliseconds: number) => new Date(milliseconds).toISOString()
const text = (value: string): AttributeValue => ({ S: value })

const suppressionKey = (addressHash: string) => ({
  subjectId: text(`address#${addressHash}`),
  occurrence: text('refuses-mail'),
})

/** What is kept of an address, by its hash, beside the e-mails: how much it was sent of late, and whether it refuses mail. */
export const addressWrites = (table: string) => ({
  /** Holds while an address has not refused our mail. */
  takesMail: (addressHash: string): Write<'address-refuses-mail'> => ({
    refusedAs: 'address-refuses-mail',
    item: {
      ConditionCheck: {
        TableName: table,
        Key: suppressionKey(addressHash),
        ConditionExpression: 'attribute_not_exists(subjectId)',
      },
    },
  }),

  /**
   * Counts one e-mail of a template to an address. The row keeps the moments of the last three: the newest must be
   * a day old and the oldest a week, so both limits hold over any day and week and not only over calendar ones.
   */
  countToAddress: (
    addressHash: string,
    template: string,
    nowMs: number,
  ): Write<'too-many-to-this-address'> => ({
    refusedAs: 'too-many-to-this-address',
    item: {
      Update: {
        TableName: table,
        Key: { subjectId: text(`address#${addressHash}`), occurrence: text(`sent#${template}`) },
        UpdateExpression: `SET third = if_not_exists(#second, :long), #second = if_not_exists(#first, :long), #first = :now, expiresAt = :expires`,
        ConditionExpression:
          '(attribute_not_exists(#first) OR #first <= :dayAgo) AND (attribute_not_exists(third) OR third <= :weekAgo)',
        ExpressionAttributeNames: { '#first': 'first', '#second': 'second' },
        ExpressionAttributeValues: {
          ':now': text(iso(nowMs)),
          ':dayAgo': text(iso(nowMs - addressGapHours * hour)),
          ':weekAgo': text(iso(nowMs - 7 * 24 * hour)),
          ':long': text(iso(0)),
          ':expires': { N: String(Math.ceil((nowMs + 8 * 24 * hour) / 1000)) },
        },
      },
    },
  }),

  /** No more mail to this address: it bounced for good, or its reader complained. */
  refuseAddress: (addressHash: string, at: string): Write<'never'> => ({
    refusedAs: 'never',
    item: {
      Put: {
        TableName: table,
        Item: {
          ...suppressionKey(addressHash),
          since: text(at),
          expiresAt: { N: String(secondsAfter(at, refusedAddressDays)) },
        },
      },
    },
  }),
})
