import { ok } from 'node:assert/strict'

import fc from 'fast-check'

import { connect, openOutside } from '../../../adapters/outside.ts'
import { seals } from '../../../adapters/parts.ts'
import type { sealer } from '../../../adapters/seals.ts'
import type { KeptAnswers } from '../../../domain/form/kept-answers.ts'
import { fieldsOfPage, questionPages } from '../../../domain/form/question-pages.ts'
import type { Product } from '../../support/product.ts'
import { type Asked, ask, branchOf, formHeaders, oddHeaders, oddQuery } from '../ask.ts'
import { formBodies } from '../bodies.ts'
import { entry } from '../entry.ts'
import { coveringForms, encoded, fieldsOf, rightForms } from '../forms.ts'
import { brokenText, oddText } from '../odd.ts'

type Form = Readonly<Record<string, unknown>>

/** What the browser keeps: a cookie of ours with these answers, or any text in its place. */
type Cookie = { kept: KeptAnswers; is: 'whole' | 'odd' | 'broken' } | { text: string } | null

interface Visit {
  asked: Asked
  cookie: Cookie
}

const keeping = (kept: KeptAnswers, is: 'whole' | 'odd' | 'broken' = 'whole'): Cookie => ({ kept, is })

const namesOn = (page: (typeof questionPages)[number]) => new Set<string>(fieldsOfPage[page])
const isOn = (page: (typeof questionPages)[number], name: string) =>
  namesOn(page).has(name) || (page === 'kind' && name.startsWith('wish-'))

/** All answers up to a page, as the browser keeps them on the way. */
const keptUpTo = (form: Form, until: number, seenAt = '2026-11-23T16:50:00.000Z'): KeptAnswers => {
  const answers: Record<string, string[]> = {}
  const before = questionPages.slice(0, until)
  for (const [name, value] of fieldsOf(form))
    if (before.some((page) => isOn(page, name))) (answers[name] ??= []).push(value)
  return {
    schema: 1,
    submissionId: '019ab123-4567-7abc-8def-0123456789ab',
    seenAt,
    helpSeen: true,
    answers,
  }
}

const fieldsOn = (form: Form, at: number) => {
  const page = questionPages[at]
  return fieldsOf(form).filter(([name]) => page && isOn(page, name))
}

const lastPage = questionPages.length

const cookies: fc.Arbitrary<Cookie> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(rightForms, fc.nat(lastPage)).map(([form, until]) => keeping(keptUpTo(form, until))),
  },
  // Ours by its seal, and yet as no page of ours would have it: of another version, or of a fault.
  {
    weight: 2,
    arbitrary: fc
      .tuple(rightForms, fc.dictionary(oddText, fc.array(oddText, { maxLength: 2 }), { maxKeys: 4 }))
      .map(([form, odd]) => {
        const kept = keptUpTo(form, lastPage)
        return keeping({ ...kept, answers: { ...kept.answers, ...odd } }, 'odd')
      }),
  },
  { weight: 1, arbitrary: rightForms.map((form) => keeping(keptUpTo(form, 3), 'broken')) },
  { weight: 1, arbitrary: fc.constantFrom<Cookie>(null, { text: 'sent' }, { text: '' }) },
  { weight: 1, arbitrary: oddText.map((text) => ({ text })) },
)

const pages = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: lastPage }).map(String) },
  { weight: 2, arbitrary: fc.constantFrom('stop', 'help', 'young', '0', '01', '10', '1/', '%31') },
  { weight: 1, arbitrary: oddText },
)

const visits: fc.Arbitrary<Visit> = fc
  .tuple(fc.constantFrom('', '/es'), pages, cookies, rightForms, oddHeaders, oddQuery)
  .chain(([language, page, cookie, form, odd, query]) => {
    const get = (route: string, blanks: Record<string, string> = {}): Visit => ({
      asked: { route, blanks, query, headers: odd },
      cookie,
    })
    const fields = fieldsOn(form, Number(page) - 1)
    return fc.oneof(
      { weight: 2, arbitrary: fc.constant(get(`GET ${language}/questions/{page}`, { page })) },
      { weight: 1, arbitrary: fc.constant(get(`GET ${language}/check`)) },
      {
        weight: 5,
        arbitrary: formBodies(fc.constant(fields)).map((body) => ({
          asked: {
            route: `POST ${language}/questions/{page}`,
            blanks: { page },
            query,
            headers: formHeaders,
            body,
          },
          cookie,
        })),
      },
    )
  })

