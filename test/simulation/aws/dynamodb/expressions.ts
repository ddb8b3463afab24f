import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import { readCondition } from './conditions.ts'
import { openText } from './grammar.ts'
import type { Scope, Text } from './grammar.ts'
import { overlap, readProjection, stepsOf } from './projections.ts'
import { invalid } from './refusals.ts'
import { readUpdate } from './updates.ts'
import { copyRow } from './values.ts'
import type { Row } from './values.ts'

/** Reads each text once: a program has few expressions and uses them over and over. */
const once = <Result>(kind: string, read: (text: Text) => Result) => {
  const known = new Map<string, Text['used'] & { read: Result }>()
  return (expression: string) => {
    const before = known.get(expression)
    if (before) return before
    const text = openText(kind, expression)
    const after = { read: read(text), ...text.used }
    known.set(expression, after)
    return after
  }
}

const readers = {
  ConditionExpression: once('ConditionExpression', readCondition),
  FilterExpression: once('FilterExpression', readCondition),
  KeyConditionExpression: once('KeyConditionExpression', readCondition),
  ProjectionExpression: once('ProjectionExpression', readProjection),
  UpdateExpression: once('UpdateExpression', readUpdate),
}
type Kind = keyof typeof readers

export type Expressions = { [Name in Kind]?: string | undefined } & {
  ExpressionAttributeNames?: Record<string, string> | undefined
  ExpressionAttributeValues?: Record<string, AttributeValue> | undefined
}

/** A model that passed over what it does not know would be lying. */
const known = new Set([
  ...Object.keys(readers),
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'TableName',
  'IndexName',
  'Key',
  'Item',
  'ConsistentRead',
  'ExclusiveStartKey',
  'Limit',
  'ScanIndexForward',
  'Segment',
  'TotalSegments',
  'Select',
  'ReturnValues',
  'ReturnValuesOnConditionCheckFailure',
])

/** Everything that is given must be used, and everything that is used must be given. */
const refuseMismatch = (given: object, used: ReadonlySet<string>[], what: string) => {
  for (const name in given)
    if (!used.some((names) => names.has(name)))
      throw invalid(`Value provided in ${what} unused in expressions: keys: {${name}}`)
  for (const names of used)
    for (const name of names)
      if (!(name in given))
        throw invalid(`An expression attribute used in an expression is not defined; ${what}: ${name}`)
}

/** The expressions of one request, read and checked. */
export const expressionsOf = (input: Expressions) => {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues = {} } = input
  const values = copyRow(ExpressionAttributeValues)
  for (const [name, given] of Object.entries(input))
    if (given !== undefined && !known.has(name))
      throw new Error(`The model of DynamoDB does not know ${name}.`)
  const read = <Name extends Kind>(kind: Name) => {
    const text = input[kind]
    // Each kind's reader gives what that kind reads; the compiler cannot follow the lookup.
    return text === undefined ? undefined : (readers[kind](text) as ReturnType<(typeof readers)[Name]>)
  }
  const condition = read('ConditionExpression')
  const filter = read('FilterExpression')
  const key = read('KeyConditionExpression')
  const projection = read('ProjectionExpression')
  const update = read('UpdateExpression')

  const all = [condition, filter, key, projection, update].filter((one) => one !== undefined)
  refuseMismatch(
    names,
    all.map((one) => one.names),
    'ExpressionAttributeNames',
  )
  refuseMismatch(
    values,
    all.map((one) => one.values),
    'ExpressionAttributeValues',
  )
  const stepsIn = (paths: readonly Parameters<typeof stepsOf>[0][] | undefined) => {
    const steps = paths?.map((path) => stepsOf(path, names))
    if (steps && overlap(steps)) throw invalid('Two document paths overlap with each other')
    return steps
  }

  return {
    condition: condition?.read,
    filter: filter?.read,
    key: key?.read,
    projection: stepsIn(projection?.read),
    update: update?.read,
    updated: stepsIn(update?.read.paths) ?? [],
    names,
    values,
    scope: (row: Row = {}): Scope => ({ row, names, values }),
  }
}
export type Read = ReturnType<typeof expressionsOf>
