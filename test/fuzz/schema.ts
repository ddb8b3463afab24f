import fc from 'fast-check'
import * as z from 'zod/mini'

type Schema = z.core.$ZodType

/** What stands for answers that no schema could invent, such as a phone number, by the field that they are for. */
export type Samples = Readonly<Record<string, readonly unknown[]>>

/** Where a field is left out. */
const absent = Symbol('absent')

// Every schema that zod makes is one of these; its general type does not say so.
const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def

/** The least and the most of a number, or of the items in a list. */
const limitsOf = (schema: Schema, usualMaximum: number) => {
  // As above: the checks that zod makes, by their names.
  const checks = (schema._zod.def.checks ?? []) as z.core.$ZodChecks[]
  let minimum = 0
  let maximum = usualMaximum
  for (const { _zod } of checks) {
    const { def } = _zod
    if (def.check === 'min_length') minimum = def.minimum
    if (def.check === 'max_length') maximum = Math.min(maximum, def.maximum)
    if (def.check === 'greater_than') minimum = Number(def.value)
    if (def.check === 'less_than') maximum = Math.min(maximum, Number(def.value))
  }
  return { minimum, maximum }
}

const fieldOf = (path: string) => path.split(/[.|]/).at(-1)?.replace('[]', '') ?? ''

const samplesOf = (schema: Schema, path: string, samples: Samples): readonly unknown[] => {
  const known = samples[fieldOf(path)]
  if (known) return known
  const def = defOf(schema)
  if (def.type === 'number') {
    const { minimum, maximum } = limitsOf(schema, 1000)
    return [...new Set([Math.max(minimum, 0), Math.ceil((Math.max(minimum, 0) + maximum) / 2), maximum])]
  }
  switch (def.type === 'string' && 'format' in def ? def.format : undefined) {
    case 'uuid':
      return ['019ab123-4567-7abc-8def-0123456789ab', '019ab123-4567-7abc-8def-0123456789ac']
    case 'datetime':
      return ['2026-11-23T17:00:00.000Z', '2027-02-28T23:59:59Z']
    default:
      return ['some words', 'Ünïcödé 試験 👩‍👩‍👧']
  }
}

const given = (fields: Iterable<readonly [string, unknown]>) =>
  Object.fromEntries([...fields].filter(([, value]) => value !== absent))

const keysOf = (schema: Schema) => {
  const def = defOf(schema)
  return def.type === 'enum' ? Object.values(def.entries).map(String) : ['some key', 'another key']
}

/** A few values that together reach every branch of a schema, the longest list of options being as many. */
export const coveringValues = (schema: Schema, samples: Samples, path = ''): unknown[] => {
  const def = defOf(schema)
  const inside = (inner: Schema, at = path) => coveringValues(inner, samples, at)
  switch (def.type) {
    case 'enum':
      return Object.values(def.entries)
    case 'literal':
      return [...def.values]
    case 'boolean':
      return [true, false]
    case 'nullable':
      return [null, ...inside(def.innerType)]
    case 'default':
    case 'optional':
      return [absent, ...inside(def.innerType)]
    case 'array': {
      const { minimum, maximum } = limitsOf(schema, 20)
      const items = inside(def.element, `${path}[]`)
      const single = items.map((item) => [item])
      return [...(minimum === 0 ? [[]] : []), ...single, ...(maximum > 1 ? [items.slice(-2)] : [])]
    }
    case 'record': {
      const keys = keysOf(def.keyType)
      const values = inside(def.valueType, `${path}{}`)
      return [{}, ...keys.map((key, at) => ({ [key]: values[at % values.length] }))]
    }
    case 'object': {
      const fields = Object.entries(def.shape).map(
        ([name, field]) => [name, inside(field, `${path}.${name}`)] as const,
      )
      const count = Math.max(1, ...fields.map(([, values]) => values.length))
      return Array.from({ length: count }, (_, at) =>
        given(fields.map(([name, values]) => [name, values[at % values.length]])),
      )
    }
    case 'union':
      return def.options.flatMap((option, at) => inside(option, `${path}|${at}`))
    case 'pipe':
      return inside(def.in)
    default:
      return [...samplesOf(schema, path, samples)]
  }
}

