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

  const get = (route: string, proxy: string | null, more: Partial<Asked> = {}): Visit => ({
    asked: { route, ...(proxy !== null && { blanks: { proxy } }), headers: { cookie }, ...more },
    step: null,
  })
  const post = (reference: string, body: (Asked['body'] & {}) | null, step: unknown = null): Visit => ({
    asked: {
      route: 'POST /staff/{proxy+}',
      blanks: { proxy: `intakes/${reference}` },
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
  const proxies = [
    ...references.flatMap((reference) => [`intakes/${reference}`, `intakes/${reference}/groups`]),
    'intakes',
    'prices',
    'again',
    'intakes/7KQ-4M2-XR5',
  ]
  const alone = ['sign-in', 'signed-in', 'sign-out', 'sign-out-everywhere'].map(
    (page) => `GET /staff/${page}`,
  )

  return entry<Visit>({
    share: 0.7,
    first: [
      ...proxies.map((proxy) => get('GET /staff/{proxy+}', proxy)),
      ...['GET /staff', ...alone].map((route) => get(route, null)),
      get('GET /staff', null, { headers: {} }),
      get('GET /staff/{proxy+}', 'intakes', { query: { reference: references[0] ?? '' } }),
      ...steps.map((step, at) => {
        const reference = references[at % references.length] ?? ''
        return post(reference, encoded(formOf(reference, step)), step)
      }),
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
              .oneof(fc.constantFrom(...proxies), brokenText(fc.constantFrom(...proxies)), oddText)
              .map((proxy) => get('GET /staff/{proxy+}', proxy, { headers: { cookie, ...odd }, query })),
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
            arbitrary: formBodies(fc.constant(formOf(reference, step))).map((body) => post(reference, body)),
          },
          {
            weight: 3,
            arbitrary: nearly(fc.constant(step)).map((one) =>
              post(reference, encoded(formOf(reference, one))),
            ),
          },
        ),
      ),
    mustReach: [
      ...[200, 303, 404].map((status) => `GET /staff/{proxy+} ${status}`),
      ...[200, 303].map((status) => `GET /staff ${status}`),
      ...[303, 403, 409, 413, 422].map((status) => `POST /staff/{proxy+} ${status}`),
      'GET /staff/sign-in 303',
      'GET /staff/signed-in 403',
      ...branchesOf(stepSchema),
    ],
    async give({ asked, step }) {
      const answered = await ask(asked)
      await putBack()
      if (step === null) return [branchOf(asked, answered)]
      // A right form is done, or told that it cannot be done now, or that a day or a rule is not as it should be.
      ok([200, 303, 409, 422].includes(answered.status), `A right step is answered with ${answered.status}.`)
      return [branchOf(asked, answered), ...branchesIn(stepSchema, step)]
    },
  })
}
