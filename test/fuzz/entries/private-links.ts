import fc from 'fast-check'

import type { LinkPurpose } from '../../../adapters/link-signer.ts'
import { revocable } from '../../../domain/person/consent.ts'
import { ownPages } from '../../../domain/person/own-page.ts'
import { checkInAnswers } from '../../../domain/way/follow-up.ts'
import { linksOf } from '../../support/leader.ts'
import { type Asked, ask, branchOf, formHeaders, oddHeaders, oddQuery } from '../ask.ts'
import { formBodies } from '../bodies.ts'
import { entry } from '../entry.ts'
import { encoded, fieldsOf, rightForms } from '../forms.ts'
import { brokenText, oddText } from '../odd.ts'
import { type Known, type People, nobody } from '../people.ts'

type Fields = readonly (readonly [string, string])[]

const hour = 3_600_000
const pages = ['sent', 'status', 'offer', 'check-in', 'stop'] as const
type Page = (typeof pages)[number]

const steps = ['change-contact', 'stop-contact', 'take-back', 'download', 'withdraw-now', 'erase-now']
const goes = [...ownPages, ...steps, 'fz']
const contact: Fields = [
  ['contact', 'text'],
  ['phone', '312 555 0123'],
]

/** Everything that can be sent from these pages by someone who may, and by someone who may not. */
const saidOn = (
  page: Page,
  { code }: Known,
  passes: Readonly<Record<'status' | 'offer', string>>,
): Fields[] => {
  switch (page) {
    case 'status':
      return [
        [['code', code]],
        [['code', '0000']],
        [],
        [['pass', passes.status]],
        ...goes.map((go): Fields => [['pass', passes.status], ['go', go], ...contact]),
        [
          ['pass', passes.status],
          ['go', 'change-contact'],
          ['contact', 'call'],
        ],
        ...revocable.map((purpose): Fields => [
          ['pass', passes.status],
          ['go', 'take-back'],
          ['purpose', purpose],
        ]),
      ]
    case 'offer':
      return [
        [['code', code]],
        [['code', '0000']],
        [],
        [
          ['pass', passes.offer],
          ['sends', 'answer'],
        ],
        ...['yes', 'no'].flatMap((answer) =>
          ['yes', 'no', 'fz'].map((more): Fields => [
            ['pass', passes.offer],
            ['sends', 'answer'],
            ['answer', answer],
            ['share', more],
            ['another', more],
          ]),
        ),
      ]
    case 'check-in':
      return [[], ...checkInAnswers.map((answer): Fields => [['checkIn', answer]])]
    case 'stop':
      return [[['List-Unsubscribe', 'One-Click']]]
    case 'sent':
      return []
  }
}

/** What a link of each page has been signed for, and what for nothing there. */
const signed = async ({ product, known }: People) => {
  const links = linksOf(product)
  const end = product.clock.now() + hour
  const tokens: { page: Page; token: string; person: Known | null }[] = []
  const passes = new Map<Known, { status: string; offer: string }>()
  for (const person of known) {
    passes.set(person, {
      status: await links.sign('status-pass', person.intakeId, end),
      offer: await links.sign('offer-pass', person.referralId, end),
    })
    for (const page of pages) {
      const id = page === 'offer' ? person.referralId : person.intakeId
      const purpose: LinkPurpose = page === 'sent' && person.stands === 'unsafe' ? 'sent-urgent' : page
      tokens.push({ page, person, token: await links.sign(purpose, id, end) })
    }
  }
  for (const page of pages) {
    tokens.push({ page, person: null, token: await links.sign(page, nobody, end) })
    tokens.push({
      page,
      person: null,
      token: await links.sign(page, known[0]?.intakeId ?? nobody, end - 2 * hour),
    })
  }
  return { tokens, passes }
}

/** Every page behind a private link, and everything that can be said there, of people at each step. */
export const privateLinks = async (people: People) => {
  const { tokens, passes } = await signed(people)
  const putBack = await people.remember()
  const asking = (page: Page, token: string, more: Partial<Asked> = {}): Asked => ({
    route: `GET /${page}/{token}`,
    blanks: { token },
    ...more,
  })
  const saying = (
    page: Page,
    token: string,
    body: (Asked['body'] & {}) | null,
    more: Partial<Asked> = {},
  ): Asked => ({
    route: `POST /${page}/{token}`,
    blanks: { token },
    headers: formHeaders,
    body,
    ...more,
  })
  const said = tokens.map(({ page, token, person }) => {
    const own = person && passes.get(person)
    return { page, token, all: person && own ? saidOn(page, person, own) : [[]] }
  })

  return entry<Asked>({
    share: 1,
    first: said.flatMap(({ page, token, all }) => [
      asking(page, token),
      ...(page === 'sent' ? [] : all.map((fields) => saying(page, token, encoded(fields)))),
    ]),
    inputs: fc
      .tuple(fc.constantFrom(...said), fc.constantFrom(...said), rightForms, oddHeaders, oddQuery, fc.nat(30))
      .chain(([{ page, token, all }, other, form, headers, query, at]) => {
        const fields = [...(all[at % Math.max(1, all.length)] ?? []), ...fieldsOf(form).slice(0, at)]
        const anyToken = fc.oneof(
          { weight: 8, arbitrary: fc.constant(token) },
          { weight: 1, arbitrary: fc.constant(other.token) },
          { weight: 1, arbitrary: brokenText(fc.constant(token)) },
          { weight: 1, arbitrary: oddText },
        )
        return anyToken.chain((one) => {
          const get = fc.constant(asking(page, one, { headers, query }))
          if (page === 'sent') return get
          const post = formBodies(fc.constant(fields)).map((body) => saying(page, one, body, { query }))
          return fc.oneof({ weight: 1, arbitrary: get }, { weight: 3, arbitrary: post })
        })
      }),
    mustReach: [
      ...pages.flatMap((page) => [200, 404].map((status) => `GET /${page}/{token} ${status}`)),
      ...[200, 403, 404, 422].map((status) => `POST /status/{token} ${status}`),
      ...[200, 403, 404, 422].map((status) => `POST /offer/{token} ${status}`),
      ...[200, 404, 409, 422].map((status) => `POST /check-in/{token} ${status}`),
      ...[200, 404].map((status) => `POST /stop/{token} ${status}`),
    ],
    async give(asked) {
      const answered = await ask(asked)
      await putBack()
      return [branchOf(asked, answered)]
    },
  })
}