/** Any value of a schema. */
export const valuesOf = (schema: Schema, samples: Samples, path = ''): fc.Arbitrary<unknown> => {
  const def = defOf(schema)
  const inside = (inner: Schema, at = path) => valuesOf(inner, samples, at)
  switch (def.type) {
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'boolean':
      return fc.boolean()
    case 'nullable':
      return fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 3, arbitrary: inside(def.innerType) },
      )
    case 'default':
    case 'optional':
      return fc.oneof(
        { weight: 1, arbitrary: fc.constant(absent) },
        { weight: 3, arbitrary: inside(def.innerType) },
      )
    case 'array': {
      const { minimum, maximum } = limitsOf(schema, 4)
      return fc.array(inside(def.element, `${path}[]`), { minLength: minimum, maxLength: maximum })
    }
    case 'record':
      return fc.dictionary(fc.constantFrom(...keysOf(def.keyType)), inside(def.valueType, `${path}{}`), {
        maxKeys: 4,
        noNullPrototype: true,
      })
    case 'object':
      return fc
        .tuple(
          ...Object.entries(def.shape).map(([name, field]) =>
            inside(field, `${path}.${name}`).map((value) => [name, value] as const),
          ),
        )
        .map(given)
    case 'union':
      return fc.oneof(...def.options.map((option, at) => inside(option, `${path}|${at}`)))
    case 'pipe':
      return inside(def.in)
    default:
      return fc.constantFrom(...samplesOf(schema, path, samples))
  }
}

/** The name of every branch of a schema: each option, what may be null or left out, lists of none, one and several. */
export const branchesOf = (schema: Schema, path = ''): string[] => {
  const def = defOf(schema)
  switch (def.type) {
    case 'enum':
      return Object.values(def.entries).map((option) => `${path}=${String(option)}`)
    case 'literal':
      return def.values.map((value) => `${path}=${String(value)}`)
    case 'boolean':
      return [`${path}=true`, `${path}=false`]
    case 'nullable':
      return [`${path}=null`, ...branchesOf(def.innerType, path)]
    case 'default':
    case 'optional':
      return [`${path} left out`, ...branchesOf(def.innerType, path)]
    case 'array': {
      const { minimum, maximum } = limitsOf(schema, 20)
      return [
        ...(minimum === 0 ? [`${path} none`] : []),
        `${path} one`,
        ...(maximum > 1 ? [`${path} several`] : []),
        ...branchesOf(def.element, `${path}[]`),
      ]
    }
    case 'record':
      return [
        `${path} none`,
        ...(defOf(def.keyType).type === 'enum' ? keysOf(def.keyType).map((key) => `${path}.${key}`) : []),
        ...branchesOf(def.valueType, `${path}{}`),
      ]
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) => branchesOf(field, `${path}.${name}`))
    case 'union':
      return def.options.flatMap((option, at) => branchesOf(option, `${path}|${at}`))
    case 'pipe':
      return branchesOf(def.in, path)
    default:
      return [`${path} given`]
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Which branches a value takes that the schema accepts. */
export const branchesIn = (schema: Schema, value: unknown, path = ''): string[] => {
  const def = defOf(schema)
  switch (def.type) {
    case 'enum':
    case 'literal':
    case 'boolean':
      return [`${path}=${String(value)}`]
    case 'nullable':
      return value === null ? [`${path}=null`] : branchesIn(def.innerType, value, path)
    case 'default':
    case 'optional':
      return value === undefined ? [`${path} left out`] : branchesIn(def.innerType, value, path)
    case 'array': {
      const items = Array.isArray(value) ? value : []
      const many = items.length === 0 ? 'none' : items.length === 1 ? 'one' : 'several'
      return [`${path} ${many}`, ...items.flatMap((item) => branchesIn(def.element, item, `${path}[]`))]
    }
    case 'record': {
      const entries = isObject(value) ? Object.entries(value) : []
      if (entries.length === 0) return [`${path} none`]
      return entries.flatMap(([key, one]) => [
        `${path}.${key}`,
        ...branchesIn(def.valueType, one, `${path}{}`),
      ])
    }
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) =>
        branchesIn(field, isObject(value) ? value[name] : undefined, `${path}.${name}`),
      )
    case 'union': {
      const at = def.options.findIndex((option) => z.safeParse(option, value).success)
      const option = def.options[at]
      return option ? branchesIn(option, value, `${path}|${at}`) : []
    }
    case 'pipe':
      return branchesIn(def.in, value, path)
    default:
      return [`${path} given`]
  }
}
