import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import type { Operand, Scope } from './grammar.ts'
import { areEqual, compareValues, typeOf } from './values.ts'

type Judge = (one: AttributeValue, other: AttributeValue) => boolean

/** What is not there is neither equal to anything nor before or after it. */
export const both = (one: AttributeValue | undefined, other: AttributeValue | undefined, judge: Judge) =>
  one !== undefined && other !== undefined && judge(one, other)

const ordered =
  (judge: (order: number) => boolean): Judge =>
  (one, other) => {
    const order = compareValues(one, other)
    return order !== undefined && judge(order)
  }
export const isAtMost = ordered((order) => order <= 0)

export const comparisons: Record<string, Judge> = {
  '=': areEqual,
  '<': ordered((order) => order < 0),
  '<=': isAtMost,
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
}

const contains = (whole: AttributeValue, part: AttributeValue) => {
  if (whole.S !== undefined) return part.S !== undefined && whole.S.includes(part.S)
  const members = whole.L ?? [
    ...(whole.SS ?? []).map((S) => ({ S })),
    ...(whole.NS ?? []).map((N) => ({ N })),
    ...(whole.BS ?? []).map((B) => ({ B })),
  ]
  return members.some((member) => areEqual(member, part))
}

const beginsWith = (whole: AttributeValue, start: AttributeValue) => {
  if (whole.S !== undefined && start.S !== undefined) return whole.S.startsWith(start.S)
  return (
    whole.B !== undefined &&
    start.B !== undefined &&
    Buffer.compare(whole.B.subarray(0, start.B.length), start.B) === 0
  )
}

export const size = (value: AttributeValue | undefined): AttributeValue | undefined => {
  const counted = value?.S ?? value?.B ?? value?.L ?? value?.SS ?? value?.NS ?? value?.BS
  const count = value?.M ? Object.keys(value.M).length : counted?.length
  return count === undefined ? undefined : { N: String(count) }
}

type Holds = (scope: Scope) => boolean

const ofTwo =
  (judge: Judge) =>
  (one: Operand, other?: Operand): Holds =>
  (scope) =>
    both(one.of(scope), other?.of(scope), judge)

/** Case matters in their names. */
export const functions: Record<string, { takes: 1 | 2; holds: (one: Operand, other?: Operand) => Holds }> = {
  attribute_exists: { takes: 1, holds: (one) => (scope) => one.of(scope) !== undefined },
  attribute_not_exists: { takes: 1, holds: (one) => (scope) => one.of(scope) === undefined },
  attribute_type: { takes: 2, holds: ofTwo((value, type) => typeOf(value) === type.S) },
  begins_with: { takes: 2, holds: ofTwo(beginsWith) },
  contains: { takes: 2, holds: ofTwo(contains) },
}