const post = (page: string, given: Partial<Asked> = {}, cookie: Cookie = null): Visit => ({
  asked: { route: 'POST /questions/{page}', blanks: { page }, headers: formHeaders, body: '', ...given },
  cookie,
})

/** Each page asked for and answered by somebody who has come so far, in either language; then what is refused. */
const first: Visit[] = [
  ...coveringForms.slice(0, 8).flatMap((form, turn) =>
    Array.from({ length: lastPage }, (_, at): Visit[] => {
      const blanks = { page: String(at + 1) }
      const cookie = keeping(keptUpTo(form, at))
      const language = turn % 2 === 0 ? '' : '/es'
      return [
        { asked: { route: `GET ${language}/questions/{page}`, blanks }, cookie },
        {
          asked: {
            route: `POST ${language}/questions/{page}`,
            blanks,
            headers: formHeaders,
            body: encoded(fieldsOn(form, at)),
          },
          cookie,
        },
        {
          asked: {
            route: `POST ${language}/questions/{page}`,
            blanks,
            headers: formHeaders,
            body: 'name=&note=',
          },
          cookie,
        },
      ]
    }).flat(),
  ),
  ...['', '/es'].map((language) => ({
    asked: { route: `GET ${language}/check` },
    cookie: keeping(keptUpTo({ ...coveringForms[0], age: '25-64', safety: 'safe' }, lastPage)),
  })),
  post('1', { body: 'a'.repeat(17_000) }),
  post('1', { headers: { 'content-type': 'text/plain' } }),
  post('1', { headers: { ...formHeaders, 'sec-fetch-site': 'cross-site' } }),
  post('fz'),
]

const cookieOf = async (cookie: Cookie, seals: ReturnType<typeof sealer>) => {
  if (cookie === null) return {}
  if ('text' in cookie) return { cookie: `__Host-answers=${cookie.text}` }
  const sealed = await seals.seal('answers', cookie.kept)
  return { cookie: `a=b; __Host-answers=${cookie.is === 'broken' ? `${sealed.slice(0, -3)}AAA` : sealed}` }
}

/** The question pages, with whatever the browser kept, or says that it kept. */
export const pageByPage = ({ aws, world }: Product) => {
  const ours = connect(openOutside(aws.settings, world), { seals }).seals
  return entry<Visit>({
    share: 2,
    first,
    inputs: fc.oneof(
      { weight: 9, arbitrary: visits },
      {
        weight: 1,
        arbitrary: brokenText(fc.constant('__Host-answers=e30.e30.e30.e30.e30; __Host-closed=yes')).map(
          (cookie) => ({
            asked: { route: 'GET /questions/{page}', blanks: { page: '2' }, headers: { cookie } },
            cookie: null,
          }),
        ),
      },
    ),
    mustReach: [
      ...['', '/es'].flatMap((language) => [
        ...questionPages.map((_, at) => `GET ${language}/questions/{page} 200 on ${at + 1}`),
        ...questionPages.map((_, at) => `POST ${language}/questions/{page} 303 on ${at + 1}`),
        `GET ${language}/check 200 on `,
      ]),
      // What may be left empty asks for nothing: kind, note; and each of these can be wrong.
      ...[1, 2, 3, 4, 6, 9].map((page) => `POST /questions/{page} 422 on ${page}`),
      ...[403, 413, 415].map((status) => `POST /questions/{page} ${status} on 1`),
      'POST /questions/{page} 404 on fz',
    ],
    async give({ asked, cookie }) {
      const answered = await ask({
        ...asked,
        headers: { ...asked.headers, ...(await cookieOf(cookie, ours)) },
      })
      // A browser takes no cookie above this: the answers would be lost without a word.
      if (cookie === null || !('is' in cookie) || cookie.is !== 'odd')
        for (const one of answered.cookies) ok(one.length <= 4096, `A cookie of ${one.length} bytes.`)
      return [`${branchOf(asked, answered)} on ${asked.blanks?.['page'] ?? ''}`]
    },
  })
}
