import {
  ConditionalCheckFailedException,
  IdempotentParameterMismatchException,
} from '@aws-sdk/client-dynamodb'
import type {
  CancellationReason,
  TransactGetItemsCommandInput,
  TransactWriteItem,
  TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb'

import { getRow } from './reads.ts'
import { cancelled, invalid, isInvalid, refuseTwice } from './refusals.ts'
import type { TableNamed } from './table.ts'
import { prepare } from './writes.ts'
import type { Action, Kind, Prepared } from './writes.ts'

/** How long DynamoDB remembers a ClientRequestToken. */
const rememberedMs = 10 * 60 * 1000

const refuseCount = (items: readonly unknown[]) => {
  if (items.length < 1 || items.length > 100)
    throw invalid(
      "Value at 'transactItems' failed to satisfy constraint: Member must have length between 1 and 100",
    )
}
const twice = 'Transaction request cannot include multiple operations on one item'

const soleAction = (item: TransactWriteItem) => {
  // What a TransactWriteItem has is named by its kinds.
  const [entry, ...others] = Object.entries(item).filter(([, action]) => action) as [Kind, Action][]
  if (!entry || others.length > 0)
    throw invalid('TransactItems can only contain one of Check, Put, Update or Delete')
  return entry
}

const attempt = ({ decide }: Prepared): { reason: CancellationReason; write?: (() => void) | undefined } => {
  try {
    return { reason: { Code: 'None' }, write: decide().write }
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) {
      const { Item, message: Message } = failure
      return { reason: { Code: 'ConditionalCheckFailed', Message, ...(Item && { Item }) } }
    }
    if (failure instanceof Error && isInvalid(failure))
      return { reason: { Code: 'ValidationError', Message: failure.message } }
    throw failure
  }
}

export const transactions = (tableNamed: TableNamed, now: () => number) => {
  const tokens = new Map<string, { request: string; at: number }>()

  const isRepeat = (token: string, request: string) => {
    const use = tokens.get(token)
    if (!use || now() - use.at > rememberedMs) return false
    if (use.request === request) return true
    throw new IdempotentParameterMismatchException({
      message: 'The request uses the same client token as a previous, but non-identical request.',
      $metadata: {},
    })
  }

  return {
    TransactWriteItems: ({
      TransactItems = [],
      ClientRequestToken: token,
    }: TransactWriteItemsCommandInput) => {
      refuseCount(TransactItems)
      const prepared = TransactItems.map((item) => prepare(tableNamed, ...soleAction(item)))
      const request = token === undefined ? '' : JSON.stringify(TransactItems)
      if (token !== undefined && isRepeat(token, request)) return {}
      refuseTwice(
        prepared.map(({ identity }) => identity),
        twice,
      )

      const attempts = prepared.map(attempt)
      const reasons = attempts.map(({ reason }) => reason)
      if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons)
      for (const { write } of attempts) write?.()
      if (token !== undefined) tokens.set(token, { request, at: now() })
      return {}
    },

    TransactGetItems: ({ TransactItems = [] }: TransactGetItemsCommandInput) => {
      refuseCount(TransactItems)
      const gets = TransactItems.map(({ Get }) => {
        if (!Get) throw invalid('TransactItems can only contain Get')
        return { table: tableNamed(Get.TableName), get: Get }
      })
      refuseTwice(
        gets.map(({ table, get }) => `${get.TableName}\0${table.keyOf(get.Key ?? {})}`),
        twice,
      )
      const Responses = gets.map(({ table, get }) => {
        const Item = getRow(table, get)
        return Item ? { Item } : {}
      })
      return { Responses }
    },
  }
}
