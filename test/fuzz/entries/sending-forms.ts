import { deepEqual, equal, ok } from 'node:assert/strict'

import fc from 'fast-check'

import { answersSchema } from '../../../domain/form/intake-form.ts'
import { type Asked, ask, branchOf, formHeaders, oddHeaders } from '../ask.ts'
import { formBodies } from '../bodies.ts'
import { entry } from '../entry.ts'
import { coveringForms, encoded, fieldsOf, rightForms } from '../forms.ts'
import { brokenText, nearly, oddText, oddValue, rawBytes } from '../odd.ts'
import { branchesIn, branchesOf } from '../schema.ts'

const route = 'POST /intakes'

interface Sent {
  asked: Asked
  /** The answers, where nothing is wrong with them. */
  right: unknown
}

const asForm = (body: Asked['body'] & {}, right: unknown = null): Sent => ({
  asked: { route, headers: formHeaders, body },
  right,
})
const asJson = (value: unknown, right: unknown = null): Sent => ({
  asked: { route, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) ?? '' },
  right,
})

const adult = (form: Readonly<Record<string, unknown>>) =>
  form['age'] !== 'under-13' && form['age'] !== '13-17' && form['safety'] === 'safe'

/** What the page adds to the answers: which of its buttons was pressed, and what it had shown. */
const besides = fc
  .uniqueArray(
    fc.constantFrom<[string, string]>(
      ['helpSeen', 'yes'],
      ['wording', 'they'],
      ['website', 'http://fz'],
      ['goOn', 'yes'],
      ['changeLanguage', 'es'],
      ['changeLanguage', 'fz'],
    ),
    { maxLength: 2 },
  )
  .map((fields): [string, string][] => fields)

/** A form as it comes from a page: all at once, by whatever is wrong with it. */
export const sendingForms = () =>
  entry<Sent>({
    share: 2,
    first: [
      ...coveringForms.map((form) => asForm(encoded([...fieldsOf(form), ['helpSeen', 'yes']]), form)),
      asForm(encoded([['language', 'en']])),
      asForm('a'.repeat(17_000)),
      { asked: { route, headers: { 'content-type': 'text/plain' }, body: 'a=b' }, right: null },
      {
        asked: { route, headers: { ...formHeaders, 'sec-fetch-site': 'cross-site' }, body: 'a=b' },
        right: null,
      },
      { asked: { route }, right: null },
    ],
    inputs: fc.oneof(
      {
        weight: 6,
        arbitrary: formBodies(
          fc.tuple(rightForms, besides).map(([form, more]) => [...fieldsOf(form), ...more]),
        ).map((body) => ({ asked: { route, headers: formHeaders, body }, right: null })),
      },
      {
        weight: 2,
        arbitrary: rightForms.map((form) => asForm(encoded([...fieldsOf(form), ['helpSeen', 'yes']]), form)),
      },
      { weight: 2, arbitrary: nearly(rightForms).map((form) => asForm(encoded(fieldsOf(form)))) },
      {
        weight: 1,
        arbitrary: fc.tuple(rightForms, oddHeaders).map(([form, headers]) => ({
          asked: { route, headers: { ...formHeaders, ...headers }, body: encoded(fieldsOf(form)) },
          right: null,
        })),
      },
    ),
    mustReach: [
      ...[200, 303, 403, 413, 415, 422].map((status) => `${route} ${status}`),
      // A form cannot say null or false: what is not ticked is left out.
      ...branchesOf(answersSchema).filter((branch) => !/=(null|false)$/.test(branch)),
    ],
    async give({ asked, right }) {
      const answered = await ask(asked)
      if (right === null) return [branchOf(asked, answered)]
      // What is right is taken; a minor is led to others who can help.
      ok(
        answered.status === 303 || answered.status === 200,
        `A right form is answered with ${answered.status}.`,
      )
      return [branchOf(asked, answered), ...branchesIn(answersSchema, right)]
    },
  })

/** The same as JSON, from someone else's page or program. */
export const sendingJson = () =>
  entry<Sent>({
    share: 2,
    first: [
      ...coveringForms.map((form) => asJson(form, form)),
      { asked: { route, headers: { 'content-type': 'application/json' }, body: '{' }, right: null },
      asJson({ note: 'a'.repeat(17_000) }),
    ],
    inputs: fc.oneof(
      { weight: 3, arbitrary: rightForms.map((form) => asJson(form, form)) },
      { weight: 6, arbitrary: nearly(rightForms).map((value) => asJson(value)) },
      { weight: 1, arbitrary: oddValue.map((value) => asJson(value)) },
      ...[brokenText(rightForms.map((form) => JSON.stringify(form))), oddText, rawBytes].map((bodies) => ({
        weight: 1,
        arbitrary: (bodies as fc.Arbitrary<string | Uint8Array>).map((body) => ({
          asked: { route, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body },
          right: null,
        })),
      })),
    ),
    mustReach: [...[202, 400, 413, 422].map((status) => `${route} ${status}`), ...branchesOf(answersSchema)],
    async give({ asked, right }) {
      const answered = await ask(asked)
      const said: Record<string, unknown> = JSON.parse(answered.body)
      if (answered.status === 202) {
        ok(/^\w{3}-\w{3}-\w{3}$/.test(String(said['reference'])))
        ok(URL.canParse(String(said['statusUrl'])))
      } else equal(said['status'], answered.status)
      if (answered.status === 422) ok(Array.isArray(said['errors']) && said['errors'].length > 0)
      deepEqual(Object.keys(Object.prototype), [])
      if (right === null) return [branchOf(asked, answered)]
      if (adult(right as Readonly<Record<string, unknown>>)) equal(answered.status, 202)
      return [branchOf(asked, answered), ...branchesIn(answersSchema, right)]
    },
  })
