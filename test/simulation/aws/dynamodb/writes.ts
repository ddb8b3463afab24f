import type {
  AttributeValue,
  BatchWriteItemCommandInput,
  DeleteItemCommandInput,
  PutItemCommandInput,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'

import { expressionsOf } from './expressions.ts'
import type { Expressions } from './expressions.ts'
import { project } from './projections.ts'
import { conditionFailed, invalid, refuseTwice } from './refusals.ts'
import type { TableNamed } from './table.ts'
import { copyRow } from './values.ts'
import type { Row } from './values.ts'

const largestBytes = 400 * 1024

/** One action on one row: a command of its own, or a part of a transaction. */
export type Action = Expressions & {
  TableName?: string | undefined
  Item?: Record<string, AttributeValue> | undefined
  Key?: Record<string, AttributeValue> | undefined
  ReturnValuesOnConditionCheckFailure?: string | undefined
}
export type Kind = 'Put' | 'Update' | 'Delete' | 'ConditionCheck'

/** Checks what can be judged without reading the row; then `decide` says what the row becomes, and writes nothing. */
export const prepare = (tableNamed: TableNamed, kind: Kind, action: Action) => {
  const table = tableNamed(action.TableName)
  const { schema } = table
  const read = expressionsOf(action)
  const given = copyRow(action.Item ?? action.Key ?? {})
  const key = table.keyOf(given)
  schema.refuseEmptyKeys(given)

  const updated = (before: Row | undefined) => {
    if (read.updated.some(([name]) => schema.key.some((one) => one === name)))
      throw invalid(
        'One or more parameter values were invalid: Cannot update an attribute that is part of the key',
      )
    const row = read.update?.apply(read.scope(before ?? given)) ?? before ?? given
    schema.refuseEmptyKeys(row)
    return row
  }
  const becomes = (before: Row | undefined) => {
    if (kind === 'Delete') return undefined
    const row = kind === 'Put' ? given : updated(before)
    schema.refuseWrongRow(row)
    const entry = table.entryOf(row)
    if (entry.bytes > largestBytes) throw invalid('Item size has exceeded the maximum allowed size')
    return entry
  }
  const decide = () => {
    if (kind !== 'Put') schema.refuseWrongKey(given)
    const before = table.get(key)
    if (read.condition && !read.condition.holds(read.scope(before)))
      throw conditionFailed(
        before && action.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? copyRow(before) : undefined,
      )
    if (kind === 'ConditionCheck') return { before }
    const after = becomes(before)
    return { before, after: after?.row, write: () => table.replace(key, after) }
  }
  return { identity: `${action.TableName}\0${key}`, read, decide }
}
export type Prepared = ReturnType<typeof prepare>

const perform = (tableNamed: TableNamed, kind: Kind, action: Action) => {
  const { read, decide } = prepare(tableNamed, kind, action)
  const { before, after, write } = decide()
  write?.()
  return { before, after, read }
}

const attributes = (row: Row | undefined) => (row ? { Attributes: copyRow(row) } : {})

export const writes = (tableNamed: TableNamed) => ({
  PutItem: (input: PutItemCommandInput) => {
    const { before } = perform(tableNamed, 'Put', input)
    return input.ReturnValues === 'ALL_OLD' ? attributes(before) : {}
  },

  DeleteItem: (input: DeleteItemCommandInput) => {
    const { before } = perform(tableNamed, 'Delete', input)
    return input.ReturnValues === 'ALL_OLD' ? attributes(before) : {}
  },

  UpdateItem: (input: UpdateItemCommandInput) => {
    const { before, after, read } = perform(tableNamed, 'Update', input)
    const { ReturnValues = 'NONE' } = input
    const row = ReturnValues.endsWith('_OLD') ? before : ReturnValues.endsWith('_NEW') ? after : undefined
    return attributes(row && ReturnValues.startsWith('UPDATED') ? project(row, read.updated) : row)
  },

  BatchWriteItem: ({ RequestItems = {} }: BatchWriteItemCommandInput) => {
    const prepared = Object.entries(RequestItems).flatMap(([TableName, requests]) =>
      requests.map(({ PutRequest, DeleteRequest }) =>
        PutRequest
          ? prepare(tableNamed, 'Put', { TableName, Item: PutRequest.Item })
          : prepare(tableNamed, 'Delete', { TableName, Key: DeleteRequest?.Key }),
      ),
    )
    if (prepared.length < 1 || prepared.length > 25)
      throw invalid('Member must have length between 1 and 25, inclusive')
    refuseTwice(
      prepared.map(({ identity }) => identity),
      'Provided list of item keys contains duplicates',
    )
    for (const { write } of prepared.map(({ decide }) => decide())) write?.()
    return { UnprocessedItems: {} }
  },
})
