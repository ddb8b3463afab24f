import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import { canonical, compareNumbers } from './numbers.ts'
import { invalid } from './refusals.ts'

export type Row = Record<string, AttributeValue>

/** S, N, M and so on; undefined for what is not there. */
export const typeOf = (value: AttributeValue | undefined) => value && Object.keys(value)[0]

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

const setOf = <Member>(members: readonly Member[], textOf: (member: Member) => string) => {
  if (members.length === 0)
    throw invalid('One or more parameter values were invalid: An set may not be empty')
  if (new Set(members.map(textOf)).size < members.length)
    throw invalid('One or more parameter values were invalid: Input collection contains duplicates.')
  return [...members]
}

/** A value of its own that nobody else holds, as DynamoDB would write it; throws on what it would refuse. */
export const copyOf = (value: AttributeValue): AttributeValue => {
  if (value.S !== undefined) return { S: value.S }
  if (value.N !== undefined) return { N: canonical(value.N) }
  if (value.BOOL !== undefined) return { BOOL: value.BOOL }
  if (value.M !== undefined) return { M: copyRow(value.M) }
  if (value.L !== undefined) return { L: value.L.map(copyOf) }
  if (value.NULL !== undefined) return { NULL: value.NULL }
  if (value.SS !== undefined) return { SS: setOf(value.SS, (member) => member) }
  if (value.NS !== undefined) return { NS: setOf(value.NS.map(canonical), (member) => member) }
  if (value.B !== undefined) return { B: value.B.slice() }
  if (value.BS !== undefined) return { BS: setOf(value.BS, base64) }
  throw invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes')
}

export const copyRow = (row: Row): Row => {
  const copy: Row = {}
  for (const name in row) {
    const value = row[name]
    // The SDK leaves out what is undefined when it writes a request.
    if (value !== undefined) copy[name] = copyOf(value)
  }
  return copy
}

/** What makes a key one of its kind. */
export const textOf = (value: AttributeValue) => value.S ?? value.N ?? base64(value.B ?? new Uint8Array())

const beyondSixteenBits = /[\uD800-\uDFFF]/

/** By their bytes, which is the order of JavaScript's own comparison but for what lies beyond sixteen bits. */
const compareTexts = (one: string, other: string) => {
  if (one === other) return 0
  if (beyondSixteenBits.test(one) || beyondSixteenBits.test(other))
    return Buffer.compare(Buffer.from(one), Buffer.from(other))
  return one < other ? -1 : 1
}

/** Below, at or above zero; undefined where DynamoDB knows no order. */
export const compareValues = (one: AttributeValue, other: AttributeValue) => {
  if (one.S !== undefined && other.S !== undefined) return compareTexts(one.S, other.S)
  if (one.N !== undefined && other.N !== undefined) return compareNumbers(one.N, other.N)
  if (one.B !== undefined && other.B !== undefined) return Buffer.compare(one.B, other.B)
  return undefined
}

const sameMembers = (members: readonly string[], others: readonly string[]) =>
  members.length === others.length && members.every((member) => others.includes(member))

export const areEqual = (one: AttributeValue, other: AttributeValue | undefined): boolean => {
  if (!other) return false
  if (one.BOOL !== undefined) return one.BOOL === other.BOOL
  if (one.NULL !== undefined) return one.NULL === other.NULL
  if (one.L)
    return one.L.length === other.L?.length && one.L.every((value, i) => areEqual(value, other.L?.[i]))
  if (one.M)
    return (
      Object.keys(one.M).length === Object.keys(other.M ?? {}).length &&
      Object.entries(one.M).every(([name, value]) => areEqual(value, other.M?.[name]))
    )
  if (one.SS) return sameMembers(one.SS, other.SS ?? [])
  if (one.NS) return sameMembers(one.NS, other.NS ?? [])
  if (one.BS) return sameMembers(one.BS.map(base64), other.BS?.map(base64) ?? [])
  return compareValues(one, other) === 0
}

/** In bytes, as DynamoDB counts: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const sizeOf = (value: AttributeValue): number => {
  if (value.S !== undefined) return Buffer.byteLength(value.S)
  if (value.N !== undefined) return Math.ceil(value.N.replace(/^[-0.]+/, '').length / 2) + 1
  if (value.B !== undefined) return value.B.length
  if (value.M !== undefined) return 3 + rowSize(value.M) + Object.keys(value.M).length
  if (value.L !== undefined) return 3 + sum(value.L.map((member) => 1 + sizeOf(member)))
  if (value.SS !== undefined) return sum(value.SS.map((member) => sizeOf({ S: member })))
  if (value.NS !== undefined) return sum(value.NS.map((member) => sizeOf({ N: member })))
  if (value.BS !== undefined) return sum(value.BS.map((member) => member.length))
  return 1
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

export const rowSize = (row: Row) => {
  let bytes = 0
  for (const name in row) {
    const value = row[name]
    if (value !== undefined) bytes += Buffer.byteLength(name) + sizeOf(value)
  }
  return bytes
}
