import type { QueryCommandInput, ScanCommandInput } from '@aws-sdk/client-dynamodb'

import { expressionsOf } from './expressions.ts'
import type { Read } from './expressions.ts'
import { comparePlaces } from './listing.ts'
import type { Entry, Listing } from './listing.ts'
import type { BehindMs } from './past.ts'
import { project } from './projections.ts'
import { invalid } from './refusals.ts'
import { attributesOf } from './schema.ts'
import type { Table, TableNamed } from './table.ts'
import { copyRow, textOf } from './values.ts'
import type { Row } from './values.ts'

/** DynamoDB ends a page once the rows it looked at reach this size. */
const pageBytes = 1024 * 1024

const indexOf = (table: Table, input: QueryCommandInput | ScanCommandInput) => {
  if (input.IndexName === undefined) return table.own
  const index = table.indexes.get(input.IndexName)
  if (!index) throw invalid(`The table does not have the specified index: ${input.IndexName}`)
  if (input.ConsistentRead) throw invalid('Consistent reads are not supported on global secondary indexes')
  return index
}

const sortConditions = new Set(['=', '<', '<=', '>', '>=', 'BETWEEN', 'begins_with'])

/** The partition that a query names, and what else a row's key must hold. */
const keyConditionOf = (table: Table, { partition, sort }: Listing, { key, names, values }: Read) => {
  if (!key)
    throw invalid(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    )
  const parts = (key.parts ?? [key]).map((part) => {
    const [name = '', ...deeper] = part.key?.path ?? []
    const value = values[part.key?.value ?? '']
    if (!part.key || !value || deeper.length > 0)
      throw invalid('Invalid operator used in KeyConditionExpression')
    const attribute = names[name] ?? name
    if (!table.schema.hasType(attribute, value))
      throw invalid(
        'One or more parameter values were invalid: Condition parameter type does not match schema type',
      )
    return { attribute, value, by: part.key.by, holds: part.holds }
  })
  const wanted = parts.find(({ attribute, by }) => attribute === partition && by === '=')
  const others = parts.filter((part) => part !== wanted)
  if (!wanted) throw invalid(`Query condition missed key schema element: ${partition}`)
  if (others.length > 1 || others.some(({ attribute, by }) => attribute !== sort || !sortConditions.has(by)))
    throw invalid('Query key condition not supported')
  return { partition: textOf(wanted.value), rest: others[0]?.holds }
}

/** Where the page before ended: the same attributes that it had given. */
const startOf = (table: Table, keys: string[], start: Row | undefined) => {
  if (!start) return undefined
  const row = copyRow(start)
  const names = Object.keys(row)
  if (names.length !== keys.length || !keys.every((name) => table.schema.hasType(name, row[name])))
    throw invalid('The provided starting key is invalid')
  return table.entryOf(row)
}

const pageOf = (
  entries: readonly Entry[],
  input: QueryCommandInput | ScanCommandInput,
  { filter, projection, scope }: Read,
  keys: string[],
) => {
  const { Limit = Infinity, Select } = input
  if (Limit < 1) throw invalid('Limit must be greater than or equal to 1')
  let [looked, bytes] = [0, 0]
  let last: Entry | undefined
  const passed: Row[] = []
  for (const entry of entries) {
    looked += 1
    bytes += entry.bytes
    if (!filter || filter.holds(scope(entry.row))) passed.push(entry.row)
    if (looked >= Limit || bytes >= pageBytes) {
      last = entry
      break
    }
  }
  const ofKeys = keys.map((name) => [name])
  return {
    Count: passed.length,
    ScannedCount: looked,
    ...(Select !== 'COUNT' && { Items: passed.map((row) => project(row, projection)) }),
    ...(last && { LastEvaluatedKey: project(last.row, ofKeys) }),
  }
}

export const queries = (tableNamed: TableNamed) => ({
  Query: (input: QueryCommandInput, behindMs?: BehindMs) => {
    const table = tableNamed(input.TableName)
    const index = indexOf(table, input)
    const read = expressionsOf(input)
    const { partition, rest } = keyConditionOf(table, index, read)
    const keys = [...new Set([...table.schema.key, ...attributesOf(index)])]
    const start = startOf(table, keys, input.ExclusiveStartKey)

    const listed = table.listed(index, partition, behindMs)
    const direction = input.ScanIndexForward === false ? -1 : 1
    const inRange = listed.filter(
      (entry) =>
        (!rest || rest(read.scope(entry.row))) && (!start || index.compare(entry, start) * direction > 0),
    )
    return pageOf(direction < 0 ? inRange.toReversed() : inRange, input, read, keys)
  },

  Scan: (input: ScanCommandInput, behindMs?: BehindMs) => {
    const table = tableNamed(input.TableName)
    if (input.IndexName !== undefined) throw new Error('The model does not scan indexes.')
    const start = startOf(table, table.schema.key, input.ExclusiveStartKey)
    const { Segment = 0, TotalSegments = 1 } = input
    const inRange = table
      .all(comparePlaces, behindMs)
      .filter(
        (entry) => entry.place % TotalSegments === Segment && (!start || comparePlaces(entry, start) > 0),
      )
    return pageOf(inRange, input, expressionsOf(input), table.schema.key)
  },
})
