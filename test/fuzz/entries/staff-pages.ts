import { ok } from 'node:assert/strict'

import fc from 'fast-check'

import { stepNames, stepSchema } from '../../../domain/staff/step.ts'
import { type Asked, ask, branchOf, formHeaders, oddHeaders, oddQuery } from '../ask.ts'
import { formBodies } from '../bodies.ts'
import { entry } from '../entry.ts'
import { encoded, fieldsOf } from '../forms.ts'
import { brokenText, nearly, oddText } from '../odd.ts'
import type { People } from '../people.ts'
import { type Samples, branchesIn, branchesOf, coveringValues, valuesOf } from '../schema.ts'

type Fields = [string, string][]

interface Visit {
  asked: Asked
  /** The step that it asks for, where its form is right. */
  step: unknown
}

const decide = 'POST /staff/intakes/{reference}'

/** Where a form of the console is sent, and where it is sent on to. */
const posts = [decide, `${decide}/preview`, `${decide}/again`]

const samples: Samples = {
  groupId: ['riverside/steady-ground', 'aa-valley/evening-light', 'gone'],
  session: ['other', '2026-12-02T03:00:00.000Z'],
  date: ['2026-12-01', '1 December'],
  time: ['7 pm', '19:00'],
  text: ['Spoke with them.', '"><fz>'],
}

/** The console, for somebody who is signed in: every page, and every step that staff can take. */
export const staffPages = async (people: People) => {
  const { product, known } = people
  const browser = await product.signIn('admin')
  const token = await browser.formToken()
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const shown = new Map<string, string>()
  for (const { reference } of known) {
    const { body } = await browser.get(`/staff/intakes/${reference}`)
    shown.set(reference, /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? '')
  }
  const putBack = await people.remember()
  const references = known.map(({ reference }) => reference)

  const get = (route: string, blanks: Asked['blanks'] | null = null, more: Partial<Asked> = {}): Visit => ({
    asked: { route, ...(blanks && { blanks }), headers: { cookie }, ...more },
    step: null,
  })
  const post = (
    reference: string,
    body: (Asked['body'] & {}) | null,
    step: unknown = null,
    route: string = decide,
  ): Visit => ({
    asked: {
      route,
      blanks: { reference },
      headers: { ...formHeaders, cookie, 'sec-fetch-site': 'same-origin' },
      body,
    },
    step,
  })
  const formOf = (reference: string, step: unknown): Fields => [
    ...fieldsOf(step),
    ['token', token],
    ['seen', shown.get(reference) ?? ''],
    ['confirm', 'yes'],
  ]
  const steps = coveringValues(stepSchema, samples)
  const rightSteps = valuesOf(stepSchema, samples)
  const named = [...references, '7KQ-4M2-XR5', 'no-reference']
  const parts = ['', '/groups', '/preview', '/again'].map((part) => `GET /staff/intakes/{reference}${part}`)
  const alone = ['sign-in', 'signed-in', 'sign-out', 'sign-out-everywhere', 'prices', 'again', 'intakes'].map(
    (page) => `GET /staff/${page}`,
  )

  return entry<Visit>({
    share: 0.7,
    first: [
      ...named.flatMap((reference) => parts.map((route) => get(route, { reference }))),
      get('GET /staff/{proxy+}', { proxy: 'elsewhere' }),
      ...['GET /staff', ...alone].map((route) => get(route)),
      get('GET /staff', null, { headers: {} }),
      get('GET /staff/intakes', null, { query: { reference: references[0] ?? '' } }),
      ...steps.map((step, at) => {
        const reference = references[at % references.length] ?? ''
        return post(reference, encoded(formOf(reference, step)), step)
      }),
      // To each of the three: what is done at once, what is looked at first, and what has something to put right.
      ...posts.flatMap((route) =>
        named.flatMap((reference) => [
          post(reference, encoded(formOf(reference, { step: 'note', text: 'fz' })), null, route),
          post(reference, encoded(formOf(reference, { step: 'withdraw' })), null, route),
          post(reference, encoded(formOf(reference, { step: 'decline' })), null, route),
        ]),
      ),
      ...stepNames.map((step) => post(references[1] ?? '', encoded(formOf(references[1] ?? '', { step })))),
      post(references[0] ?? '', 'step=offer'),
      post(references[0] ?? '', 'a'.repeat(70_000)),
      post(
        references[0] ?? '',
        encoded([
          ['step', 'note'],
          ['text', 'fz'],
          ['token', token],
          ['seen', 'old'],
        ]),
      ),
    ],
    inputs: fc
      .tuple(fc.constantFrom(...references), rightSteps, oddHeaders, oddQuery)
      .chain(([reference, step, odd, query]): fc.Arbitrary<Visit> =>
        fc.oneof(
          {
            weight: 3,
            arbitrary: fc
              .tuple(
                fc.constantFrom(...parts, 'GET /staff/{proxy+}'),
                fc.oneof(fc.constantFrom(...named), brokenText(fc.constantFrom(...named)), oddText),
              )
              .map(([route, text]) =>
                get(route, route.includes('proxy') ? { proxy: text } : { reference: text }, {
                  headers: { cookie, ...odd },
                  query,
                }),
              ),
          },
          {
            weight: 1,
            arbitrary: fc
              .constantFrom('GET /staff', ...alone)
              .map((route) => get(route, null, { headers: { ...odd, cookie }, query })),
          },
          { weight: 2, arbitrary: fc.constant(post(reference, encoded(formOf(reference, step)), step)) },
          {
            weight: 4,
            arbitrary: fc
              .tuple(fc.constantFrom(...posts), formBodies(fc.constant(formOf(reference, step))))
              .map(([route, body]) => post(reference, body, null, route)),
          },
          {
            weight: 3,
            arbitrary: fc
              .tuple(fc.constantFrom(...posts), nearly(fc.constant(step)))
              .map(([route, one]) => post(reference, encoded(formOf(reference, one)), null, route)),
          },
        ),
      ),
    mustReach: [
      ...[200, 303].map((status) => `GET /staff ${status}`),
      ...[200, 404].map((status) => `GET /staff/intakes/{reference} ${status}`),
      'GET /staff/intakes/{reference}/groups 200',
      'GET /staff/intakes/{reference}/preview 303',
      'GET /staff/intakes/{reference}/again 303',
      'GET /staff/intakes 303',
      'GET /staff/{proxy+} 404',
      ...[303, 307, 403, 413].map((status) => `${decide} ${status}`),
      ...[200, 303, 307].map((status) => `${decide}/preview ${status}`),
      ...[404, 409, 422].map((status) => `${decide}/again ${status}`),
      'GET /staff/sign-in 303',
      'GET /staff/signed-in 403',
      ...branchesOf(stepSchema),
    ],
    async give({ asked, step }) {
      const answered = await ask(asked)
      await putBack()
      if (step === null) return [branchOf(asked, answered)]
      // A right form is done, or told that it cannot be done now, or that a day or a rule is not as it should be.
      ok([303, 307].includes(answered.status), `A right step is answered with ${answered.status}.`)
      return [branchOf(asked, answered), ...branchesIn(stepSchema, step)]
    },
  })
}
