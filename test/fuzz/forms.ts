import fc from 'fast-check'

import { answersSchema } from '../../domain/form/intake-form.ts'
import { coveringValues, type Samples, valuesOf } from './schema.ts'

type Form = Readonly<Record<string, unknown>>

/** As people write them, each in more than one way. */
const samples: Samples = {
  phone: ['(312) 555-0123', '+1 312 555 0123', '3125550123'],
  helperPhone: ['408.555.0123', '1-408-555-0123'],
  zip: ['95112', '95112-1234', '00601'],
  email: ['robin.vale@example.org', "o'hara+x@EXAMPLE.org"],
  name: ['Robin Vale', 'Ñandú d’Été', '  李  小龙 ', '👩‍👩‍👧', '\u202ERobin'],
  helperName: ['Ines', 'م. خ.'],
  note: ['I tried a group in May.\r\n\r\nIt was loud.', '"><fz>', 'x'.repeat(600)],
}

const has = (list: unknown, one: string) => Array.isArray(list) && list.includes(one)

/** With what the answers ask of one another, so that the form as a whole is right. */
const complete = (form: Form): Form => {
  const contact = has(form['contact'], 'none') ? ['none'] : form['contact']
  const isPhoned = has(contact, 'call') || has(contact, 'text')
  const isForAnother = form['who'] !== 'me'
  const unless = (name: string, value: unknown) => ({ [name]: form[name] ?? value })
  return {
    ...form,
    contact,
    ...(!form['zip'] && { ...unless('usState', 'CA'), noZip: true }),
    ...(isPhoned && unless('phone', '312 555 0123')),
    ...(has(contact, 'call') && unless('voicemail', 'no-message')),
    ...(has(contact, 'email') && {
      ...unless('email', 'robin@example.org'),
      ...unless('emailPrivacy', 'shared'),
    }),
    ...(Object.hasOwn(Object(form['wishes']), 'other-language') && unless('otherLanguage', 'ko')),
    ...(isForAnother && {
      ...unless('helperName', 'Ines'),
      ...unless('helperPhone', '408 555 0123'),
      helperAgreed: true,
    }),
  }
}

// What these make are objects, as the schema is one.
const whole = (value: unknown) => complete(value as Form)

export const rightForms: fc.Arbitrary<Form> = valuesOf(answersSchema, samples).map(whole)
/** Every branch of the schema; the second lot, the same each time, leaves out what the first had to be completed by. */
export const coveringForms: readonly Form[] = [
  ...coveringValues(answersSchema, samples).map(whole),
  ...fc.sample(rightForms, { seed: 1, numRuns: 120 }),
]

const textsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (value === true) return ['yes']
  if (value === null || value === undefined || value === false) return []
  return [typeof value === 'string' ? value : JSON.stringify(value)]
}

/** The same answers as the form of a page names and sends them. */
export const fieldsOf = (form: unknown): [name: string, value: string][] =>
  typeof form !== 'object' || form === null
    ? []
    : Object.entries(form).flatMap(([name, value]): [string, string][] =>
        name === 'wishes' && typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([wish, strength]) =>
              textsOf(strength).map((text): [string, string] => [`wish-${wish}`, text]),
            )
          : textsOf(value).map((text): [string, string] => [name, text]),
      )

/** What a browser sends; also of names and values that none would send. */
export const encoded = (fields: readonly (readonly [string, string])[]) =>
  new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString()
