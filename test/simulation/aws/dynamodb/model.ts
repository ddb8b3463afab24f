import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

import { answeredBy, nowhere } from '../answered-by.ts'
import type { Answer } from '../answered-by.ts'
import type { BehindMs } from './past.ts'
import { queries } from './queries.ts'
import { reads } from './reads.ts'
import { openTables } from './tables.ts'
import { transactions } from './transactions.ts'
import { writes } from './writes.ts'

/**
 * DynamoDB as AWS documents it, in memory and at once: an answer or one of the SDK's errors comes back before the call
 * returns, and nothing happens between calls. `now` is in milliseconds since 1970.
 */
export const dynamodbModel = ({ now }: { now: () => number }) => {
  const { tableNamed, expire, operations } = openTables(now)
  // Each operation knows the input of its own command; who sends one by its name sends that command's input.
  const commands = {
    ...operations,
    ...writes(tableNamed),
    ...reads(tableNamed),
    ...queries(tableNamed),
    ...transactions(tableNamed, now),
  } as unknown as Record<string, (input: object, behindMs?: BehindMs) => object>

  return {
    /**
     * With `behindMs`, reads that do not ask for consistency (of an index none can) see each row as it was that many
     * milliseconds ago, up to a minute: it is asked anew for each row that was written since.
     */
    perform: (commandName: string, input: object, { behindMs }: { behindMs?: BehindMs } = {}) => {
      const command = commands[commandName]
      if (!command) throw new Error(`The model of DynamoDB does not know ${commandName}.`)
      expire()
      return command(input, 'ConsistentRead' in input && input.ConsistentRead ? undefined : behindMs)
    },
    /** What the table holds now: the very rows, which a write replaces and never changes. */
    rows: (tableName: string) => {
      expire()
      return tableNamed(tableName).rows()
    },
  }
}

/** A client of DynamoDB that asks `answer` instead of AWS: `async (...request) => model.perform(...request)`. */
export const modelClient = (answer: Answer) => answeredBy(new DynamoDBClient(nowhere), answer)
