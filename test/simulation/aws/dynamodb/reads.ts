import type { BatchGetItemCommandInput, GetItemCommandInput } from '@aws-sdk/client-dynamodb'

import { expressionsOf } from './expressions.ts'
import type { BehindMs } from './past.ts'
import { project } from './projections.ts'
import { invalid, refuseTwice } from './refusals.ts'
import type { Table, TableNamed } from './table.ts'
import { copyRow } from './values.ts'
import type { Row } from './values.ts'

type Get = Pick<
  GetItemCommandInput,
  'TableName' | 'Key' | 'ProjectionExpression' | 'ExpressionAttributeNames'
>

/** The row under one key, or the parts of it that are asked for. */
export const getRow = (table: Table, get: Get, behindMs?: BehindMs) => {
  const { projection } = expressionsOf(get)
  const key = copyRow(get.Key ?? {})
  table.schema.refuseEmptyKeys(key)
  table.schema.refuseWrongKey(key)
  const row = table.get(table.keyOf(key), behindMs)
  return row && project(row, projection)
}

export const reads = (tableNamed: TableNamed) => ({
  GetItem: (input: GetItemCommandInput, behindMs?: BehindMs) => {
    const Item = getRow(tableNamed(input.TableName), input, behindMs)
    return Item ? { Item } : {}
  },

  BatchGetItem: ({ RequestItems = {} }: BatchGetItemCommandInput, behindMs?: BehindMs) => {
    const asked = Object.entries(RequestItems)
    const wanted = asked.flatMap(([TableName, { Keys = [] }]) =>
      Keys.map((key) => `${TableName}\0${tableNamed(TableName).keyOf(key)}`),
    )
    if (wanted.length < 1 || wanted.length > 100)
      throw invalid('Too many items requested for the BatchGetItem call')
    refuseTwice(wanted, 'Provided list of item keys contains duplicates')
    const Responses: Record<string, Row[]> = {}
    for (const [TableName, { Keys = [], ConsistentRead, ...get }] of asked)
      Responses[TableName] = Keys.map((Key) =>
        getRow(tableNamed(TableName), { TableName, Key, ...get }, ConsistentRead ? undefined : behindMs),
      ).filter((row) => row !== undefined)
    return { Responses, UnprocessedKeys: {} }
  },
})
