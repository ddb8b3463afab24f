import fc from 'fast-check'

import { groupDeclineReasons } from '../../../domain/way/referral.ts'
import { leaderOf, linksOf, tuesdayAfter } from '../../support/leader.ts'
import { type Asked, ask, branchOf, formHeaders, oddHeaders, oddQuery } from '../ask.ts'
import { formBodies } from '../bodies.ts'
import { entry } from '../entry.ts'
import { encoded } from '../forms.ts'
import { brokenText, oddText } from '../odd.ts'
import { type People, nobody } from '../people.ts'

type Fields = readonly (readonly [string, string])[]

const hour = 3_600_000
const route = 'POST /facilitator/{token}'

/** What a group's leader opens, and everything that they can say there. */
export const facilitatorPages = async (people: People) => {
  const { product, known } = people
  const links = linksOf(product)
  const told = known.filter(({ stands }) => stands === 'told' || stands === 'scheduled')
  const codes = new Map<string, string>()
  for (const { reference } of told) codes.set(reference, await leaderOf(product, reference).getCode())
  const end = product.clock.now() + hour
  const putBack = await people.remember()

  const referrals = await Promise.all(
    [...known, { reference: '', referralId: nobody }].map(async ({ reference, referralId }) => {
      const pass = await links.sign('facilitator-pass', referralId, end)
      const withPass = (...fields: Fields): Fields => [['pass', pass], ...fields]
      const said: Fields[] = [
        [],
        [['action', 'send-code']],
        [['action', 'open']],
        [
          ['action', 'open'],
          ['code', '000000'],
        ],
        [
          ['action', 'open'],
          ['code', codes.get(reference) ?? ''],
        ],
        withPass(),
        ...['came', 'missed', 'no-longer-comes', 'declined', 'first-session', 'fz'].map((action) =>
          withPass(['action', action]),
        ),
        ...groupDeclineReasons.map((because) => withPass(['action', 'declined'], ['because', because])),
        withPass(['action', 'first-session'], ['session', tuesdayAfter(product)]),
        ...['2026-12-01', '12/1/2026', '2020-01-01', '2099-01-01', '2026-02-30'].map((date) =>
          withPass(
            ['action', 'first-session'],
            ['session', 'other'],
            ['otherDate', date],
            ['otherTime', '7 pm'],
          ),
        ),
      ]
      return { token: await links.sign('facilitator', referralId, end), said }
    }),
  )
  const saying = (token: string, body: (Asked['body'] & {}) | null, more: Partial<Asked> = {}): Asked => ({
    route,
    blanks: { token },
    headers: formHeaders,
    body,
    ...more,
  })
  const asking = (token: string, more: Partial<Asked> = {}): Asked => ({
    route: 'GET /facilitator/{token}',
    blanks: { token },
    ...more,
  })

  return entry<Asked>({
    share: 0.5,
    first: referrals.flatMap(({ token, said }) => [
      asking(token),
      ...said.map((fields) => saying(token, encoded(fields))),
    ]),
    inputs: fc
      .tuple(fc.constantFrom(...referrals), oddHeaders, oddQuery, fc.nat(60))
      .chain(([{ token, said }, headers, query, at]) =>
        fc
          .oneof(
            { weight: 8, arbitrary: fc.constant(token) },
            { weight: 1, arbitrary: brokenText(fc.constant(token)) },
            { weight: 1, arbitrary: oddText },
          )
          .chain((one) =>
            fc.oneof(
              { weight: 1, arbitrary: fc.constant(asking(one, { headers, query })) },
              {
                weight: 5,
                arbitrary: formBodies(fc.constant(said[at % said.length] ?? [])).map((body) =>
                  saying(one, body, { query }),
                ),
              },
            ),
          ),
      ),
    mustReach: [
      ...[200, 404].map((status) => `GET /facilitator/{token} ${status}`),
      ...[200, 303, 403, 404, 422].map((status) => `${route} ${status}`),
    ],
    async give(asked) {
      const answered = await ask(asked)
      await putBack()
      return [branchOf(asked, answered)]
    },
  })
}
