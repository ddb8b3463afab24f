import { both, comparisons, functions, isAtMost, size } from './functions.ts'
import type { Operand, Path, Scope, Text } from './grammar.ts'
import { areEqual } from './values.ts'

export type Condition = {
  holds: (scope: Scope) => boolean
  /** What must hold together, where AND stands outermost. */
  parts?: Condition[]
  /** What the condition says of one attribute, in a form that may also stand in a key condition. */
  key?: { path: Path; by: string; value: string | undefined }
}

/** The grammar is AWS's: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html */
export const readCondition = (text: Text): Condition => {
  const any = (): Condition => {
    const parts = [all()]
    while (text.took('OR')) parts.push(all())
    return parts.length === 1 && parts[0]
      ? parts[0]
      : { holds: (scope) => parts.some((part) => part.holds(scope)) }
  }
  const all = (): Condition => {
    const parts = [negated()]
    while (text.took('AND')) parts.push(negated())
    return parts.length === 1 && parts[0]
      ? parts[0]
      : { parts, holds: (scope) => parts.every((part) => part.holds(scope)) }
  }
  const negated = (): Condition => {
    if (!text.took('NOT')) return single()
    const { holds } = negated()
    return { holds: (scope) => !holds(scope) }
  }
  const single = (): Condition => {
    if (text.took('(')) {
      const inner = any()
      text.expect(')')
      return inner
    }
    return text.isCall() && text.next() !== 'size' ? call() : comparison(operand())
  }
  const call = (): Condition => {
    const name = text.takeMatching(/^\w+$/)
    const called = functions[name]
    if (!called) throw text.refuse(`Invalid function name; function: ${name}`)
    text.expect('(')
    const [one, other, ...more] = text.list(text.operand)
    text.expect(')')
    if (!one || more.length > 0 || (called.takes === 2) !== (other !== undefined))
      throw text.refuse(
        `Incorrect number of operands for operator or function; operator or function: ${name}`,
      )
    if (!one.path && name !== 'begins_with' && name !== 'contains')
      throw text.refuse(`Operator or function requires a document path; operator or function: ${name}`)
    return {
      holds: called.holds(one, other),
      ...(one.path && { key: { path: one.path, by: name, value: other?.value } }),
    }
  }
  const operand = (): Operand => {
    if (text.next() !== 'size' || !text.isCall()) return text.operand()
    text.expect('SIZE')
    text.expect('(')
    const measured = text.operand()
    text.expect(')')
    return { of: (scope) => size(measured.of(scope)) }
  }
  const comparison = (left: Operand): Condition => {
    const keyed = (by: string, ...others: Operand[]) =>
      left.path &&
      others.every(({ value }) => value) && { key: { path: left.path, by, value: others[0]?.value } }

    if (text.took('BETWEEN')) {
      const low = operand()
      text.expect('AND')
      const high = operand()
      return {
        holds: (scope) => {
          const value = left.of(scope)
          return both(low.of(scope), value, isAtMost) && both(value, high.of(scope), isAtMost)
        },
        ...keyed('BETWEEN', low, high),
      }
    }
    if (text.took('IN')) {
      text.expect('(')
      const members = text.list(operand)
      text.expect(')')
      return { holds: (scope) => members.some((member) => both(left.of(scope), member.of(scope), areEqual)) }
    }
    if (text.took('<>')) {
      const right = operand()
      return { holds: (scope) => !both(left.of(scope), right.of(scope), areEqual) }
    }
    const by = text.takeMatching(/^(?:=|<|<=|>|>=)$/)
    const compared = comparisons[by]
    if (!compared) throw text.unexpected()
    const right = operand()
    return { holds: (scope) => both(left.of(scope), right.of(scope), compared), ...keyed(by, right) }
  }

  const condition = any()
  if (!text.isDone()) throw text.unexpected()
  return condition
}
