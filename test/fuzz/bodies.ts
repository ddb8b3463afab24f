import fc from 'fast-check'

import { encoded } from './forms.ts'
import { brokenText, oddText, rawBytes } from './odd.ts'

type Fields = readonly (readonly [name: string, value: string])[]

const oddFields: fc.Arbitrary<[string, string]> = fc.tuple(
  fc.oneof(
    oddText,
    fc.constantFrom('token', 'pass', 'language', 'changeLanguage', 'goOn', 'website', 'wording'),
  ),
  oddText,
)

/** The fields of a form with some left out, sent twice, in another order or filled with something odd. */
const nearlyFields = (fields: fc.Arbitrary<Fields>): fc.Arbitrary<Fields> =>
  fc
    .tuple(
      fields,
      fc.array(fc.tuple(fc.nat(60), fc.constantFrom('drop', 'odd', 'twice'), oddText), { maxLength: 3 }),
    )
    .chain(([right, changes]) => {
      const wrong = changes.reduce<Fields>((all, [at, how, text]) => {
        const place = all.length === 0 ? 0 : at % all.length
        const [name = '', value = ''] = all[place] ?? []
        const put = {
          drop: [],
          odd: [[name, text] as const],
          twice: [[name, text] as const, [name, value] as const],
        }
        return [...all.slice(0, place), ...put[how], ...all.slice(place + 1)]
      }, right)
      return fc.array(oddFields, { maxLength: 2 }).map((more) => [...wrong, ...more])
    })

/** What may stand in the body of a form: of right fields, nearly right ones, broken text, or bytes of no kind. */
export const formBodies = (fields: fc.Arbitrary<Fields>): fc.Arbitrary<string | Uint8Array | null> => {
  const right = fields.map(encoded)
  return fc.oneof(
    { weight: 5, arbitrary: right },
    { weight: 8, arbitrary: nearlyFields(fields).map(encoded) },
    { weight: 2, arbitrary: brokenText(right) },
    { weight: 1, arbitrary: right.map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: rawBytes },
    { weight: 1, arbitrary: fc.constant(null) },
  )
}
