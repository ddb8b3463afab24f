import { createHash } from 'node:crypto'

import fc from 'fast-check'

/** Becomes a tag of its own on any page that does not escape it. */
export const tag = '<fz'

/** Long, and no shorter for being compressed. */
const noise = Array.from({ length: 150 }, (_, at) =>
  createHash('sha256').update(String(at)).digest('base64'),
).join('')

const oddTexts = [
  noise,
  '',
  ' ',
  '\0',
  'a\0b',
  '\r\nset-cookie: fz=1',
  '\u202Etxt.exe\u202C',
  '\u200F\u2067אב\u2069',
  '\uD800',
  'x\uDFFF\uD800',
  '\uFEFF\uFFFE\uFFFF',
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈'.repeat(200),
  'e\u0301',
  '\u0300'.repeat(300),
  'ﷺ'.repeat(100),
  '"><fz x="',
  "'><fz onerror=x>",
  '</textarea></title></style><fz>',
  '<!--<fz>',
  '&lt;fz&gt;&#0;&#xD800;&#1114112;',
  'javascript:alert(1)//<fz>',
  '${7*7}{{7*7}}',
  '=cmd|"/c calc"!A1',
  '%',
  '%zz',
  '%c0%80%ed%a0%80',
  '+',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e999',
  '0x1F',
  '٣١٢٥٥٥٠١٢٣',
  '１２３４５',
  '99999999999999999999',
  '2026-02-30',
  '9999-99-99T99:99:99.999Z',
  '0000-00-00T00:00:00.000Z',
  'İIıi',
  'a'.repeat(700),
  'b'.repeat(5000),
  'x@'.repeat(130),
  ';'.repeat(400),
  '"',
  '\\',
  '\u2028\u2029',
]

/** Text with any code units at all, halves of letters with them. */
const anyCodeUnits = fc
  .array(fc.nat(0xffff), { maxLength: 12 })
  .map((units) => units.map((unit) => String.fromCharCode(unit)).join(''))

export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: anyCodeUnits },
)

const nested = (depth: number) => {
  let value: unknown = 1
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value }
  return value
}

/** A field of this name, and not the prototype of the object. */
const withPrototype = (value: unknown) => Object.fromEntries([['__proto__', value]])

/** Anything that JSON can say, in the place of what was asked for. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    0.5,
    1e308,
    2 ** 53,
    [],
    [[]],
    {},
    { toString: 1 },
    { length: 1e9 },
    withPrototype({ admin: true }),
    { constructor: { prototype: 1 } },
    nested(20),
    nested(500),
    Array.from({ length: 400 }, () => 1),
    Array.from({ length: 25 }, () => 'safe'),
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

/** One thing that is done to a value: `at` picks where, counted through all of it. */
interface Change {
  at: number
  how: 'remove' | 'replace' | 'twice' | 'wrap' | 'add' | 'rename'
  with: unknown
  name: string
}

const changes: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(400),
  how: fc.constantFrom('remove', 'replace', 'replace', 'replace', 'twice', 'wrap', 'add', 'rename'),
  with: oddValue,
  name: fc.oneof(oddText, fc.constantFrom('__proto__', 'toString', 'id', 'extra')),
})

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Every place in a value, by the way there, the value itself first. */
const placesIn = (value: unknown, way: string[] = []): string[][] => [
  way,
  ...(isObject(value) && way.length < 6
    ? Object.entries(value)
        .slice(0, 80)
        .flatMap(([name, inner]) => placesIn(inner, [...way, name]))
    : []),
]

const rebuilt = (
  value: unknown,
  [name, ...rest]: string[],
  change: (inner: unknown) => unknown[],
): unknown[] => {
  if (name === undefined) return change(value)
  if (Array.isArray(value))
    return [value.flatMap((item, at) => (String(at) === name ? rebuilt(item, rest, change) : [item]))]
  if (!isObject(value)) return [value]
  const entries = Object.entries(value).flatMap(([key, inner]) =>
    key === name
      ? rebuilt(inner, rest, change).map((after) => [key, after] as const)
      : [[key, inner] as const],
  )
  return [Object.fromEntries(entries)]
}

const changed = (value: unknown, { at, how, with: other, name }: Change): unknown => {
  const places = placesIn(value)
  const way = places[at % places.length] ?? []
  const done = rebuilt(value, way, (inner) => {
    switch (how) {
      case 'remove':
        return []
      case 'replace':
        return [other]
      case 'twice':
        return [[inner, inner]]
      case 'wrap':
        return [{ value: inner }]
      case 'add':
        return Array.isArray(inner)
          ? [[...inner, other]]
          : isObject(inner)
            ? [Object.fromEntries([...Object.entries(inner), [name, other]])]
            : [`${String(inner)}${name}`]
      case 'rename':
        return isObject(inner)
          ? [
              Object.fromEntries(
                Object.entries(inner).map(([key, one], index) => [index === 0 ? name : key, one]),
              ),
            ]
          : [typeof inner === 'string' ? inner.toUpperCase() : inner]
    }
  })
  return done[0]
}

/** Values that are nearly right: one to three things are wrong with each. */
export const nearly = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.array(changes, { minLength: 1, maxLength: 3 }))
    .map(([value, all]) => all.reduce(changed, value))

/** Text that was right, cut, repeated, with odd text somewhere in it, or with one letter that became another. */
export const brokenText = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.nat(1_000_000), fc.constantFrom('cut', 'twice', 'into', 'letter', 'without'), oddText)
    .map(([text, place, how, odd]) => {
      const at = text.length === 0 ? 0 : place % text.length
      switch (how) {
        case 'cut':
          return text.slice(0, at)
        case 'twice':
          return text + text.slice(at)
        case 'into':
          return text.slice(0, at) + odd + text.slice(at)
        case 'letter':
          return text.slice(0, at) + String.fromCharCode(place % 0x2fff) + text.slice(at + 1)
        case 'without':
          return text.slice(0, at) + text.slice(at + 1)
      }
    })

export const rawBytes: fc.Arbitrary<Uint8Array> = fc.uint8Array({ maxLength: 60 })
