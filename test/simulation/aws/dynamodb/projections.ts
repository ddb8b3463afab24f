import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import { nameOf } from './grammar.ts'
import type { Path, Text } from './grammar.ts'
import { copyOf, copyRow } from './values.ts'
import type { Row } from './values.ts'

type Steps = readonly (string | number)[]

/** The path with its aliases replaced by the names they stand for. */
export const stepsOf = (path: Path, names: Record<string, string>): Steps =>
  path.map((step) => (typeof step === 'number' ? step : nameOf(step, names)))

/** Two paths of which one leads to or into the other have no meaning together. */
export const overlap = (paths: readonly Steps[]) => {
  const sorted = paths.map((steps) => JSON.stringify(steps).slice(0, -1)).toSorted()
  return sorted.some((text, i) => {
    const following = sorted[i + 1]
    return following === text || following?.startsWith(`${text},`)
  })
}

const within = (value: AttributeValue, paths: readonly Steps[]): AttributeValue | undefined => {
  if (paths.some(({ length }) => length === 0)) return copyOf(value)
  const rests = Map.groupBy(paths, ([step]) => step)
  const part = (step: string | number, member: AttributeValue) =>
    within(member, rests.get(step)?.map(([, ...rest]) => rest) ?? [])

  if (value.M) {
    const parts = Object.entries(value.M).flatMap(([name, member]) => {
      const found = part(name, member)
      return found ? [[name, found] as const] : []
    })
    return parts.length > 0 ? { M: Object.fromEntries(parts) } : undefined
  }
  const members = value.L?.flatMap((member, place) => part(place, member) ?? []) ?? []
  return members.length > 0 ? { L: members } : undefined
}

/** A copy of the row, or of the parts of it that are asked for. */
export const project = (row: Row, paths: readonly Steps[] | undefined): Row =>
  paths ? (within({ M: row }, paths)?.M ?? {}) : copyRow(row)

export const readProjection = (text: Text): Path[] => {
  const paths = text.list(text.path)
  if (!text.isDone()) throw text.unexpected()
  return paths
}
