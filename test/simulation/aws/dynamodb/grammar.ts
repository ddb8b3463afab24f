import { createRequire } from 'node:module'

import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import { invalid } from './refusals.ts'
import type { Row } from './values.ts'

/** Of Dynalite's insides only its list of DynamoDB's 573 reserved words is used; what expressions mean is our own. */
const dynalite: { validateExpressions: (input: object) => string | undefined } = createRequire(
  import.meta.url,
)('dynalite/validations')

const isReserved = (word: string) =>
  dynalite.validateExpressions({ ProjectionExpression: word })?.includes('reserved') ?? false

/** Steps into a row: an attribute's name or #alias, then names within maps and places within lists. */
export type Path = readonly [string, ...(string | number)[]]

/** What an expression is worked out against. */
export type Scope = {
  row: Row
  names: Record<string, string>
  values: Record<string, AttributeValue>
}
export type Operand = {
  path?: Path
  /** The name of the value, such as :now. */
  value?: string
  of: (scope: Scope) => AttributeValue | undefined
}

/** The attribute's own name; an alias that is not given was refused before. */
export const nameOf = (step: string, names: Record<string, string>) =>
  step.startsWith('#') ? (names[step] ?? step) : step

export const resolve = (path: Path, { row, names }: Scope) => {
  let found: AttributeValue | undefined = row[nameOf(path[0], names)]
  for (let i = 1; i < path.length && found; i += 1) {
    const step = path[i]
    found = typeof step === 'number' ? found.L?.[step] : found.M?.[nameOf(step ?? '', names)]
  }
  return found
}

const word = /\s*([:#]?\w+|<>|<=|>=|[=<>(),.[\]+-])/y

const wordsOf = (kind: string, text: string) => {
  const words: string[] = []
  word.lastIndex = 0
  const end = text.trimEnd().length
  while (word.lastIndex < end) {
    const at = word.lastIndex
    const found = word.exec(text)?.[1]
    if (found === undefined) throw invalid(`Invalid ${kind}: Syntax error; near: "${text.slice(at)}"`)
    words.push(found)
  }
  if (words.length === 0) throw invalid(`Invalid ${kind}: The expression can not be empty;`)
  return words
}

/** Reads an expression word by word, and notes which names and values it uses. */
export const openText = (kind: string, text: string) => {
  const words = wordsOf(kind, text)
  const names = new Set<string>()
  const values = new Set<string>()
  let at = 0

  const refuse = (why: string) => invalid(`Invalid ${kind}: ${why}`)
  const unexpected = () => refuse(`Syntax error; token: ${words[at] ?? '<EOF>'}`)

  /** Whether this word comes next, in either case; if it does, it is read. */
  const took = (expected: string) => {
    if (words[at]?.toUpperCase() !== expected) return false
    at += 1
    return true
  }
  const expect = (expected: string) => {
    if (!took(expected)) throw unexpected()
  }
  const takeMatching = (shape: RegExp) => {
    const next = words[at]
    if (next === undefined || !shape.test(next)) throw unexpected()
    at += 1
    return next
  }
  const name = () => {
    const taken = takeMatching(/^(?:#\w+|[A-Za-z]\w*)$/)
    if (taken.startsWith('#')) names.add(taken)
    else if (isReserved(taken))
      throw refuse(`Attribute name is a reserved keyword; reserved keyword: ${taken}`)
    return taken
  }
  const path = (): Path => {
    const steps: [string, ...(string | number)[]] = [name()]
    for (;;) {
      if (took('.')) steps.push(name())
      else if (took('[')) {
        steps.push(Number(takeMatching(/^\d+$/)))
        expect(']')
      } else return steps
    }
  }
  const value = () => {
    const taken = takeMatching(/^:\w+$/)
    values.add(taken)
    return taken
  }
  const operand = (): Operand => {
    if (words[at]?.startsWith(':')) {
      const taken = value()
      return { value: taken, of: (scope) => scope.values[taken] }
    }
    const steps = path()
    return { path: steps, of: (scope) => resolve(steps, scope) }
  }
  /** One or more, with commas between. */
  const list = <One>(one: () => One): One[] => {
    const all = [one()]
    while (took(',')) all.push(one())
    return all
  }

  return {
    used: { names, values },
    refuse,
    unexpected,
    next: () => words[at],
    isCall: () => words[at + 1] === '(',
    isDone: () => at === words.length,
    took,
    expect,
    takeMatching,
    path,
    value,
    operand,
    list,
  }
}
export type Text = ReturnType<typeof openText>
