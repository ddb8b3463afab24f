import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import { resolve } from './grammar.ts'
import type { Operand, Path, Scope, Text } from './grammar.ts'
import { add, subtract } from './numbers.ts'
import { stepsOf } from './projections.ts'
import { invalid } from './refusals.ts'
import { copyOf, copyRow } from './values.ts'
import type { Row } from './values.ts'

/** What becomes of the attribute at a path; undefined takes it away. */
type Change = { path: Path; becomes: (scope: Scope) => AttributeValue | undefined }

export type Update = {
  paths: Path[]
  /** The row as it will be; the one in the scope stays as it is. */
  apply: (scope: Scope) => Row
}

const wrongType = () => invalid('An operand in the update expression has an incorrect data type')

const present = (value: AttributeValue | undefined) => {
  if (!value) throw invalid('The provided expression refers to an attribute that does not exist in the item')
  return value
}

const numbers = (one: AttributeValue, other: AttributeValue, combine: (a: string, b: string) => string) => {
  if (one.N === undefined || other.N === undefined) throw wrongType()
  return { N: combine(one.N, other.N) }
}

const union = (members: readonly string[], more: readonly string[]) => [...new Set([...members, ...more])]
const without = (members: readonly string[], fewer: readonly string[]) =>
  members.filter((member) => !fewer.includes(member))

/** Sets of bytes are left out: nothing of ours holds any. */
const combineSets = (one: AttributeValue, other: AttributeValue, combine: typeof union) => {
  if (one.SS && other.SS) return { SS: combine(one.SS, other.SS) }
  if (one.NS && other.NS) return { NS: combine(one.NS, other.NS) }
  throw wrongType()
}

const added = (before: AttributeValue | undefined, more: AttributeValue) => {
  if (more.N === undefined && !more.SS && !more.NS) throw wrongType()
  if (!before) return more
  return more.N === undefined ? combineSets(before, more, union) : numbers(before, more, add)
}

const lessened = (before: AttributeValue | undefined, fewer: AttributeValue) => {
  const left = before && combineSets(before, fewer, without)
  return left && (left.SS ?? left.NS).length > 0 ? left : undefined
}

/** Places in lists are counted as they were before, so the last of them goes first. */
const place = ({ path }: Change) => {
  const last = path.at(-1)
  return typeof last === 'number' ? last : -1
}

const put = (row: Row, { path, becomes }: Change, scope: Scope) => {
  const value = becomes(scope)
  const steps = stepsOf(path, scope.names)
  const step = steps.at(-1)
  let within: AttributeValue | undefined = { M: row }
  for (const outer of steps.slice(0, -1))
    within = typeof outer === 'number' ? within?.L?.[outer] : within?.M?.[outer]

  if (typeof step === 'number' && within?.L) {
    if (value) within.L[Math.min(step, within.L.length)] = copyOf(value)
    else within.L.splice(step, 1)
  } else if (typeof step === 'string' && within?.M) {
    if (value) within.M[step] = copyOf(value)
    else delete within.M[step]
  } else throw invalid('The document path provided in the update expression is invalid for update')
}

/** The grammar is AWS's: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html */
export const readUpdate = (text: Text): Update => {
  const term = (): Operand['of'] => {
    if (!text.isCall()) return text.operand().of
    const name = text.takeMatching(/^(?:if_not_exists|list_append)$/)
    text.expect('(')
    const first = name === 'if_not_exists' ? text.path() : term()
    text.expect(',')
    const second = term()
    text.expect(')')
    if (typeof first !== 'function') return (scope) => resolve(first, scope) ?? second(scope)
    return (scope) => {
      const [one, other] = [present(first(scope)), present(second(scope))]
      if (!one.L || !other.L) throw wrongType()
      return { L: [...one.L, ...other.L] }
    }
  }
  const set = (): Change => {
    const path = text.path()
    text.expect('=')
    const left = term()
    const combine = text.took('+') ? add : text.took('-') ? subtract : undefined
    if (!combine) return { path, becomes: (scope) => present(left(scope)) }
    const right = term()
    return { path, becomes: (scope) => numbers(present(left(scope)), present(right(scope)), combine) }
  }
  const remove = (): Change => ({ path: text.path(), becomes: () => undefined })
  const from = (combine: typeof added | typeof lessened) => (): Change => {
    const path = text.path()
    const value = text.value()
    return { path, becomes: (scope) => combine(resolve(path, scope), present(scope.values[value])) }
  }
  const clauses = { SET: set, ADD: from(added), DELETE: from(lessened), REMOVE: remove }

  const read = new Map<string, Change[]>()
  while (!text.isDone()) {
    // The shape lets nothing else through.
    const clause = text.takeMatching(/^(?:SET|ADD|DELETE|REMOVE)$/i).toUpperCase() as keyof typeof clauses
    if (read.has(clause)) throw text.refuse(`The "${clause}" section can only be used once`)
    read.set(clause, text.list(clauses[clause]))
  }
  const removed = (read.get('REMOVE') ?? []).toSorted((one, other) => place(other) - place(one))
  const changes = [...['SET', 'ADD', 'DELETE'].flatMap((clause) => read.get(clause) ?? []), ...removed]

  return {
    paths: changes.map(({ path }) => path),
    apply: (scope) => {
      const row = copyRow(scope.row)
      for (const change of changes) put(row, change, scope)
      return row
    },
  }
}
